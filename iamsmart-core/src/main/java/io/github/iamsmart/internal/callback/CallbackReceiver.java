package io.github.iamsmart.internal.callback;

import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.callback.CallbackResult;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Duplicate;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.TopLevel;
import io.github.iamsmart.internal.requests.IncomingCallback;
import io.github.iamsmart.internal.requests.Receipt;
import io.github.iamsmart.internal.requests.RequestTracker;
import io.github.iamsmart.internal.text.OneLine;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.SealedAnswer;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens callbacks and hands them to the request tracker. Thread-safe. */
public final class CallbackReceiver implements CallbackApi {

    private static final Logger log = LoggerFactory.getLogger(CallbackApi.class);
    private static final String WHAT = "The callback";

    private final CallbackKeys keys;
    private final RequestTracker tracker;
    private final AttachedFile files;
    private final int mostBytes;
    private final Clock clock;

    /**
     * Creates the receiver.
     *
     * @param keys open callbacks
     * @param tracker knows what is waited for
     * @param mostBytes what is longer is refused
     * @param clock the time
     */
    public CallbackReceiver(CallbackKeys keys, RequestTracker tracker, int mostBytes, Clock clock) {
        this.keys = keys;
        this.tracker = tracker;
        this.files = new AttachedFile(keys);
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    @Override
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
        String secretKey = envelope.text("secretKey").orElse("");
        Optional<CallbackKeys.Opened> opened = keys.open(frame.get(), secretKey);
        if (opened.isEmpty()) {
            return new Refused("no trusted key opens its content");
        }
        byte[] plaintext = opened.get().plaintext();
        InnerEnvelope inner = InnerEnvelope.read(plaintext);
        Optional<BusinessId> businessId = inner.businessId().flatMap(BusinessId::parse);
        Optional<State> state = inner.state().flatMap(State::parse);
        if (businessId.isEmpty() || state.isEmpty()) {
            return new Refused("its content names no request and state");
        }
        ErrorCode outcome = inner.code().filter(one -> !one.isSuccess()).orElseGet(() -> ErrorCode.of(code.get()));
        return receive(new IncomingCallback(
                businessId.get(),
                state.get(),
                new SealedAnswer(
                        outcome,
                        envelope.text("txID").map(OneLine::of).orElse(null),
                        opened.get().wrappedKey(),
                        frame.get(),
                        clock.instant()),
                opened.get().fromGateway(),
                () -> InnerEnvelope.businessObject(plaintext),
                () -> files.open(body.file(), secretKey)));
    }

    private CallbackResult receive(IncomingCallback callback) {
        Receipt receipt = tracker.receive(callback);
        return switch (receipt.status()) {
            case ACCEPTED -> new Accepted(callback.businessId(), receipt.part());
            case DUPLICATE -> new Duplicate(callback.businessId());
            case UNKNOWN -> new Refused("no request waits for its business id and state");
        };
    }
}
