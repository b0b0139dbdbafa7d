package io.github.iamsmart.simulator.journal;

import io.github.iamsmart.simulator.LogEntry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last calls, the oldest first. */
public final class Journal {
    private static final int CAPACITY = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger("io.github.iamsmart.simulator");

    private final Clock clock;
    private final Deque<LogEntry> entries = new ArrayDeque<>();

    public Journal(Clock clock) {
        this.clock = clock;
    }

    public void add(
            Optional<String> clientId,
            String method,
            String path,
            int httpStatus,
            @Nullable String code,
            @Nullable String reason) {
        LogEntry entry = new LogEntry(
                clock.instant(),
                clientId,
                method,
                path,
                httpStatus,
                Optional.ofNullable(code),
                Optional.ofNullable(reason));
        if (reason != null) {
            LOG.debug("{} {} -> HTTP {} {}: {}", method, path, httpStatus, code, reason);
        }
        synchronized (entries) {
            if (entries.size() == CAPACITY) {
                entries.removeFirst();
            }
            entries.addLast(entry);
        }
    }

    public List<LogEntry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    public void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }
}
