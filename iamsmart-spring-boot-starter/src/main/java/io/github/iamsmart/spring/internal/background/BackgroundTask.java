package io.github.iamsmart.spring.internal.background;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Work that repeats in the background, from the start of the application to its end. */
public abstract class BackgroundTask implements SmartLifecycle {

    /** Lower than the phases of Spring Boot's web servers: started before them, stopped after them. */
    protected static final int AROUND_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final PeriodicWorker worker;
    private final int phase;

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
        this.worker = new PeriodicWorker(name, threads, interval, this::run);
        this.phase = phase;
    }

    /** Does what there is to do now. */
    public abstract void run();

    /** Runs soon, whatever the interval. Returns at once. */
    public final void wake() {
        worker.wake();
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
