package io.github.iamsmart.requests;

import io.github.iamsmart.error.StoreException;
import java.util.List;
import java.util.Optional;

/**
 * The requests that users answer in the app: how far they are, how they ended, and their delivery to the application.
 * Makes no call to the gateway. Thread-safe; several nodes may share one store.
 *
 * <p>Every method may throw a {@link StoreException} where the store cannot be read or written; what a store of the
 * application's own throws is passed on.
 */
public interface Requests {

    /** {@return the kinds of requests that this client knows, unmodifiable} */
    List<RequestKind<?>> kinds();

    /**
     * Shows a waiting page how far its request is.
     *
     * @param businessId the request
     * @param owner what tells the browser that asks, as given to {@link RequestOptions.Builder#owner}
     * @return the request; empty if it is unknown or another browser started it
     */
    Optional<RequestView> view(BusinessId businessId, String owner);

    /**
     * Keeps what the pages of a request need when they are loaded again, such as the link that opens the app. It is
     * sealed under a key that only this client and the gateway can open, and goes when the request goes. A request that
     * the starter began in one call has its context: replaced, its page is missing.
     *
     * @param businessId the request, which the gateway has accepted
     * @param context a text of at most 16,384 characters; it replaces what was kept before
     * @return {@code false} if the request is unknown
     * @throws io.github.iamsmart.error.InvalidRequestException if the text is longer
     */
    boolean keepContext(BusinessId businessId, String context);

    /**
     * Returns what was kept with a request.
     *
     * @param businessId the request
     * @param owner what tells the browser that asks, as given to {@link RequestOptions.Builder#owner}
     * @return the text; empty if nothing was kept, the request is unknown, or another browser started it
     * @throws io.github.iamsmart.error.CryptoException if the KEK under which its key is wrapped is not configured
     */
    Optional<String> context(BusinessId businessId, String owner);

    /**
     * Returns how a request ended.
     *
     * @param businessId the request
     * @param kind its kind
     * @param <T> the type of the result
     * @return the outcome; empty while the user has not answered, for an unknown request and one of another kind, and
     *     after the time for which delivered results are kept
     */
    <T> Optional<RequestOutcome<T>> outcome(BusinessId businessId, RequestKind<T> kind);

    /**
     * Tells which parts of an answer have come, also of a request that has timed out.
     *
     * @param businessId the request
     * @return {@link AnswerProgress#NONE} for an unknown request and one whose answer comes whole
     */
    AnswerProgress progress(BusinessId businessId);

    /**
     * Does what is due: expires requests whose time is up, offers outcomes to the handler, and deletes what was kept
     * long enough. Call it after each callback and every few seconds; several threads and nodes may do so at once. When
     * the thread is interrupted, the round ends.
     *
     * @param handler takes the outcomes
     * @return how many requests were processed
     */
    int deliverDue(RequestHandler handler);

    /**
     * Offers a dead request to its handler again.
     *
     * @param businessId the request
     * @return {@code false} if it is not dead
     */
    boolean revive(BusinessId businessId);

    /**
     * Counts requests, for health.
     *
     * @param status in which state
     * @return how many there are
     */
    long count(RequestStatus status);
}
