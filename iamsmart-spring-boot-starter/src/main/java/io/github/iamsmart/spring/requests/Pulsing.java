package io.github.iamsmart.spring.requests;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Work in the background that begins and ends with the application. */
abstract class Pulsing implements SmartLifecycle {

    /** Lower than the phases of Spring Boot's web servers: started before them, stopped after them. */
    static final int AROUND_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final Pulse pulse;
    private final int phase;

    Pulsing(String name, int threads, Duration interval, int phase) {
        this.pulse = new Pulse(name, threads, interval, this::beat);
        this.phase = phase;
    }

    /** Does what there is to do now. */
    abstract void beat();

    /** Looks at once whether there is something to do. Returns at once, too. */
    public final void wake() {
        pulse.wake();
    }

    @Override
    public final void start() {
        pulse.start();
    }

    @Override
    public void stop() {
        pulse.stop();
    }

    @Override
    public final boolean isRunning() {
        return pulse.isRunning();
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}
