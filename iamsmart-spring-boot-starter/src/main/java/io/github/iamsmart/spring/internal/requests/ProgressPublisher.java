package io.github.iamsmart.spring.internal.requests;

import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.spring.internal.background.BackgroundTask;
import io.github.iamsmart.spring.requests.RequestProgressEvent;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes a {@link RequestProgressEvent} for each callback that brings a part of an answer. It has a thread of its
 * own, so that no listener keeps a callback waiting; where too many events wait, the newest are left out. Thread-safe.
 */
public final class ProgressPublisher extends BackgroundTask {

    private static final Logger log = LoggerFactory.getLogger(ProgressPublisher.class);
    private static final int MOST_WAITING = 10_000;
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final String client;
    private final Function<BusinessId, AnswerProgress> progress;
    private final ApplicationEventPublisher events;
    private final BlockingQueue<Accepted> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

    /**
     * Creates it.
     *
     * @param client the name of the client
     * @param progress knows which parts have come
     * @param events where the events are published
     */
    public ProgressPublisher(
            String client, Function<BusinessId, AnswerProgress> progress, ApplicationEventPublisher events) {
        super("iamsmart-progress", 1, INTERVAL, AROUND_THE_WEB_SERVER);
        this.client = client;
        this.progress = progress;
        this.events = events;
    }

    /**
     * Takes a callback that was accepted. Returns at once.
     *
     * @param callback the callback; a whole answer is left to the delivery
     */
    public void accept(Accepted callback) {
        if (callback.part().isPresent() && waiting.offer(callback)) {
            wake();
        }
    }

    @Override
    public void run() {
        for (Accepted callback = waiting.poll(); callback != null; callback = waiting.poll()) {
            BusinessId businessId = callback.businessId();
            try {
                events.publishEvent(new RequestProgressEvent(
                        businessId, callback.part().orElseThrow(), progress.apply(businessId), client));
            } catch (RuntimeException | Error e) {
                // Its message may hold what the listener knows of a person.
                log.warn(
                        "A listener to the progress of request {} failed with {}",
                        businessId,
                        e.getClass().getName());
            }
        }
    }
}
