package io.github.iamsmart.internal.requests;

import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.SealedContext;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may become of a stored request. Each method makes the next version; the store decides whether it takes it. */
final class Transitions {

    private Transitions() {}

    /** {@return whether an answer may still come} */
    static boolean isOpen(StoredRequest request) {
        return request.status() == RequestStatus.PENDING || request.status() == RequestStatus.FETCHING;
    }

    /** {@return whether the time to answer is up and nobody has noted it yet} */
    static boolean hasRunOut(StoredRequest request, Instant now) {
        Instant end = request.status() == RequestStatus.PENDING ? request.expiresAt() : request.dueAt();
        return isOpen(request) && !now.isBefore(end);
    }

    /** Somebody has begun to fetch the result, and has until then. */
    static StoredRequest claimed(StoredRequest request, Instant until) {
        return next(request, RequestStatus.FETCHING, null, request.attempts(), until);
    }

    /** The result could not be fetched. */
    static StoredRequest released(StoredRequest request) {
        return next(request, RequestStatus.PENDING, null, request.attempts(), request.expiresAt());
    }

    static StoredRequest answered(StoredRequest request, SealedAnswer result, Instant now) {
        return next(request, RequestStatus.ANSWERED, result, request.attempts(), now);
    }

    static StoredRequest expired(StoredRequest request, Instant now) {
        return next(request, RequestStatus.EXPIRED, request.answer(), request.attempts(), now);
    }

    /** Another attempt to deliver begins; nobody else tries until its lease has ended. */
    static StoredRequest leased(StoredRequest request, Instant leaseEnd) {
        return next(request, request.status(), request.answer(), request.attempts() + 1, leaseEnd);
    }

    static StoredRequest dueAgain(StoredRequest request, Instant time) {
        return next(request, request.status(), request.answer(), request.attempts(), time);
    }

    static StoredRequest delivered(StoredRequest request, Instant removeAt) {
        return next(request, RequestStatus.DELIVERED, request.answer(), request.attempts(), removeAt);
    }

    static StoredRequest dead(StoredRequest request, Instant removeAt) {
        return next(request, RequestStatus.DEAD, request.answer(), request.attempts(), removeAt);
    }

    /** A dead request is to be delivered again. */
    static StoredRequest revived(StoredRequest request, Instant now) {
        RequestStatus status = request.answer() == null ? RequestStatus.EXPIRED : RequestStatus.ANSWERED;
        return next(request, status, request.answer(), 0, now);
    }

    /** Nothing but what its pages need changes. */
    static StoredRequest withContext(StoredRequest request, SealedContext context) {
        return next(request, request.status(), request.answer(), request.attempts(), request.dueAt(), context);
    }

    static RequestInfo info(StoredRequest request) {
        return new RequestInfo(
                request.businessId(),
                request.kind(),
                Optional.ofNullable(request.reference()),
                request.createdAt(),
                Optional.ofNullable(request.answer()).map(SealedAnswer::receivedAt));
    }

    private static StoredRequest next(
            StoredRequest request, RequestStatus then, @Nullable SealedAnswer result, int attempts, Instant due) {
        return next(request, then, result, attempts, due, request.context());
    }

    private static StoredRequest next(
            StoredRequest request,
            RequestStatus then,
            @Nullable SealedAnswer result,
            int attempts,
            Instant due,
            @Nullable SealedContext context) {
        return new StoredRequest(
                request.businessId(),
                request.clientId(),
                request.kind(),
                request.stateHash(),
                request.owner(),
                request.reference(),
                context,
                request.traceParent(),
                request.createdAt(),
                request.expiresAt(),
                then,
                result,
                attempts,
                due,
                request.version() + 1);
    }
}
