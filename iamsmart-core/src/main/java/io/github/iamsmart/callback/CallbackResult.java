package io.github.iamsmart.callback;

import io.github.iamsmart.request.BusinessId;

/**
 * What became of a callback. Whatever it is, answer the sender with HTTP 200 and an empty body: nobody may learn from
 * the answer how far a forged callback came.
 */
public sealed interface CallbackResult {

    /**
     * It is genuine, and it is stored. Its outcome is delivered by the request tracker.
     *
     * @param businessId the request that it answers
     */
    record Accepted(BusinessId businessId) implements CallbackResult {}

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
