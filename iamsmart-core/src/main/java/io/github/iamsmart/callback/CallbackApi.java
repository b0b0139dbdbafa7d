package io.github.iamsmart.callback;

import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Duplicate;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.TopLevel;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.tracking.RequestTracker;
import io.github.iamsmart.tracking.SealedAnswer;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the callbacks of iAM Smart. Thread-safe.
 *
 * <p>Callbacks are not signed [D]. One is believed if its content opens under a content key, and the business id and
 * the secret state in it belong to a request that waits, once. An accepted callback is stored, still encrypted, before
 * this returns; the {@link RequestTracker} delivers its outcome.
 */
public final class CallbackApi {

    private static final Logger log = LoggerFactory.getLogger(CallbackApi.class);

    /** How many bytes a callback has at most, unless the client is told otherwise: 16 MiB. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final String WHAT = "The callback";

    private final CallbackKeys keys;
    private final RequestTracker tracker;
    private final int mostBytes;
    private final Clock clock;

    /**
     * Made by the client.
     *
     * @param keys open callbacks
     * @param tracker knows what is waited for
     * @param mostBytes what is longer is refused
     * @param clock the time
     */
    public CallbackApi(CallbackKeys keys, RequestTracker tracker, int mostBytes, Clock clock) {
        this.keys = keys;
        this.tracker = tracker;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * Takes a callback.
     *
     * @param body the bytes of the HTTP body, as they came; JSON, or multipart with a JSON part
     * @param contentType the {@code Content-Type} header, {@code null} if there is none
     * @return what became of it. Bad input never throws; an exception means that a genuine callback could not be
     *     stored, and must not be acknowledged
     */
    public CallbackResult accept(byte[] body, @Nullable String contentType) {
        CallbackResult result = check(body, contentType);
        if (result instanceof Refused refused) {
            log.warn("A callback of {} bytes was refused: {}", body.length, refused.reason());
        } else {
            log.debug("A callback of {} bytes: {}", body.length, result);
        }
        return result;
    }

    private CallbackResult check(byte[] body, @Nullable String contentType) {
        if (body.length > mostBytes) {
            return new Refused("it is longer than " + mostBytes + " bytes");
        }
        try {
            return open(CallbackBody.envelope(body, contentType));
        } catch (ProtocolException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    private CallbackResult open(byte[] json) {
        TopLevel envelope = TopLevel.read(json, Set.of("txID", "code", "secretKey"), Set.of("content"), WHAT);
        Optional<String> code = envelope.text("code");
        Optional<byte[]> frame = envelope.base64("content");
        if (code.isEmpty() || frame.isEmpty()) {
            return new Refused("it has no result code, or no sealed content that could tell which request it answers");
        }
        Optional<CallbackKeys.Opened> opened =
                keys.open(frame.get(), envelope.text("secretKey").orElse(""));
        if (opened.isEmpty()) {
            return new Refused("no trusted key opens its content");
        }
        InnerEnvelope inner = InnerEnvelope.read(opened.get().plaintext());
        ErrorCode outcome = inner.code().filter(one -> !one.isSuccess()).orElseGet(() -> ErrorCode.of(code.get()));
        SealedAnswer answer = new SealedAnswer(
                outcome, envelope.text("txID").orElse(null), opened.get().wrappedKey(), frame.get(), clock.instant());
        return receive(inner, answer);
    }

    private CallbackResult receive(InnerEnvelope inner, SealedAnswer answer) {
        Optional<BusinessId> businessId = inner.businessId().flatMap(CallbackApi::businessId);
        if (businessId.isEmpty() || inner.state().isEmpty()) {
            return new Refused("its content names no request and state");
        }
        return switch (tracker.receive(businessId.get(), inner.state().get(), answer)) {
            case ACCEPTED -> new Accepted(businessId.get());
            case DUPLICATE -> new Duplicate(businessId.get());
            case UNKNOWN -> new Refused("no request waits for its business id and state");
        };
    }

    private static Optional<BusinessId> businessId(String text) {
        try {
            return Optional.of(new BusinessId(text));
        } catch (ConfigurationException e) {
            return Optional.empty();
        }
    }
}
