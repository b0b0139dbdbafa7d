package io.github.iamsmart.spring.internal.waiting;

import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.internal.background.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Keeps the streams of the browsers that listen and sends each how far its request is. Thread-safe.
 *
 * <p>One thread serves them all: it looks into the store every second, because the callback may have come to another
 * node, and at once when woken. A stream ends with its request, and so after some 18 minutes at the latest. How many
 * there may be is bounded, for all and for one browser. That a browser has gone shows only when something is sent to
 * it; so where a browser opens one too many, its oldest gives way, as after a reload of the page.
 */
public final class WaitingStreamRegistry extends BackgroundTask {

    private static final Logger log = LoggerFactory.getLogger(WaitingStreamRegistry.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final int MOST_OF_ONE_BROWSER = 8;

    /** So many failures of the store in a row are an outage. */
    private static final int MOST_FAILURES = 10;

    private final Requests requests;
    private final int most;
    private final Clock clock;
    private final List<WaitingStream> streams = new ArrayList<>();

    /**
     * Creates it.
     *
     * @param requests knows the requests
     * @param most how many browsers may listen at a time
     * @param clock the time
     */
    public WaitingStreamRegistry(Requests requests, int most, Clock clock) {
        // The highest phase: a web server that waits for its requests to end must not wait for these.
        super("iamsmart-waiting", 1, INTERVAL, DEFAULT_PHASE);
        this.requests = requests;
        this.most = most;
        this.clock = clock;
    }

    /**
     * Opens a stream for a browser.
     *
     * @param view the request as it is now, which is sent at once
     * @param owner the browser
     * @param locale its user's language
     * @return what to answer with; empty if too many listen
     */
    Optional<SseEmitter> open(RequestView view, String owner, Locale locale) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, view.expiresAt());
        SseEmitter emitter = new SseEmitter((left.isNegative() ? GRACE : left.plus(GRACE)).toMillis());
        WaitingStream stream = new WaitingStream(view, owner, locale, emitter, now);
        emitter.onCompletion(() -> remove(stream));
        emitter.onError(failure -> remove(stream));
        emitter.onTimeout(emitter::complete);
        // Nothing newer may be sent before this.
        synchronized (stream) {
            if (!view.phase().isFinal()) {
                oldestToGiveWay(stream).ifPresent(this::end);
                if (!add(stream)) {
                    return Optional.empty();
                }
            }
            stream.send(view, now);
        }
        return Optional.of(emitter);
    }

    /** {@return the oldest stream of the same browser, one for the same request before others, if there is no room} */
    private synchronized Optional<WaitingStream> oldestToGiveWay(WaitingStream stream) {
        List<WaitingStream> own = streams.stream()
                .filter(other -> other.owner().equals(stream.owner()))
                .toList();
        if (streams.size() < most && own.size() < MOST_OF_ONE_BROWSER) {
            return Optional.empty();
        }
        return own.stream()
                .filter(other -> other.businessId().equals(stream.businessId()))
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    private synchronized boolean add(WaitingStream stream) {
        return streams.size() < most && streams.add(stream);
    }

    private void end(WaitingStream stream) {
        remove(stream);
        stream.emitter().complete();
    }

    private synchronized void remove(WaitingStream stream) {
        streams.remove(stream);
    }

    private synchronized List<WaitingStream> all() {
        return List.copyOf(streams);
    }

    /** {@return how many browsers listen} */
    public synchronized int size() {
        return streams.size();
    }

    /**
     * Sends every browser what has changed. One request that the store cannot read keeps no other browser waiting; an
     * outage ends the round.
     */
    @Override
    public void run() {
        int failures = 0;
        for (WaitingStream stream : all()) {
            try {
                update(stream);
                failures = 0;
            } catch (RuntimeException e) {
                failures++;
                if (failures == MOST_FAILURES) {
                    throw e;
                }
                log.debug(
                        "The state of request {} could not be read: {}",
                        stream.businessId(),
                        e.getClass().getName());
            }
        }
    }

    private void update(WaitingStream stream) {
        Instant now = clock.instant();
        // The end of a request that was removed meanwhile was sent long ago.
        boolean more = requests.view(stream.businessId(), stream.owner())
                .map(view -> {
                    synchronized (stream) {
                        return stream.update(view, now);
                    }
                })
                .orElse(false);
        if (!more) {
            end(stream);
        }
    }

    /** Ends all streams; browsers ask again by themselves. */
    @Override
    public void stop() {
        super.stop();
        all().forEach(this::end);
    }
}
