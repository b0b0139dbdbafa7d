package io.github.iamsmart.listener;

import java.util.Optional;

/**
 * How an attempt to deliver an outcome ended.
 *
 * @param result whether the application took it
 * @param failure what the application's handler threw, or the reading of the outcome; its message may hold personal
 *     data
 */
public record DeliveryReport(Result result, Optional<Throwable> failure) {

    /** An attempt that ended well. */
    public static final DeliveryReport DELIVERED = new DeliveryReport(Result.DELIVERED, Optional.empty());

    /** What an attempt can lead to. */
    public enum Result {
        /** The application took the outcome. */
        DELIVERED,
        /** It failed, and is tried again. */
        FAILED,
        /** It failed for the last time: the request is dead. */
        DEAD
    }

    /** Shows the type of the failure, and not its message. */
    @Override
    public String toString() {
        return "DeliveryReport[result=" + result + ", failure="
                + failure.map(problem -> problem.getClass().getName()).orElse("none") + "]";
    }
}
