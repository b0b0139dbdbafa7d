package io.github.iamsmart.simulator.console;

import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.journal.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server-sent events for open consoles: {@code state} when there is something new to show, and {@code clock} with the
 * simulator's time, which also finds out who has left.
 */
final class ConsoleEvents {
    private static final int MOST_STREAMS = 32;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** What happens meanwhile is told at once afterwards. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

    private final StateMark mark;
    private final Journal journal;
    private final Clock clock;
    private final AtomicInteger streams = new AtomicInteger();

    ConsoleEvents(StateMark mark, Journal journal, Clock clock) {
        this.mark = mark;
        this.journal = journal;
        this.clock = clock;
    }

    HttpAnswer open() {
        return HttpAnswer.streaming("text/event-stream", this::write)
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff");
    }

    private void write(OutputStream out) throws IOException, InterruptedException {
        boolean room = streams.incrementAndGet() <= MOST_STREAMS;
        try {
            send(out, room ? "retry: 1000\n\n" : "retry: 30000\n\n");
            if (room) {
                tell(out);
            }
        } finally {
            streams.decrementAndGet();
        }
    }

    private void tell(OutputStream out) throws IOException, InterruptedException {
        String told = "";
        String time = "";
        while (!Thread.currentThread().isInterrupted()) {
            long version = journal.version();
            String now = mark.now();
            if (!now.equals(told)) {
                told = now;
                send(out, "event: state\ndata: " + now + "\n\n");
                TimeUnit.NANOSECONDS.sleep(SHORTEST_PAUSE.toNanos());
            }
            String currentTime = ConsoleTime.whole(clock.instant());
            send(out, time.equals(currentTime) ? ":\n\n" : "event: clock\ndata: " + currentTime + "\n\n");
            time = currentTime;
            journal.awaitNews(version, LOOK_AGAIN);
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
