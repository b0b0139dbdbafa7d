package io.github.iamsmart.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs with another one and can be moved ahead of it. */
public final class SimulatorClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> ahead;

    public SimulatorClock(Clock base) {
        this(base, new AtomicReference<>(Duration.ZERO));
    }

    private SimulatorClock(Clock base, AtomicReference<Duration> ahead) {
        this.base = base;
        this.ahead = ahead;
    }

    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The simulator's time only moves forward; " + by + " is negative.");
        }
        ahead.accumulateAndGet(by, Duration::plus);
    }

    /** How far it is ahead of the clock that it runs with. */
    public Duration ahead() {
        return Objects.requireNonNull(ahead.get());
    }

    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SimulatorClock(base.withZone(zone), ahead);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }
}
