package io.github.iamsmart.internal.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Allows one action per interval. Thread-safe. */
final class Throttle {

    private final Clock clock;
    private final Duration interval;
    private @Nullable Instant last;

    Throttle(Clock clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
    }

    synchronized boolean pass() {
        Instant time = clock.instant();
        Instant before = last;
        // A clock that was set back must not block every caller until it has caught up.
        boolean tooEarly = before != null
                && !time.isBefore(before)
                && Duration.between(before, time).compareTo(interval) < 0;
        if (tooEarly) {
            return false;
        }
        last = time;
        return true;
    }
}
