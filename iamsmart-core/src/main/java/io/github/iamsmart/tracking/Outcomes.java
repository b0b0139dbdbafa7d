package io.github.iamsmart.tracking;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.tracking.RequestView.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads how a request ended out of what the store kept. */
final class Outcomes {

    private final Map<String, RequestKind<?>> kinds;
    private final RequestTracker.AnswerOpener opener;

    Outcomes(List<RequestKind<?>> kinds, RequestTracker.AnswerOpener opener) {
        this.kinds = kinds.stream().collect(Collectors.toMap(RequestKind::name, Function.identity()));
        this.opener = opener;
    }

    RequestOutcome<?> read(TrackedRequest request) {
        RequestKind<?> kind = kinds.get(request.kind());
        if (kind == null) {
            throw new ConfigurationException("The store holds a request of the kind " + request.kind()
                    + ", which this version does not know: update this node.");
        }
        return read(request, kind);
    }

    <T> RequestOutcome<T> read(TrackedRequest request, RequestKind<T> kind) {
        SealedAnswer answer = request.answer();
        RequestInfo info = request.info();
        if (answer == null) {
            return new RequestOutcome.TimedOut<>(info, Optional.empty());
        }
        ErrorCode code = answer.code();
        return switch (Phase.of(code)) {
            case DECLINED -> new RequestOutcome.Declined<>(info, code);
            case TIMED_OUT -> new RequestOutcome.TimedOut<>(info, Optional.of(code));
            case FAILED, WAITING -> new RequestOutcome.Failed<>(info, code);
            case COMPLETED -> new RequestOutcome.Completed<>(info, kind.read(opener.open(answer)));
        };
    }

    RequestView view(TrackedRequest request, Instant now) {
        SealedAnswer answer = request.answer();
        Phase phase = answer != null
                ? Phase.of(answer.code())
                : request.isOpen() && !request.hasRunOut(now) ? Phase.WAITING : Phase.TIMED_OUT;
        Optional<ErrorCode> code =
                Optional.ofNullable(answer).map(SealedAnswer::code).filter(one -> !one.isSuccess());
        return new RequestView(request.businessId(), request.kind(), phase, code, request.expiresAt());
    }
}
