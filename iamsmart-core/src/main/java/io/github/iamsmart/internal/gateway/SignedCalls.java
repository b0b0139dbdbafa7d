package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.internal.crypto.RequestSigner;
import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.IamSmartListener;
import io.github.iamsmart.listener.OutgoingCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests. This is the only place that signs a request, and the array that is signed is the array that is sent.
 *
 * <p>Each attempt is a separate request, with a fresh timestamp, nonce and signature. Thread-safe.
 */
public final class SignedCalls {

    private static final Logger log = LoggerFactory.getLogger(SignedCalls.class);
    private static final int LONGEST_TYPE = 80;

    private final String clientId;
    private final RequestSigner signer;
    private final TimestampSequence timestamps;
    private final HttpSender http;
    private final RetryPolicy retries;
    private final IamSmartListener listener;
    private final CallTracer tracer;
    private final Duration callTimeout;

    /**
     * Creates the signed calls.
     *
     * @param clientId the client id
     * @param signer knows the secret
     * @param timestamps never decrease
     * @param http sends
     * @param retries decides about another attempt
     * @param listener receives a report on each call
     * @param tracer follows each call
     * @param callTimeout for a whole call
     */
    public SignedCalls(
            String clientId,
            RequestSigner signer,
            TimestampSequence timestamps,
            HttpSender http,
            RetryPolicy retries,
            IamSmartListener listener,
            CallTracer tracer,
            Duration callTimeout) {
        this.clientId = clientId;
        this.signer = signer;
        this.timestamps = timestamps;
        this.http = http;
        this.retries = retries;
        this.listener = listener;
        this.tracer = tracer;
        this.callTimeout = callTimeout;
    }

    /** {@return the time by which a call that begins now must have ended} */
    public Deadline newDeadline() {
        return Deadline.in(callTimeout);
    }

    /**
     * Makes a call whose body is in clear.
     *
     * @param call which call
     * @param body the bytes to send, empty for none
     * @return the answer, whatever its code
     * @throws IamSmartException if no envelope came
     */
    public Envelope call(ApiCall call, byte[] body) {
        return call(call, () -> body, newDeadline());
    }

    /**
     * Makes a call. Asks for the body at each attempt, so that a repeated request is also sealed anew.
     *
     * @param call which call
     * @param body the bytes to send
     * @param deadline until when it may take
     * @return the answer, whatever its code
     * @throws IamSmartException if no envelope came
     */
    public Envelope call(ApiCall call, Supplier<byte[]> body, Deadline deadline) {
        CallProgress progress = new CallProgress(call.path());
        try {
            Envelope answer = attempt(call, body, deadline, progress);
            if (refusedForItsTimestamp(answer)) {
                // Parallel requests can overtake each other in transit; a request that the gateway refused was not
                // carried out.
                answer = attempt(call, body, deadline, progress);
            }
            progress.ended(answer, null);
            return answer;
        } catch (IamSmartException e) {
            progress.ended(null, e);
            throw e;
        } finally {
            progress.close();
        }
    }

    private Envelope attempt(ApiCall call, Supplier<byte[]> body, Deadline deadline, CallProgress progress) {
        while (true) {
            Optional<Duration> pause;
            IamSmartException failure;
            try {
                HttpAnswer answer = send(call.path(), body.get(), deadline, progress);
                pause = retries.afterRefusal(call.repeat(), answer, progress.attempts, deadline);
                if (pause.isEmpty()) {
                    return envelope(call.path(), answer);
                }
                failure = unexpected(call.path(), answer);
            } catch (TransportException e) {
                pause = retries.afterFailure(call.repeat(), e, progress.attempts, deadline);
                failure = e;
            }
            if (pause.isEmpty() || !retries.pause(pause.get())) {
                throw failure;
            }
        }
    }

