package io.github.iamsmart.requests.store;

import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import java.util.Optional;

/**
 * Stores the parts of answers that come in several callbacks, for one node or for all nodes of an online service. Only
 * bulk signing has such answers.
 *
 * <p>A store knows nothing about the meaning of the parts. It receives what came over the wire: contents are always
 * encrypted, files unless they came in clear. An implementation must be thread-safe. It throws a
 * {@link io.github.iamsmart.error.StoreException} if it cannot store a part, and never drops one silently before
 * {@link AnswerPart#keepUntil()}.
 */
public interface AnswerPartStore {

    /**
     * Adds a part, atomically.
     *
     * @param part the part
     * @return {@code false} if the request already has a part with this number; then nothing is changed
     */
    boolean add(AnswerPart part);

    /**
     * Finds a part.
     *
     * @param businessId the request
     * @param number the part's number
     * @return the part
     */
    Optional<AnswerPart> find(BusinessId businessId, int number);

    /**
     * {@return which parts have come, without reading them, because waiting pages ask every second: the numbers of the
     * request's parts, and the highest {@linkplain AnswerPart#total() total} that one of them names;
     * {@link AnswerProgress#NONE} for an unknown request}
     *
     * @param businessId the request
     */
    AnswerProgress progress(BusinessId businessId);

    /**
     * Deletes all parts of a request.
     *
     * @param businessId the request; it need not be known
     */
    void remove(BusinessId businessId);
}
