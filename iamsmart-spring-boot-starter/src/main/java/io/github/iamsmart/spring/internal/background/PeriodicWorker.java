package io.github.iamsmart.spring.internal.background;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a piece of work every few seconds, and at once when woken, on daemon threads of its own. Calls of {@link #wake}
 * that come while one waits for a thread count as one. What the work throws is logged and does not end it. Thread-safe.
 */
final class PeriodicWorker {

    private static final Logger log = LoggerFactory.getLogger(PeriodicWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final int threads;
    private final Duration interval;
    private final Runnable work;
    private final ThreadFactory factory;
    private final AtomicBoolean queued = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();
    private @Nullable ScheduledExecutorService timer;
    private volatile @Nullable ExecutorService workers;

    PeriodicWorker(String name, int threads, Duration interval, Runnable work) {
        this(name, threads, interval, work, Thread::new);
    }

    PeriodicWorker(String name, int threads, Duration interval, Runnable work, ThreadFactory factory) {
        this.factory = factory;
        this.name = name;
        this.threads = threads;
        this.interval = interval;
        this.work = work;
    }

    synchronized void start() {
        if (workers == null) {
            AtomicInteger number = new AtomicInteger();
            queued.set(false);
            workers = Executors.newFixedThreadPool(threads, task -> daemon(task, "-" + number.incrementAndGet()));
            timer = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "-timer"));
            var unused = timer.scheduleWithFixedDelay(this::wake, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Thread daemon(Runnable task, String suffix) {
        Thread thread = factory.newThread(task);
        thread.setName(name + suffix);
        thread.setDaemon(true);
        return thread;
    }

    void wake() {
        ExecutorService current = workers;
        if (current != null && queued.compareAndSet(false, true)) {
            try {
                current.execute(this::run);
            } catch (RejectedExecutionException e) {
                // It is being stopped.
                queued.set(false);
            } catch (RuntimeException | Error e) {
                // There was no thread to be had: thrown on, it would end the timer that calls this.
                queued.set(false);
                warn(e);
            }
        }
    }

    private void run() {
        // Before the work, not after: what comes while it is done may have come too late for it.
        queued.set(false);
        try {
            work.run();
            failing.set(false);
        } catch (RuntimeException | Error e) {
            warn(e);
        }
    }

    private void warn(Throwable failure) {
        if (failing.compareAndSet(false, true)) {
            log.warn(
                    "{} failed with {}; it goes on trying.",
                    name,
                    failure.getClass().getName());
        }
    }

    /** Stops, and waits a while for the work that is under way. */
    synchronized void stop() {
        ExecutorService current = workers;
        if (current == null || timer == null) {
            return;
        }
        timer.shutdownNow();
        current.shutdown();
        try {
            if (!current.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                current.shutdownNow();
            }
        } catch (InterruptedException e) {
            current.shutdownNow();
            Thread.currentThread().interrupt();
        }
        workers = null;
    }

    boolean isRunning() {
        return workers != null;
    }
}
