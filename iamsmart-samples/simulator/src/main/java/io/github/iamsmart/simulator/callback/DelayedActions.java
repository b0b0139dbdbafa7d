package io.github.iamsmart.simulator.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs actions later, by the simulator's clock. A test that moves the clock ahead does not have to sleep; without that,
 * an action runs when real time has passed.
 */
final class DelayedActions {
    /** A clock that stands still is asked again now and then. */
    private static final long SHORTEST_WAIT_MILLIS = 20;

    private record Held(Instant due, Runnable action) {}

    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final List<Held> waiting = new ArrayList<>();

    DelayedActions(Clock clock, ScheduledExecutorService timer) {
        this.clock = clock;
        this.timer = timer;
    }

    void add(Instant due, Runnable action) {
        Held held = new Held(due, action);
        synchronized (waiting) {
            waiting.add(held);
        }
        wake(held);
    }

    void releaseDue() {
        List<Held> due = new ArrayList<>();
        synchronized (waiting) {
            Instant now = clock.instant();
            Iterator<Held> all = waiting.iterator();
            while (all.hasNext()) {
                Held held = all.next();
                if (!now.isBefore(held.due())) {
                    all.remove();
                    due.add(held);
                }
            }
        }
        due.forEach(held -> held.action().run());
    }

    void clear() {
        synchronized (waiting) {
            waiting.clear();
        }
    }

    private void wake(Held held) {
        long left = Duration.between(clock.instant(), held.due()).toMillis();
        var unused = timer.schedule(
                () -> {
                    releaseDue();
                    if (isWaiting(held)) {
                        wake(held);
                    }
                },
                Math.max(left, SHORTEST_WAIT_MILLIS),
                TimeUnit.MILLISECONDS);
    }

    private boolean isWaiting(Held held) {
        synchronized (waiting) {
            return waiting.contains(held);
        }
    }
}
