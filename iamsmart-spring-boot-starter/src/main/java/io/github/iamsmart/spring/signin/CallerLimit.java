package io.github.iamsmart.spring.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final Map<String, Window> windows = new LinkedHashMap<>();

    private record Window(Instant end, int calls) {}

    /**
     * Creates a limit.
     *
     * @param calls how often in a minute
     * @param clock the time
     */
    public CallerLimit(int calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Counts a call; returns how long the caller has to wait if it is one too many. */
    synchronized Optional<Duration> count(String caller) {
        Instant now = clock.instant();
        Window window = windows.get(caller);
        if (window == null || !now.isBefore(window.end())) {
            windows.remove(caller);
            makeRoom(now);
            windows.put(caller, new Window(now.plus(WINDOW), 1));
            return Optional.empty();
        }
        if (window.calls() >= calls) {
            return Optional.of(Duration.between(now, window.end()));
        }
        windows.put(caller, new Window(window.end(), window.calls() + 1));
        return Optional.empty();
    }

    private void makeRoom(Instant now) {
        Iterator<Window> oldest = windows.values().iterator();
        while (oldest.hasNext()) {
            boolean over = !now.isBefore(oldest.next().end());
            if (!over && windows.size() < CALLERS) {
                return;
            }
            oldest.remove();
        }
    }
}
