package io.github.iamsmart.spring.requests;

import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;

/**
 * Handles the outcomes of one kind of request, the SDK's or the application's own. A bean of this type learns how every
 * such request ended: the user approved, declined, or never answered.
 *
 * <p>It is called <em>at least once</em> for each request, on a thread of its own, never on that of the callback. If it
 * throws, it is called again after a pause that grows; in the end the request is dead, which health shows, and its
 * result is kept for {@code iamsmart.requests.dead-retention}. After a crash it may be called again for a request that
 * it has handled, and so it may if another handler of the same request fails: use the business id as a key. Must be
 * thread-safe: several requests are handled at a time.
 *
 * @param <T> the type of the result
 */
public interface IamSmartRequestHandler<T> {

    /** {@return which requests are handled, for example {@code FormFillingApi.KIND}} */
    RequestKind<T> kind();

    /**
     * Takes an outcome.
     *
     * @param outcome how the request ended; its result is personal data
     * @throws Exception if it cannot be taken now
     */
    void handle(RequestOutcome<T> outcome) throws Exception;

    /**
     * Takes an outcome, in an application with several clients: this is what is called. It calls
     * {@link #handle(RequestOutcome)} unless overridden.
     *
     * @param client the name of the client that sent the request
     * @param outcome how the request ended; its result is personal data
     * @throws Exception if it cannot be taken now
     */
    default void handle(String client, RequestOutcome<T> outcome) throws Exception {
        handle(outcome);
    }
}