    private HttpAnswer send(String path, byte[] body, Deadline deadline, CallProgress progress) {
        progress.attempts++;
        String timestamp = Long.toString(timestamps.next());
        String nonce = UUID.randomUUID().toString();
        Map<String, String> own = Map.of(
                "clientID", clientId,
                "signatureMethod", RequestSigner.METHOD,
                "timestamp", timestamp,
                "nonce", nonce,
                "signature", signer.sign(timestamp, nonce, body));
        HttpAnswer answer = http.post(path, progress.headers(own), body, deadline);
        progress.httpStatus = answer.status();
        return answer;
    }

    private static Envelope envelope(String path, HttpAnswer answer) {
        if (!answer.looksLikeJson()) {
            throw unexpected(path, answer);
        }
        Envelope envelope;
        try {
            envelope = Envelope.read(answer.body(), "The answer of " + path);
        } catch (ProtocolException e) {
            throw new ProtocolException(
                    e.getMessage() + " HTTP status " + answer.status() + ".", answer.status(), null);
        }
        if (answer.status() != 200 && envelope.code().isSuccess()) {
            throw unexpected(path, answer);
        }
        return envelope;
    }

    private static ProtocolException unexpected(String path, HttpAnswer answer) {
        String type = answer.contentType();
        return new ProtocolException(
                path + " answered HTTP " + answer.status() + " with " + answer.body().length + " bytes"
                        + (type == null ? "" : " of " + shown(type))
                        + " and not with the gateway's JSON: a proxy, a wrong base URL, or an outage?",
                answer.status(),
                null);
    }

    private static String shown(String contentType) {
        String cut = contentType.length() > LONGEST_TYPE ? contentType.substring(0, LONGEST_TYPE) : contentType;
        return cut.replaceAll("[^\\w/;= .+-]", "?");
    }

    /** [?] No public text says which code a decreasing timestamp gets; D20003 names any invalid parameter. */
    private static boolean refusedForItsTimestamp(Envelope answer) {
        String message = answer.message();
        return answer.code().equals(ErrorCode.PARAMETER_INVALID)
                && message != null
                && message.toLowerCase(Locale.ROOT).contains("timestamp");
    }

    /** What is reported about a call when it has ended. */
    private final class CallProgress {
        private final String path;
        private final long startedAt = System.nanoTime();
        private int attempts;
        private final OutgoingCall outgoing;
        private final Consumer<CallReport> trace;
        private int httpStatus;
        private @Nullable CallReport report;

        CallProgress(String path) {
            this.path = path;
            this.outgoing = tracer.describe(path);
            this.trace = tracer.tracer().callStarted(outgoing);
        }

        /** {@return the headers to send: the client's own, and those that the tracer has added} */
        Map<String, String> headers(Map<String, String> own) {
            Map<String, String> added = outgoing.headers();
            if (added.isEmpty()) {
                return own;
            }
            Map<String, String> all = new HashMap<>(added);
            all.putAll(own);
            return all;
        }

        void ended(@Nullable Envelope answer, @Nullable IamSmartException failure) {
            Duration duration = Duration.ofNanos(System.nanoTime() - startedAt);
            Optional<ErrorCode> code = Optional.ofNullable(answer).map(Envelope::code);
            Optional<String> txId = Optional.ofNullable(answer).map(Envelope::txId);
            log.debug(
                    "{} ended with {} after {} ms and {} attempt(s), HTTP {}, txID {}",
                    path,
                    failure == null ? code.orElseThrow() : failure.getClass().getSimpleName(),
                    duration.toMillis(),
                    attempts,
                    httpStatus,
                    txId.orElse("-"));
            report = new CallReport(path, duration, attempts, httpStatus, code, txId, Optional.ofNullable(failure));
            listener.onCall(report);
        }

        /** However the call ended: the tracer may have put something on this thread, which must not stay there. */
        void close() {
            trace.accept(report != null ? report : unknown());
        }

        private CallReport unknown() {
            Duration duration = Duration.ofNanos(System.nanoTime() - startedAt);
            return new CallReport(
                    path, duration, attempts, httpStatus, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
