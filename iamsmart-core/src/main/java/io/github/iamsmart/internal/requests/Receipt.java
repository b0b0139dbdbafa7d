package io.github.iamsmart.internal.requests;

import java.util.Optional;

/**
 * What became of a callback that was opened.
 *
 * @param status whether it is stored
 * @param part the number of the part that it brings, if the answer comes in parts
 */
public record Receipt(Status status, Optional<Integer> part) {

    /** Whether a callback is stored. */
    public enum Status {
        /** It is stored. */
        ACCEPTED,
        /** It came before. */
        DUPLICATE,
        /** There is no such request here. */
        UNKNOWN,
        /** The request does not wait for it: it has expired or ended, or has another state. */
        NOT_WAITING,
        /**
         * The request waits, but its state passes through the browser, and the sender did not prove to be the gateway.
         */
        UNPROVEN,
        /** It is what we sent ourselves, sealed, posted back by somebody who has seen it pass. */
        OWN_REQUEST
    }

    static Receipt whole(Status status) {
        return new Receipt(status, Optional.empty());
    }
}
