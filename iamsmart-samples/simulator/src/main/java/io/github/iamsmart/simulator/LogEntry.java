package io.github.iamsmart.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * One call that the gateway answered, or one callback that it sent. It never holds a secret, key, token or code.
 *
 * @param time in the simulator's time
 * @param clientId as the caller gave it, if it did, or whose callback it is
 * @param method the HTTP method
 * @param path without the query; for a callback the whole URL without its query
 * @param httpStatus of the answer; 0 where a callback got none
 * @param code of the envelope; empty where there is none
 * @param reason why it was refused or failed, or which fault it shows, in words
 */
public record LogEntry(
        Instant time,
        Optional<String> clientId,
        String method,
        String path,
        int httpStatus,
        Optional<String> code,
        Optional<String> reason) {}
