package io.github.iamsmart.spring.internal.requests;

import io.github.iamsmart.requests.RequestHandler;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.background.BackgroundTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Delivers what is due while the application runs: at once after a callback to this node, and every few seconds for
 * what other nodes left, for failed attempts, and for requests whose time is up. Thread-safe.
 *
 * <p>It has a few daemon threads of its own, so that one slow handler does not stop the others. It starts before the
 * web server listens, stops after it, and lets a handler that is at work finish.
 */
public final class RequestDelivery extends BackgroundTask {

    private static final int THREADS = 4;

    private final Requests requests;
    private final RequestHandler handler;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Creates it.
     *
     * @param requests knows what is due
     * @param handler takes the outcomes
     * @param interval how often to look
     */
    public RequestDelivery(Requests requests, RequestHandler handler, Duration interval) {
        super("iamsmart-requests", THREADS, interval, AROUND_THE_WEB_SERVER);
        this.requests = requests;
        this.handler = handler;
    }

    @Override
    public void run() {
        if (requests.deliverDue(handler) > 0) {
            listeners.forEach(Runnable::run);
        }
    }

    /**
     * Tells whenever something has been delivered, or an attempt has failed: pages wait for it.
     *
     * @param listener returns at once
     */
    public void whenDelivered(Runnable listener) {
        listeners.add(listener);
    }
}
