package io.github.iamsmart.internal.gateway;

import java.time.Duration;

/**
 * The moment by which a whole call must have ended, with its retries and pauses and the wait for its key.
 *
 * <p>Measured by the JVM's monotonic clock and not by the client's: somebody who sets the wall clock must not stretch a
 * time-out.
 *
 * @param nanos the moment in {@link System#nanoTime()}
 */
public record Deadline(long nanos) {

    /**
     * Returns the moment after a time.
     *
     * @param time from now on
     * @return the deadline
     */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /**
     * Returns what is left.
     *
     * @return the time until the deadline, zero after it
     */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
