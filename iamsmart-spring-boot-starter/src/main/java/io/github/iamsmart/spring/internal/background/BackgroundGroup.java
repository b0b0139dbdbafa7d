package io.github.iamsmart.spring.internal.background;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;

/**
 * The same work for several clients, on the threads that it needs for one. Each task runs at its own interval, and soon
 * after it was woken. One task never holds all threads, so that slow work for one client does not stop the others.
 * Thread-safe.
 */
public final class BackgroundGroup implements SmartLifecycle {

    private final Map<BackgroundTask, Turn> turns;
    private final List<Turn> inOrder;
    private final AtomicInteger first = new AtomicInteger();
    private final PeriodicWorker worker;
    private final int phase;

    /**
     * Creates it.
     *
     * @param tasks of one kind, one at least; none of them is started by itself
     */
    public BackgroundGroup(List<? extends BackgroundTask> tasks) {
        this(tasks, System::nanoTime);
    }

    @SuppressWarnings("this-escape") // nothing runs before start()
    BackgroundGroup(List<? extends BackgroundTask> tasks, LongSupplier nanoTime) {
        BackgroundTask model = tasks.get(0);
        Duration shortest = tasks.stream()
                .map(BackgroundTask::interval)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        this.inOrder =
                tasks.stream().map(task -> new Turn(task, shortest, nanoTime)).toList();
        this.turns = inOrder.stream().collect(Collectors.toMap(turn -> turn.task, Function.identity()));
        this.worker = new PeriodicWorker(model.name(), model.threads(), shortest, this::run);
        this.phase = model.getPhase();
        tasks.forEach(task -> task.join(this));
    }

    void wake(BackgroundTask task) {
        Objects.requireNonNull(turns.get(task)).woken.set(true);
        worker.wake();
    }

    /** Each run begins with another task, so that none is always the last. */
    private void run() {
        int begin = Math.floorMod(first.getAndIncrement(), inOrder.size());
        RuntimeException failure = null;
        for (int i = 0; i < inOrder.size(); i++) {
            try {
                inOrder.get((begin + i) % inOrder.size()).take(worker::wake);
            } catch (RuntimeException e) {
                failure = e; // one client's trouble is not that of the next
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
        turns.keySet().forEach(BackgroundTask::stop);
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    @Override
    public int getPhase() {
        return phase;
    }

    /** When a task runs, and on how many threads at a time. */
    private static final class Turn {

        final BackgroundTask task;
        final AtomicBoolean woken = new AtomicBoolean(true);
        private final long interval;
        private final LongSupplier nanoTime;
        private final AtomicLong last;
        private final Semaphore threads;

        /** The timer ticks at the shortest interval; a tick that comes a little early counts. */
        Turn(BackgroundTask task, Duration tick, LongSupplier nanoTime) {
            this.task = task;
            this.interval = task.interval().toNanos() - tick.toNanos() / 2;
            this.nanoTime = nanoTime;
            this.last = new AtomicLong(nanoTime.getAsLong());
            this.threads = new Semaphore(Math.max(1, task.threads() - 1));
        }

        void take(Runnable again) {
            if (!isDue() || !threads.tryAcquire()) {
                return;
            }
            try {
                woken.set(false);
                last.set(nanoTime.getAsLong());
                task.run();
            } finally {
                threads.release();
                if (woken.get()) {
                    again.run(); // whoever was woken for it meanwhile found no thread free
                }
            }
        }

        private boolean isDue() {
            return woken.get() || nanoTime.getAsLong() - last.get() >= interval;
        }
    }
}
