package io.github.iamsmart.tracking;

import io.github.iamsmart.request.BusinessId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands in a {@link RequestStore}. Immutable; holds neither a secret nor personal data in clear.
 *
 * @param businessId the request's name at the gateway
 * @param clientId the online service that sent it
 * @param kind the {@linkplain RequestKind#name() name} of its kind
 * @param stateHash Base64 of a SHA-256 over the state
 * @param owner what tells the browser that began it, {@code null} if nobody may look; never a secret in clear
 * @param reference the application's own word for what the request belongs to, {@code null} if there is none
 * @param createdAt when it was begun
 * @param expiresAt when it ends without an answer
 * @param status where it stands
 * @param answer the result, {@code null} while there is none
 * @param attempts how often it was tried to deliver the outcome
 * @param dueAt when something has to be done for it next: end it, deliver it, or remove it
 * @param version counts the changes, for {@link RequestStore#replace}
 */
public record TrackedRequest(
        BusinessId businessId,
        String clientId,
        String kind,
        String stateHash,
        @Nullable String owner,
        @Nullable String reference,
        Instant createdAt,
        Instant expiresAt,
        RequestStatus status,
        @Nullable SealedAnswer answer,
        int attempts,
        Instant dueAt,
        long version) {

    /** Returns whether an answer may still come. */
    boolean isOpen() {
        return status == RequestStatus.PENDING || status == RequestStatus.FETCHING;
    }

    /** Returns whether the time to answer is up and nobody has noted it yet. */
    boolean hasRunOut(Instant now) {
        return isOpen() && !now.isBefore(status == RequestStatus.PENDING ? expiresAt : dueAt);
    }

    /** Somebody has begun to fetch the result, and is given until then. */
    TrackedRequest claimed(Instant until) {
        return next(RequestStatus.FETCHING, null, attempts, until);
    }

    /** The result could not be fetched. */
    TrackedRequest released() {
        return next(RequestStatus.PENDING, null, attempts, expiresAt);
    }

    TrackedRequest answered(SealedAnswer result, Instant now) {
        return next(RequestStatus.ANSWERED, result, attempts, now);
    }

    TrackedRequest expired(Instant now) {
        return next(RequestStatus.EXPIRED, answer, attempts, now);
    }

    /** Another attempt to deliver begins; nobody else tries until its lease has ended. */
    TrackedRequest leased(Instant leaseEnd) {
        return next(status, answer, attempts + 1, leaseEnd);
    }

    TrackedRequest dueAgain(Instant time) {
        return next(status, answer, attempts, time);
    }

    TrackedRequest delivered(Instant removeAt) {
        return next(RequestStatus.DELIVERED, answer, attempts, removeAt);
    }

    TrackedRequest dead(Instant removeAt) {
        return next(RequestStatus.DEAD, answer, attempts, removeAt);
    }

    /** Returns a dead request to life. */
    TrackedRequest revived(Instant now) {
        return next(answer == null ? RequestStatus.EXPIRED : RequestStatus.ANSWERED, answer, 0, now);
    }

    RequestInfo info() {
        return new RequestInfo(businessId, kind, Optional.ofNullable(reference), createdAt);
    }

    private TrackedRequest next(RequestStatus then, @Nullable SealedAnswer result, int tries, Instant due) {
        return new TrackedRequest(
                businessId,
                clientId,
                kind,
                stateHash,
                owner,
                reference,
                createdAt,
                expiresAt,
                then,
                result,
                tries,
                due,
                version + 1);
    }
}
