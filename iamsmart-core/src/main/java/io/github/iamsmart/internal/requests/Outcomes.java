package io.github.iamsmart.internal.requests;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.listener.TracedRequest;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.RequestView.Phase;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads how a request ended out of what the store kept. */
final class Outcomes {

    private final Map<String, RequestKind<?>> kinds;
    private final StoreCipher cipher;

    Outcomes(Map<String, RequestKind<?>> kinds, StoreCipher cipher) {
        this.kinds = kinds;
        this.cipher = cipher;
    }

    /** {@return what a tracer hears of a request} The name of an unknown kind may be anything. */
    TracedRequest traced(StoredRequest request, int attempt) {
        return new TracedRequest(
                request.businessId().value(),
                Optional.of(request.kind()).filter(kinds::containsKey),
                attempt,
                Optional.ofNullable(request.traceParent()));
    }

    RequestOutcome<?> read(StoredRequest request) {
        RequestKind<?> kind = kinds.get(request.kind());
        if (kind == null) {
            throw new ConfigurationException("The store holds a request of the kind " + request.kind()
                    + ", which this client does not know: update this node, or add the kind to the client.");
        }
        return read(request, kind);
    }

    <T> RequestOutcome<T> read(StoredRequest request, RequestKind<T> kind) {
        SealedAnswer answer = request.answer();
        RequestInfo info = Transitions.info(request);
        if (answer == null) {
            return new RequestOutcome.TimedOut<>(info, Optional.empty());
        }
        ErrorCode code = answer.code();
        return switch (Phase.of(code)) {
            case DECLINED -> new RequestOutcome.Declined<>(info, code);
            case TIMED_OUT -> new RequestOutcome.TimedOut<>(info, Optional.of(code));
            case FAILED, WAITING, PROCESSING -> new RequestOutcome.Failed<>(info, code);
            case COMPLETED -> new RequestOutcome.Completed<>(info, kind.read(cipher.open(answer)));
        };
    }

    RequestView view(StoredRequest request, Optional<AnswerProgress> progress, Instant now) {
        SealedAnswer answer = request.answer();
        boolean waiting = Transitions.isOpen(request) && !Transitions.hasRunOut(request, now);
        Phase phase = answer != null ? phase(request, answer.code()) : waiting ? open(request) : Phase.TIMED_OUT;
        Optional<ErrorCode> code =
                Optional.ofNullable(answer).map(SealedAnswer::code).filter(one -> !one.isSuccess());
        return new RequestView(request.businessId(), request.kind(), phase, progress, code, request.expiresAt());
    }

    /** Whose result is being fetched, that user has come back from the app. */
    private static Phase open(StoredRequest request) {
        return request.status() == RequestStatus.FETCHING ? Phase.PROCESSING : Phase.WAITING;
    }

    /** A result is of use to a page when the application has it. */
    private static Phase phase(StoredRequest request, ErrorCode code) {
        Phase phase = Phase.of(code);
        if (phase != Phase.COMPLETED || request.status() == RequestStatus.DELIVERED) {
            return phase;
        }
        return request.status() == RequestStatus.DEAD ? Phase.FAILED : Phase.PROCESSING;
    }
}
