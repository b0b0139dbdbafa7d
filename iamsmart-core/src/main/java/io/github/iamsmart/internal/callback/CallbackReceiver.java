package io.github.iamsmart.internal.callback;

import io.github.iamsmart.callback.CallbackApi;
import io.github.iamsmart.callback.CallbackHeaders;
import io.github.iamsmart.callback.CallbackResult;
import io.github.iamsmart.callback.CallbackResult.Accepted;
import io.github.iamsmart.callback.CallbackResult.Duplicate;
import io.github.iamsmart.callback.CallbackResult.Refused;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.internal.json.BusinessObject;
import io.github.iamsmart.internal.json.TopLevel;
import io.github.iamsmart.internal.requests.IncomingCallback;
import io.github.iamsmart.internal.requests.IncomingCallback.OpenedFile;
import io.github.iamsmart.internal.requests.Receipt;
import io.github.iamsmart.internal.requests.RequestTracker;
import io.github.iamsmart.internal.text.OneLine;
import io.github.iamsmart.listener.AnswerReport.Verdict;
import io.github.iamsmart.listener.CallbackReport;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.SealedAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens callbacks and hands them to the request tracker. Thread-safe. */
public final class CallbackReceiver implements CallbackApi {

    private static final Logger log = LoggerFactory.getLogger(CallbackApi.class);
    private static final String WHAT = "The callback";
    private static final String NOBODY_WAITS = "no request waits for its business id and state";
    private static final byte[] NOTHING = {};

    /** What a form may hold of other JSON objects before its envelope: each of them is read to its end. */
    private static final int MOST_OTHERS = 1024 * 1024;

    private static final Set<String> NAMES = Set.of("txID", "code", "secretKey", "businessID", "state");

    private final CallbackKeys keys;
    private final CallbackSignature signature;
    private final RequestTracker tracker;
    private final LostRequests lostRequests;
    private final AttachedFile files;
    private final int mostBytes;
    private final IamSmartTracer tracer;
    private final Clock clock;

    /**
     * Creates the receiver.
     *
     * @param keys open callbacks
     * @param signature verifies those that are signed
     * @param tracker knows what is waited for
     * @param lostRequests is told of genuine callbacks for requests that nobody here knows
     * @param mostBytes what is longer is refused
     * @param clock the time
     */
    public CallbackReceiver(
            CallbackKeys keys,
            CallbackSignature signature,
            RequestTracker tracker,
            LostRequests lostRequests,
            int mostBytes,
            IamSmartTracer tracer,
            Clock clock) {
        this.keys = keys;
        this.signature = signature;
        this.tracker = tracker;
        this.lostRequests = lostRequests;
        this.files = new AttachedFile(keys);
        this.mostBytes = mostBytes;
        this.tracer = tracer;
        this.clock = clock;
    }

    /**
     * An envelope in clear, and what came with it.
     *
     * @param json its text
     * @param members what was read of it
     * @param code its result code
     * @param file the file that came along
     * @param signed whether the signature of the callback proves who sent it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Envelope(byte[] json, TopLevel members, ErrorCode code, Optional<byte[]> file, boolean signed) {

        String secretKey() {
            return members.text("secretKey").orElse("");
        }

        SealedAnswer answer(ErrorCode outcome, String wrappedKey, byte[] frame, Instant now) {
            String txId = members.text("txID").map(OneLine::of).orElse(null);
            return new SealedAnswer(outcome, txId, wrappedKey, frame, now);
        }
    }

    /** The request that something names. */
    private record Named(BusinessId businessId, State state) {

        static Optional<Named> in(BusinessObject object) {
            return object.businessId()
                    .flatMap(BusinessId::parse)
                    .flatMap(id -> object.state().flatMap(State::parse).map(state -> new Named(id, state)));
        }
    }

    @Override
    public CallbackResult accept(CallbackHeaders headers, byte[] body) {
        Consumer<CallbackReport> trace = tracer.callbackReceived();
        CallbackReport report = new CallbackReport(Verdict.FAILED, Optional.empty());
        try {
            CallbackResult result = check(headers, body);
            report = report(result);
            log(result, body);
            return result;
        } finally {
            trace.accept(report);
        }
    }

    private static CallbackReport report(CallbackResult result) {
        if (result instanceof Accepted accepted) {
            return new CallbackReport(
                    Verdict.ACCEPTED, Optional.of(accepted.businessId().value()));
        }
        if (result instanceof Duplicate duplicate) {
            return new CallbackReport(
                    Verdict.DUPLICATE, Optional.of(duplicate.businessId().value()));
        }
        return new CallbackReport(Verdict.REFUSED, Optional.empty());
    }

    private static void log(CallbackResult result, byte[] body) {
        if (result instanceof Refused refused) {
            log.warn("A callback of {} bytes was refused: {}", body.length, refused.reason());
        } else {
            log.debug("A callback of {} bytes: {}", body.length, result);
        }
    }

