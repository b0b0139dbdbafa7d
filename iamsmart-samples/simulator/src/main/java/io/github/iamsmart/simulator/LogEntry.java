package io.github.iamsmart.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * One call that the gateway answered. It never holds a secret, key, token or code.
 *
 * @param time in the simulator's time
 * @param clientId as the caller gave it, if it did
 * @param method the HTTP method
 * @param path without the query
 * @param httpStatus of the answer
 * @param code of the envelope; empty where the answer has none
 * @param reason why it was refused, in words
 */
public record LogEntry(
        Instant time,
        Optional<String> clientId,
        String method,
        String path,
        int httpStatus,
        Optional<String> code,
        Optional<String> reason) {}
