package io.github.iamsmart.listener;

import java.util.Optional;

/**
 * A request whose answer has come or whose outcome is delivered.
 *
 * @param businessId its id at the gateway
 * @param kind the name of its kind; empty for a kind that this client does not know
 * @param attempt the number of the attempt to deliver, from 1; 0 where nothing is delivered
 * @param traceParent the W3C {@code traceparent} of the thread that sent it, if it had one
 */
public record TracedRequest(String businessId, Optional<String> kind, int attempt, Optional<String> traceParent) {}
