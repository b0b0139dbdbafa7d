package io.github.iamsmart.spring.internal.background;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Work that repeats in the background, from the start of the application to its end. */
public abstract class BackgroundTask implements SmartLifecycle {

    /** Lower than the phases of Spring Boot's web servers: started before them, stopped after them. */
    protected static final int AROUND_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final String name;
    private final int threads;
    private final Duration interval;
    private final PeriodicWorker worker;
    private final int phase;
    private volatile @Nullable BackgroundGroup group;

    /**
     * Creates it.
     *
     * @param name the names of its threads begin with it
     * @param threads how many there are
     * @param interval the pause between two runs
     * @param phase when it starts and stops
     */
    @SuppressWarnings("this-escape") // nothing runs before start()
    protected BackgroundTask(String name, int threads, Duration interval, int phase) {
        this.name = name;
        this.threads = threads;
        this.interval = interval;
        this.worker = new PeriodicWorker(name, threads, interval, this::run);
        this.phase = phase;
    }

    /** Does what there is to do now. */
    public abstract void run();

    /** Runs soon, whatever the interval. Returns at once. */
    public final void wake() {
        BackgroundGroup joined = group;
        if (joined == null) {
            worker.wake();
        } else {
            joined.wake(this);
        }
    }

    /** Runs on the threads of a group from now on: nobody starts it by itself. */
    final void join(BackgroundGroup of) {
        group = of;
    }

    final String name() {
        return name;
    }

    final int threads() {
        return threads;
    }

    final Duration interval() {
        return interval;
    }

    @Override
    public final void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public final boolean isRunning() {
        return worker.isRunning();
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}
