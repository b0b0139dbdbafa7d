package io.github.iamsmart.spring.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.request.BusinessId;
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
    private RequestWatch.Sight told;
    private Instant sentAt;

    WaitingStream(RequestWatch.Sight sight, String owner, Locale locale, SseEmitter emitter, Instant now) {
        this.businessId = sight.view().businessId();
        this.told = sight;
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
     * Tells the browser what it does not know yet.
     *
     * @return whether there will be more to tell
     */
    boolean tell(RequestWatch.Sight now, Instant time) {
        if (!now.equals(told)) {
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
     * @return whether there will be more to tell
     */
    boolean send(RequestWatch.Sight state, Instant time) {
        told = state;
        boolean sent = write(
                SseEmitter.event()
                        .name("state")
                        .data(WaitingState.of(state, locale).toString(), TEXT),
                time);
        if (sent && state.view().phase().isFinal()) {
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
