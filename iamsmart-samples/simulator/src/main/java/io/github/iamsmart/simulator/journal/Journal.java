package io.github.iamsmart.simulator.journal;

import io.github.iamsmart.simulator.LogEntry;
import io.github.iamsmart.simulator.RecordedCall;
import io.github.iamsmart.simulator.RecordedCall.Direction;
import io.github.iamsmart.simulator.RecordedCall.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last calls, the oldest first. Texts take 32 MiB at most: when they would take more, the oldest lines lose theirs
 * and keep their summary.
 */
public final class Journal {
    private static final int CAPACITY = 5_000;
    private static final int MOST_CHARACTERS = 16 * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger("io.github.iamsmart.simulator");

    /** Control and format characters, and the line separators that are neither. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final Clock clock;
    private final int mostCharacters;
    private final Map<Long, RecordedCall> lines = new LinkedHashMap<>();
    private final Map<Long, Integer> characters = new LinkedHashMap<>();
    private long last;
    private long charactersInAll;
    private long lastTakenCall;
    private long lastTakenCallback;

    public Journal(Clock clock) {
        this(clock, MOST_CHARACTERS);
    }

    Journal(Clock clock, int mostCharacters) {
        this.clock = clock;
        this.mostCharacters = mostCharacters;
    }

    public void add(CallDraft draft) {
        Instant now = clock.instant();
        log(draft.summary(now));
        // Masking takes time, so it is done before anybody has to wait.
        RecordedCall line = draft.line(0, now);
        int length = length(line);
        synchronized (this) {
            last++;
            lines.put(last, numbered(line, last));
            characters.put(last, length);
            charactersInAll += length;
            makeRoom();
            notifyAll();
        }
    }

    public synchronized List<LogEntry> entries() {
        return lines.values().stream().map(RecordedCall::summary).toList();
    }

    public synchronized List<RecordedCall> calls() {
        return List.copyOf(lines.values());
    }

    public synchronized Optional<RecordedCall> find(long number) {
        return Optional.ofNullable(lines.get(number));
    }

    /** {@return the number of the newest line, which grows with each and with each clearing} */
    public synchronized long version() {
        return last;
    }

    /** Waits, in real time, until the version is another one. */
    public synchronized void awaitNews(long known, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        long left = atMost.toNanos();
        while (last == known && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
    }

    /** Waits, in real time, for a call that nobody has taken yet. */
    public Optional<RecordedCall> takeCall(Duration atMost) {
        return take(atMost, false);
    }

    /** Waits, in real time, for a callback that nobody has taken yet. */
    public Optional<RecordedCall> takeCallback(Duration atMost) {
        return take(atMost, true);
    }

    public synchronized void clear() {
        lines.clear();
        characters.clear();
        charactersInAll = 0;
        // So that whoever watches sees that something has happened.
        last++;
        notifyAll();
    }

    private synchronized Optional<RecordedCall> take(Duration atMost, boolean callback) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (true) {
                Optional<RecordedCall> next = next(callback);
                long left = deadline - System.nanoTime();
                if (next.isPresent() || left <= 0) {
                    return next;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<RecordedCall> next(boolean callback) {
        long after = callback ? lastTakenCallback : lastTakenCall;
        Optional<RecordedCall> next = lines.values().stream()
                .filter(line -> line.number() > after)
                .filter(line -> callback == (line.direction() == Direction.CALLBACK))
                .findFirst();
        next.ifPresent(line -> {
            if (callback) {
                lastTakenCallback = line.number();
            } else {
                lastTakenCall = line.number();
            }
        });
        return next;
    }

    private void makeRoom() {
        if (lines.size() > CAPACITY) {
            long oldest = lines.keySet().iterator().next();
            lines.remove(oldest);
            charactersInAll -= Optional.ofNullable(characters.remove(oldest)).orElse(0);
        }
        Iterator<Map.Entry<Long, Integer>> oldest = characters.entrySet().iterator();
        while (charactersInAll > mostCharacters && oldest.hasNext()) {
            Map.Entry<Long, Integer> one = oldest.next();
            charactersInAll -= one.getValue();
            lines.computeIfPresent(one.getKey(), (number, line) -> withoutTexts(line));
            oldest.remove();
        }
    }

    private static RecordedCall numbered(RecordedCall line, long number) {
        return new RecordedCall(
                number,
                line.direction(),
                line.ticketId(),
                line.target(),
                line.signedText(),
                line.request(),
                line.answer(),
                line.summary());
    }

    private static RecordedCall withoutTexts(RecordedCall line) {
        return new RecordedCall(
                line.number(),
                line.direction(),
                line.ticketId(),
                line.path(),
                Optional.empty(),
                Message.NONE,
                Message.NONE,
                line.summary());
    }

    private static int length(RecordedCall line) {
        List<String> texts =
                new ArrayList<>(List.of(line.target(), line.signedText().orElse("")));
        for (Message message : List.of(line.request(), line.answer())) {
            texts.add(message.body());
            texts.add(message.content().orElse(""));
            message.headers().forEach((name, values) -> {
                texts.add(name);
                texts.addAll(values);
            });
        }
        return texts.stream().mapToInt(String::length).sum();
    }

    private static void log(LogEntry entry) {
        entry.reason()
                .ifPresent(reason -> LOG.debug(
                        "{} {} -> HTTP {} {}: {}",
                        entry.method(),
                        inOneLine(entry.path()),
                        entry.httpStatus(),
                        inOneLine(entry.code().orElse("null")),
                        inOneLine(reason)));
    }

    /** Callers choose paths, and reasons quote what they sent: none of it may begin a line of its own. */
    private static String inOneLine(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }
}
