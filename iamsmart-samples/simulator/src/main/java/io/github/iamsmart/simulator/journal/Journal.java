package io.github.iamsmart.simulator.journal;

import io.github.iamsmart.simulator.LogEntry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last calls, the oldest first. */
public final class Journal {
    private static final int CAPACITY = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger("io.github.iamsmart.simulator");

    /** Control and format characters, and the line separators that are neither. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

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
            LOG.debug(
                    "{} {} -> HTTP {} {}: {}",
                    method,
                    inOneLine(path),
                    httpStatus,
                    inOneLine(String.valueOf(code)),
                    inOneLine(reason));
        }
        synchronized (entries) {
            if (entries.size() == CAPACITY) {
                entries.removeFirst();
            }
            entries.addLast(entry);
        }
    }

    /** Callers choose paths, and reasons quote what they sent: none of it may begin a line of its own. */
    private static String inOneLine(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
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
