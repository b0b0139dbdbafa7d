package io.github.iamsmart.internal.requests;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Claims of requests that no callback answers: the user's browser comes back, and the result is fetched. Whoever
 * fetches a result has claimed the request before, so that a page which is loaded twice fetches once. Thread-safe.
 */
public final class RequestClaims {

    private final String clientId;
    private final RequestStore store;
    private final Duration lease;
    private final Clock clock;

    RequestClaims(String clientId, RequestStore store, Duration lease, Clock clock) {
        this.clientId = clientId;
        this.store = store;
        this.lease = lease;
        this.clock = clock;
    }

    /** What became of an attempt to claim a request. */
    public sealed interface Claim {}

    /**
     * The request is the caller's, who has to {@linkplain #answer answer} or to {@linkplain #release release} it.
     *
     * @param request as it stands in the store
     */
    public record Claimed(StoredRequest request) implements Claim {}

    /** Why a request cannot be claimed. */
    public enum Refused implements Claim {
        /** There is none with this business id and this state. */
        UNKNOWN,
        /** Somebody else fetches its result at this moment. */
        BUSY,
        /** It has been answered, or its time is up. */
        ENDED
    }

    /**
     * Claims a request whose user has come back.
     *
     * @param businessId its name
     * @param state the state that the browser brought back; compared in constant time
     */
    public Claim claim(BusinessId businessId, State state) {
        while (true) {
            Optional<StoredRequest> found = store.find(businessId)
                    .filter(request ->
                            request.clientId().equals(clientId) && StateHash.OF_REDIRECT.matches(request, state));
            if (found.isEmpty()) {
                return Refused.UNKNOWN;
            }
            StoredRequest request = found.get();
            Instant now = clock.instant();
            if (!Transitions.isOpen(request) || Transitions.hasRunOut(request, now)) {
                return Refused.ENDED;
            }
            if (request.status() == RequestStatus.FETCHING) {
                return Refused.BUSY;
            }
            // The gateway may hand the result out a moment before the request ends.
            Instant leaseEnd = now.plus(lease);
            StoredRequest claimed = Transitions.claimed(
                    request, leaseEnd.isAfter(request.expiresAt()) ? leaseEnd : request.expiresAt());
            if (store.replace(claimed)) {
                return new Claimed(claimed);
            }
        }
    }

    /**
     * Stores how a claimed request ended. Its handler gets the outcome as that of any other.
     *
     * @param claim the claim
     * @param answer the result, still sealed, or the code of a failure
     * @return the request as it ended, which is not by this answer if the claim has run out meanwhile
     */
    public StoredRequest answer(Claimed claim, SealedAnswer answer) {
        Instant now = clock.instant();
        return HeldRequest.replace(store, claim.request(), request -> Transitions.answered(request, answer, now))
                .or(() -> store.find(claim.request().businessId()))
                .orElse(claim.request());
    }

    /** Gives a claimed request back: nothing could be fetched, or its answer is still to come. */
    public void release(Claimed claim) {
        HeldRequest.replace(store, claim.request(), Transitions::released);
    }
}
