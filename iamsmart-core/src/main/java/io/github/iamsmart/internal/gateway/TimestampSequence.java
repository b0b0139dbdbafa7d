package io.github.iamsmart.internal.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Timestamps that never decrease: the gateway requires each request's timestamp to be equal to or greater than any
 * earlier one [S]. They stand still while the clock is a little behind the newest. A clock that is far behind it was
 * corrected, and is followed: otherwise one call under a wrong clock would be the time of every later one.
 *
 * <p>Thread-safe.
 */
public final class TimestampSequence {

    private static final Logger log = LoggerFactory.getLogger(TimestampSequence.class);

    private final Clock clock;
    private final long toleranceMillis;
    private final AtomicLong newest = new AtomicLong();

    /**
     * Creates a sequence.
     *
     * @param clock the time
     * @param tolerance how far behind the newest timestamp the clock may be without being followed
     */
    public TimestampSequence(Clock clock, Duration tolerance) {
        this.clock = clock;
        this.toleranceMillis = tolerance.toMillis();
    }

    /** {@return the next timestamp in epoch milliseconds} */
    public long next() {
        while (true) {
            // Before the clock: a thread that slept between the two must not take others' progress for a correction.
            long before = newest.get();
            long now = clock.millis();
            long behind = before - now;
            if (behind > 0 && behind <= toleranceMillis) {
                return before;
            }
            if (newest.compareAndSet(before, now)) {
                if (behind > toleranceMillis) {
                    log.warn(
                            "This machine's clock was set back by {} s, and the timestamps of requests with it. If the"
                                    + " gateway refuses them, it remembers the later ones: check NTP.",
                            behind / 1_000);
                }
                return now;
            }
        }
    }
}
