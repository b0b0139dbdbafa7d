package io.github.iamsmart.spring.requests;

import io.github.iamsmart.bulksigning.BulkPart;
import io.github.iamsmart.bulksigning.BulkSigningProgress;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.request.BusinessId;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what happens to a bulk signing before it ends: {@link BulkSigningTokenEvent} and
 * {@link BulkSigningProgressEvent}. It has a thread of its own, so that no listener keeps a callback waiting; where too
 * many events wait, the newest are left out. Thread-safe.
 */
public final class BulkSigningEvents extends Pulsing {

    private static final Logger log = LoggerFactory.getLogger(BulkSigningEvents.class);
    private static final int MOST_WAITING = 10_000;
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Function<BusinessId, BulkSigningProgress> progress;
    private final ApplicationEventPublisher events;
    private final BlockingQueue<Accepted> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

    /**
     * Creates it.
     *
     * @param progress knows which callbacks have come
     * @param events where the events are published
     */
    public BulkSigningEvents(Function<BusinessId, BulkSigningProgress> progress, ApplicationEventPublisher events) {
        super("iamsmart-bulk-signing", 1, INTERVAL, AROUND_THE_WEB_SERVER);
        this.progress = progress;
        this.events = events;
    }

    /**
     * Tells of a callback that was accepted. Returns at once.
     *
     * @param callback the callback; only one with a part of an answer is told of
     */
    public void tell(Accepted callback) {
        if (callback.part().isPresent() && waiting.offer(callback)) {
            wake();
        }
    }

    @Override
    void beat() {
        for (Accepted callback = waiting.poll(); callback != null; callback = waiting.poll()) {
            BusinessId businessId = callback.businessId();
            try {
                events.publishEvent(
                        callback.part().orElseThrow() == BulkPart.TOKEN
                                ? new BulkSigningTokenEvent(businessId)
                                : new BulkSigningProgressEvent(businessId, progress.apply(businessId)));
            } catch (RuntimeException e) {
                // Its message may hold what the listener knows of a person.
                log.warn(
                        "A listener to the progress of bulk signing {} failed with {}",
                        businessId,
                        e.getClass().getName());
            }
        }
    }
}
