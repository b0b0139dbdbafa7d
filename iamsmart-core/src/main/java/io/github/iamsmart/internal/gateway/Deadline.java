package io.github.iamsmart.internal.gateway;

import java.time.Duration;

/**
 * The time by which a whole call must have ended, including its retries and pauses and the wait for its key.
 *
 * <p>Measured by the JVM's monotonic clock, not the client's: setting the wall clock must not extend a timeout.
 *
 * @param nanos the time in {@link System#nanoTime()}
 */
public record Deadline(long nanos) {

    /**
     * {@return the deadline after a duration}
     *
     * @param time from now on
     */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** {@return the time left until the deadline, zero after it} */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
