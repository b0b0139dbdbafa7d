package io.github.iamsmart.tracking;

/**
 * The application's end of a request.
 *
 * <p>It is called at least once for each request that ends, also when the user declined or never answered. After a
 * crash it may be called again for one that it has already handled, so what it does must be repeatable: use the
 * business id as the key.
 */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Takes an outcome.
     *
     * @param outcome how the request ended
     * @throws Exception if it cannot be taken now; it is offered again later
     */
    void handle(RequestOutcome<?> outcome) throws Exception;
}
