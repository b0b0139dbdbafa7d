package io.github.iamsmart.requests;

import java.time.Duration;

/**
 * How often the delivery of an outcome is attempted, and how long outcomes are kept.
 *
 * @param mostAttempts after how many failures of the handler a request is dead
 * @param firstPause the pause after the first failure; it doubles with each further one
 * @param longestPause the longest pause between two attempts
 * @param lease how long one attempt may take before another node tries
 * @param retention how long a delivered request is kept, with its sealed result
 * @param deadRetention how long a dead request is kept
 */
public record DeliveryPolicy(
        int mostAttempts,
        Duration firstPause,
        Duration longestPause,
        Duration lease,
        Duration retention,
        Duration deadRetention) {

    /** Ten attempts within about 17 minutes; delivered results are kept for an hour, dead ones for a week. */
    public static final DeliveryPolicy DEFAULT = new DeliveryPolicy(
            10,
            Duration.ofSeconds(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofDays(7));

    /**
     * {@return the pause before the next attempt}
     *
     * @param attempts how many attempts have failed
     */
    public Duration pauseAfter(int attempts) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(20, Math.max(0, attempts - 1)));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