    private CallbackResult check(CallbackHeaders headers, byte[] body) {
        if (body.length > mostBytes) {
            return new Refused("it is longer than " + mostBytes + " bytes");
        }
        String contentType = headers.contentType().orElse(null);
        boolean signed = headers.isSigned() && !CallbackBody.isMultipart(contentType);
        if (signed && !signature.isRight(headers, body)) {
            return new Refused("its signature is wrong: check the client id and the client secret, if it is genuine");
        }
        try {
            Optional<Envelope> envelope = envelope(CallbackBody.read(body, contentType), signed);
            return envelope.isPresent() ? open(envelope.get()) : new Refused("it has no result code");
        } catch (ProtocolException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    /** {@return the first JSON object with a result code} A form may have others. */
    private static Optional<Envelope> envelope(CallbackBody body, boolean signed) {
        boolean isAlone = body.envelopes().size() == 1;
        int others = 0;
        for (byte[] json : body.envelopes()) {
            if (others > MOST_OTHERS) {
                throw new ProtocolException("The callback has more than 1 MiB of JSON before its result code.");
            }
            try {
                TopLevel members = BusinessObject.envelope(json, NAMES, WHAT);
                Optional<String> code = members.text("code").filter(text -> !text.isBlank());
                if (code.isPresent()) {
                    return Optional.of(new Envelope(json, members, ErrorCode.of(code.get()), body.file(), signed));
                }
            } catch (ProtocolException e) {
                if (isAlone) {
                    throw e;
                }
            }
            others += json.length;
        }
        return Optional.empty();
    }

    private CallbackResult open(Envelope envelope) {
        Optional<byte[]> frame = envelope.members().base64("content").filter(bytes -> bytes.length > 0);
        Optional<CallbackKeys.Opened> opened = frame.flatMap(bytes -> keys.open(bytes, envelope.secretKey()));
        if (opened.isPresent()) {
            Optional<BusinessObject> object = object(envelope, opened.get());
            Optional<Named> named = object.flatMap(Named::in);
            if (named.isPresent()) {
                return receive(
                        sealed(envelope, frame.orElseThrow(), opened.get(), object.orElseThrow(), named.get()),
                        opened.get().doubt());
            }
        }
        if (!envelope.code().isSuccess()) {
            return failedInClear(envelope);
        }
        if (frame.isEmpty()) {
            return new Refused("it has no sealed content that could tell which request it answers");
        }
        return new Refused(
                opened.isEmpty() ? "no trusted key opens its content" : "its content names no request and state");
    }

    /** A failure may seal nothing that can be read, and name its request in clear. */
    private static Optional<BusinessObject> object(Envelope envelope, CallbackKeys.Opened opened) {
        try {
            return Optional.of(BusinessObject.read(opened.plaintext(), "The plaintext of the callback"));
        } catch (ProtocolException e) {
            if (envelope.code().isSuccess()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private IncomingCallback sealed(
            Envelope envelope, byte[] frame, CallbackKeys.Opened opened, BusinessObject object, Named named) {
        ErrorCode outcome = object.code().filter(code -> !code.isSuccess()).orElse(envelope.code());
        return new IncomingCallback(
                named.businessId(),
                named.state(),
                envelope.answer(outcome, opened.wrappedKey(), frame, clock.instant()),
                opened.fromGateway() || envelope.signed(),
                opened.plaintext(),
                object::json,
                () -> files.open(envelope.file(), envelope.secretKey()));
    }

    /** There is no result to protect: the state alone says that the failure is genuine, if no browser knows it. */
    private CallbackResult failedInClear(Envelope envelope) {
        Optional<Named> named = Named.in(BusinessObject.inClear(envelope.members(), envelope.json()));
        if (named.isEmpty()) {
            return new Refused(
                    "it is a failure whose content names no request and state, which is left to its" + " time-out");
        }
        if (!keys.isStateEnough() && !envelope.signed()) {
            return new Refused("it is a failure in clear, and only keys of the gateway are trusted");
        }
        return receive(
                new IncomingCallback(
                        named.get().businessId(),
                        named.get().state(),
                        envelope.answer(envelope.code(), "", NOTHING, clock.instant()),
                        envelope.signed(),
                        NOTHING,
                        () -> NOTHING,
                        () -> OpenedFile.NONE),
                Optional.empty());
    }

    private CallbackResult receive(IncomingCallback callback, Optional<TransportException> doubt) {
        Receipt receipt = tracker.receive(callback);
        return switch (receipt.status()) {
            case ACCEPTED -> new Accepted(callback.businessId(), receipt.part());
            case DUPLICATE -> new Duplicate(callback.businessId());
            case UNKNOWN -> {
                if (callback.fromGateway()) {
                    lostRequests.noteGenuineCallback();
                }
                yield new Refused(NOBODY_WAITS);
            }
            case NOT_WAITING -> new Refused(NOBODY_WAITS);
            case UNPROVEN -> {
                if (doubt.isPresent()) {
                    // Refused, a genuine callback would be lost: it may come again when the key can be had.
                    throw doubt.get();
                }
                yield new Refused("the browser knows its state, and no key of the gateway opens its content");
            }
            case OWN_REQUEST -> new Refused("its content is a request of our own, posted back");
        };
    }
}
