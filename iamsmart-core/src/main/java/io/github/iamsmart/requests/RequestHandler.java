package io.github.iamsmart.requests;

/**
 * The application's handler of outcomes.
 *
 * <p>It is called at least once for each request that ends, even if the user declined or never answered. After a crash
 * it may be called again for a request that it has already handled, so it must be repeatable: use the business id as
 * the key.
 */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Handles an outcome.
     *
     * @param outcome how the request ended
     * @throws Exception if it cannot be handled now; the outcome is delivered again later
     */
    void handle(RequestOutcome<?> outcome) throws Exception;
}
