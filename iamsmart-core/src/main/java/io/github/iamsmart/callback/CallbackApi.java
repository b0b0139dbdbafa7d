package io.github.iamsmart.callback;

import io.github.iamsmart.bulksigning.BulkAssembly;
import io.github.iamsmart.bulksigning.BulkCallback;
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
    private final BulkAssembly bulkAssembly;
    private final SignatureFiles files;
    private final int mostBytes;
    private final Clock clock;

    /**
     * Made by the client.
     *
     * @param keys open callbacks
     * @param tracker knows what is waited for
     * @param bulkAssembly puts bulk requests together
     * @param mostBytes what is longer is refused
     * @param clock the time
     */
    public CallbackApi(
            CallbackKeys keys, RequestTracker tracker, BulkAssembly bulkAssembly, int mostBytes, Clock clock) {
        this.keys = keys;
        this.tracker = tracker;
        this.bulkAssembly = bulkAssembly;
        this.files = new SignatureFiles(keys);
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
            return open(CallbackBody.read(body, contentType));
        } catch (ProtocolException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    private CallbackResult open(CallbackBody body) {
        TopLevel envelope =
                TopLevel.read(body.envelope(), Set.of("txID", "code", "secretKey"), Set.of("content"), WHAT);
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
        SignatureFiles.Read signatures = files.read(
                body.signatures().orElseGet(() -> new byte[0]),
                envelope.text("secretKey").orElse(""));
        BulkCallback bulk = new BulkCallback(
                answer,
                () -> InnerEnvelope.businessObject(opened.get().plaintext()),
                opened.get().fromGateway(),
                signatures.file(),
                signatures.text());
        return receive(inner, bulk);
    }

    private CallbackResult receive(InnerEnvelope inner, BulkCallback callback) {
        Optional<BusinessId> businessId = inner.businessId().flatMap(CallbackApi::businessId);
        if (businessId.isEmpty() || inner.state().isEmpty()) {
            return new Refused("its content names no request and state");
        }
        String state = inner.state().get();
        // What belongs to a bulk request is a part of its answer; what does not is an answer.
        BulkAssembly.Taken taken = bulkAssembly
                .receive(businessId.get(), state, callback)
                .orElseGet(() -> new BulkAssembly.Taken(
                        tracker.receive(businessId.get(), state, callback.metadata()), Optional.empty()));
        return switch (taken.receipt()) {
            case ACCEPTED -> new Accepted(businessId.get(), taken.part());
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
