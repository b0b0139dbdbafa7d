package io.github.iamsmart.callback;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.PartReader.Part;
import java.util.Optional;

/**
 * The result of receiving a callback. In every case, answer the sender with HTTP 200 and an empty body: the response
 * must not reveal how far a forged callback got.
 */
public sealed interface CallbackResult {

    /**
     * The callback is genuine and stored. {@code client.requests()} delivers its outcome; that of an answer in parts
     * once all parts have come.
     *
     * @param businessId the request that it answers
     * @param part the number of the part, or that of {@link Part#PRELIMINARY}; empty if it is the whole answer
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
     * The callback is genuine, but came before.
     *
     * @param businessId the request that it answers
     */
    record Duplicate(BusinessId businessId) implements CallbackResult {}

    /**
     * The callback is not trusted, or no request waits for it.
     *
     * @param reason for your own log; never for the sender
     */
    record Refused(String reason) implements CallbackResult {}
}
