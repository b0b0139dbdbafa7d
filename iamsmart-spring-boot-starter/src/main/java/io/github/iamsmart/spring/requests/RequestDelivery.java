package io.github.iamsmart.spring.requests;

import io.github.iamsmart.tracking.RequestHandler;
import io.github.iamsmart.tracking.RequestTracker;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers what is due, while the application runs: at once after a callback has come to this node, and every few
 * seconds for what other nodes left, for attempts that are made again, and for requests whose time is up. Thread-safe.
 *
 * <p>It has a few daemon threads of its own, so that one slow handler does not stop the others. It begins before the
 * web server listens and ends after it, and lets a handler that is at work finish.
 */
public final class RequestDelivery implements SmartLifecycle {

    private static final int THREADS = 4;

    /** Lower than the phases of Spring Boot's web servers: started before them, stopped after them. */
    static final int PHASE = DEFAULT_PHASE - 4096;

    private final Pulse pulse;

    /**
     * Creates it.
     *
     * @param tracker knows what is due
     * @param handler takes the outcomes
     * @param interval how often to look
     */
    public RequestDelivery(RequestTracker tracker, RequestHandler handler, Duration interval) {
        this.pulse = new Pulse("iamsmart-requests", THREADS, interval, () -> tracker.deliverDue(handler));
    }

    /** Looks at once. Returns at once, too. */
    public void wake() {
        pulse.wake();
    }

    @Override
    public void start() {
        pulse.start();
    }

    @Override
    public void stop() {
        pulse.stop();
    }

    @Override
    public boolean isRunning() {
        return pulse.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
