package io.github.iamsmart.tracking;

import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Requests of users who have not signed in: no callback answers them, the user's browser comes back and the result is
 * fetched. Thread-safe.
 *
 * <p>Who fetches a result has claimed the request before, so that a page which is loaded twice fetches once.
 */
public final class AnonymousRequests {

    private final String clientId;
    private final RequestStore store;
    private final Outcomes outcomes;
    private final Duration lease;
    private final Clock clock;

    AnonymousRequests(String clientId, RequestStore store, Outcomes outcomes, Duration lease, Clock clock) {
        this.clientId = clientId;
        this.store = store;
        this.outcomes = outcomes;
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
    public record Claimed(TrackedRequest request) implements Claim {}

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
     * @return the claim
     */
    public Claim claim(BusinessId businessId, State state) {
        while (true) {
            Optional<TrackedRequest> found = store.find(businessId)
                    .filter(request -> request.clientId().equals(clientId)
                            && StateHash.OF_REDIRECT.matches(request, state.value()));
            if (found.isEmpty()) {
                return Refused.UNKNOWN;
            }
            TrackedRequest request = found.get();
            Instant now = clock.instant();
            if (!request.isOpen() || request.hasRunOut(now)) {
                return Refused.ENDED;
            }
            if (request.status() == RequestStatus.FETCHING) {
                return Refused.BUSY;
            }
            // The gateway may hand the result out a moment before the request ends.
            Instant leaseEnd = now.plus(lease);
            TrackedRequest claimed =
                    request.claimed(leaseEnd.isAfter(request.expiresAt()) ? leaseEnd : request.expiresAt());
            if (store.replace(claimed)) {
                return new Claimed(claimed);
            }
        }
    }

    /**
     * Stores how a claimed request ended. The request's handler is told as of any other.
     *
     * @param claim the claim
     * @param answer the result, still sealed, or the code of a failure
     * @param kind the kind of the request
     * @param <T> the type of the result
     * @return how it ended, which is not this answer if the claim has run out meanwhile
     */
    public <T> RequestOutcome<T> answer(Claimed claim, SealedAnswer answer, RequestKind<T> kind) {
        TrackedRequest answered = claim.request().answered(answer, clock.instant());
        if (store.replace(answered)) {
            return outcomes.read(answered, kind);
        }
        TrackedRequest ended = store.find(answered.businessId()).orElse(claim.request());
        return outcomes.read(ended, kind);
    }

    /**
     * Gives a claimed request back: nothing could be fetched, and the browser may come again.
     *
     * @param claim the claim
     */
    public void release(Claimed claim) {
        store.replace(claim.request().released());
    }
}
