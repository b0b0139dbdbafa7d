package io.github.iamsmart.spring.internal.waiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One browser that listens to one request. Used by one thread at a time. */
final class WaitingStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

    private final SseEmitter emitter;
    private final BusinessId businessId;
    private final String owner;
    private final Locale locale;
    private RequestView lastSent;
    private Instant sentAt;

    WaitingStream(RequestView view, String owner, Locale locale, SseEmitter emitter, Instant now) {
        this.businessId = view.businessId();
        this.lastSent = view;
        this.owner = owner;
        this.locale = locale;
        this.emitter = emitter;
        this.sentAt = now;
    }

    BusinessId businessId() {
        return businessId;
    }

    String owner() {
        return owner;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /**
     * Sends the browser what has changed, or after a while a sign that the stream is open.
     *
     * @return whether there is more to come
     */
    boolean update(RequestView now, Instant time) {
        if (!now.equals(lastSent)) {
            return send(now, time);
        }
        if (Duration.between(sentAt, time).compareTo(HEARTBEAT) >= 0) {
            return write(SseEmitter.event().comment("waiting"), time);
        }
        return true;
    }

    /**
     * Sends the state.
     *
     * @return whether there is more to come
     */
    boolean send(RequestView view, Instant time) {
        lastSent = view;
        boolean sent = write(
                SseEmitter.event()
                        .name("state")
                        .data(WaitingState.of(view, locale).toString(), TEXT),
                time);
        if (sent && view.phase().isFinal()) {
            emitter.complete();
            return false;
        }
        return sent;
    }

    private boolean write(SseEmitter.SseEventBuilder event, Instant time) {
        try {
            emitter.send(event);
            sentAt = time;
            return true;
        } catch (IOException | IllegalStateException e) {
            // The browser has gone; the container ends the request.
            return false;
        }
    }
}
