package io.github.iamsmart.internal.gateway;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Timestamps that never decrease, whatever the clock does: the gateway requires each request's timestamp to be equal to
 * or greater than any earlier one [S].
 *
 * <p>Thread-safe.
 */
public final class TimestampSequence {

    private final Clock clock;
    private final AtomicLong newest = new AtomicLong();

    /**
     * Creates a sequence.
     *
     * @param clock the time
     */
    public TimestampSequence(Clock clock) {
        this.clock = clock;
    }

    /** {@return the next timestamp in epoch milliseconds} */
    public long next() {
        return newest.accumulateAndGet(clock.millis(), Math::max);
    }
}
