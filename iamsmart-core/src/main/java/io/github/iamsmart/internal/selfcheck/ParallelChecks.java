package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.internal.gateway.Deadline;
import io.github.iamsmart.selfcheck.SelfCheckLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs checks beside each other until a time is up. Whatever happens to one of them is a line. Not thread-safe. */
final class ParallelChecks {

    private static final Logger log = LoggerFactory.getLogger(ParallelChecks.class);

    private static final int MOST_THREADS = 8;

    /** A part of the time for each, so that what hangs is told by the check itself, and by its own line. */
    private static final double SHARE_OF_ONE_CHECK = 0.8;

    private final Duration timeout;
    private final List<Check> checks = new ArrayList<>();

    private record Check(String id, String subject, BiConsumer<LineWriter, Deadline> work) {}

    ParallelChecks(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Adds a check.
     *
     * @param id of the line that is written when the check itself does not end
     * @param subject of that line
     * @param work writes its lines
     */
    void add(String id, String subject, BiConsumer<LineWriter, Deadline> work) {
        checks.add(new Check(id, subject, work));
    }

    /** {@return the lines of all checks, in the order in which they were added} */
    List<SelfCheckLine> run() {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(MOST_THREADS, checks.size()), task -> {
            Thread thread = new Thread(task, "iamsmart-self-check");
            thread.setDaemon(true);
            return thread;
        });
        Deadline deadline = Deadline.in(Duration.ofMillis((long) (timeout.toMillis() * SHARE_OF_ONE_CHECK)));
        List<Callable<List<SelfCheckLine>>> tasks = new ArrayList<>();
        for (Check check : checks) {
            tasks.add(() -> {
                LineWriter findings = new LineWriter();
                check.work().accept(findings, deadline);
                return findings.lines();
            });
        }
        try {
            return lines(threads.invokeAll(tasks, timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unfinished("The check was interrupted.");
        } finally {
            threads.shutdownNow();
        }
    }

    private List<SelfCheckLine> lines(List<Future<List<SelfCheckLine>>> outcomes) throws InterruptedException {
        List<SelfCheckLine> lines = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            try {
                lines.addAll(outcomes.get(i).get());
            } catch (CancellationException e) {
                lines.addAll(unfinished(checks.get(i), "The check did not end within " + timeout.toSeconds() + " s."));
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                log.warn("The self-check {} failed", checks.get(i).id(), cause);
                lines.addAll(unfinished(
                        checks.get(i),
                        "The check itself failed: "
                                + (cause == null ? e : cause).getClass().getSimpleName() + "."));
            }
        }
        return lines;
    }

    private List<SelfCheckLine> unfinished(String finding) {
        return checks.stream()
                .flatMap(check -> unfinished(check, finding).stream())
                .toList();
    }

    private static List<SelfCheckLine> unfinished(Check check, String finding) {
        LineWriter findings = new LineWriter();
        findings.failure(
                check.id(), check.subject(), finding, "Look at the application's log, and run the check again.");
        return findings.lines();
    }
}
