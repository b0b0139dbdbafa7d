package io.github.iamsmart.spring.requests;

import io.github.iamsmart.tracking.RequestHandler;
import io.github.iamsmart.tracking.RequestTracker;
import java.time.Duration;

/**
 * Delivers what is due, while the application runs: at once after a callback has come to this node, and every few
 * seconds for what other nodes left, for attempts that are made again, and for requests whose time is up. Thread-safe.
 *
 * <p>It has a few daemon threads of its own, so that one slow handler does not stop the others. It begins before the
 * web server listens and ends after it, and lets a handler that is at work finish.
 */
public final class RequestDelivery extends Pulsing {

    private static final int THREADS = 4;

    private final RequestTracker tracker;
    private final RequestHandler handler;

    /**
     * Creates it.
     *
     * @param tracker knows what is due
     * @param handler takes the outcomes
     * @param interval how often to look
     */
    public RequestDelivery(RequestTracker tracker, RequestHandler handler, Duration interval) {
        super("iamsmart-requests", THREADS, interval, AROUND_THE_WEB_SERVER);
        this.tracker = tracker;
        this.handler = handler;
    }

    @Override
    void beat() {
        tracker.deliverDue(handler);
    }
}
