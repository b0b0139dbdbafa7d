package io.github.iamsmart.spring.internal.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets each caller call so often in a minute, counted in windows of a minute. Thread-safe and bounded: when too many
 * callers come in one minute, those that began first are forgotten.
 */
public final class CallerLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int CALLERS = 10_000;

    private final int calls;
    private final Clock clock;
    private final ExpiringMap<Window> windows;

    private static final class Window {
        private final Instant end;
        private int calls;

        Window(Instant end) {
            this.end = end;
        }
    }

    /**
     * Creates a limit.
     *
     * @param calls how often in a minute
     * @param clock the time
     */
    public CallerLimit(int calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
        this.windows = new ExpiringMap<>(clock, CALLERS);
    }

    /**
     * Counts a call.
     *
     * @param caller who calls
     * @return how long the caller has to wait; empty if the call is allowed
     */
    public synchronized Optional<Duration> count(String caller) {
        Instant now = clock.instant();
        Instant end = now.plus(WINDOW);
        Window window = windows.findOrPut(caller, new Window(end), end);
        if (window.calls >= calls) {
            return Optional.of(Duration.between(now, window.end));
        }
        window.calls++;
        return Optional.empty();
    }

    /**
     * Takes a call back that was counted and should not be.
     *
     * @param caller who called
     */
    public synchronized void takeBack(String caller) {
        windows.find(caller).filter(window -> window.calls > 0).ifPresent(window -> window.calls--);
    }
}
