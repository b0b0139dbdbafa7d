package io.github.iamsmart.callback;

import io.github.iamsmart.bulksigning.BulkPart;
import io.github.iamsmart.request.BusinessId;
import java.util.Optional;

/**
 * What became of a callback. Whatever it is, answer the sender with HTTP 200 and an empty body: nobody may learn from
 * the answer how far a forged callback came.
 */
public sealed interface CallbackResult {

    /**
     * It is genuine, and it is stored. Its outcome is delivered by the request tracker; that of a bulk request when all
     * of its parts are there.
     *
     * @param businessId the request that it answers
     * @param part which part of the answer of a bulk request it is, its {@code callbackSeq} or {@link BulkPart#TOKEN};
     *     empty if it is the whole answer
     */
    record Accepted(BusinessId businessId, Optional<Integer> part) implements CallbackResult {

        /**
         * A whole answer.
         *
         * @param businessId the request that it answers
         */
        public Accepted(BusinessId businessId) {
            this(businessId, Optional.empty());
        }
    }

    /**
     * It is genuine and came before.
     *
     * @param businessId the request that it answers
     */
    record Duplicate(BusinessId businessId) implements CallbackResult {}

    /**
     * It is not to be trusted, or no request waits for it.
     *
     * @param reason for our own log; never for the sender
     */
    record Refused(String reason) implements CallbackResult {}
}
