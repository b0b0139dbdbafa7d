package io.github.iamsmart.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.State;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Follows requests from their sending to their end. Thread-safe; several nodes may share one store.
 *
 * <p>A request is stored before it is sent, so that a callback which overtakes the answer finds it. A callback is
 * stored before it is acknowledged. What is stored is delivered, at least once.
 */
public final class RequestTracker {

    private final String clientId;
    private final RequestStore store;
    private final List<RequestKind<?>> kinds;
    private final Clock clock;
    private final Outcomes outcomes;
    private final AnonymousRequests anonymous;
    private final Delivery delivery;

    /** What became of a callback that was opened. */
    public enum Receipt {
        /** It is stored. */
        ACCEPTED,
        /** It came before. */
        DUPLICATE,
        /** No request waits for it: unknown, expired, or another state. */
        UNKNOWN
    }

    /**
     * Creates a tracker.
     *
     * @param clientId the online service
     * @param store where requests are kept
     * @param kinds the kinds that can be read
     * @param opener opens kept answers
     * @param policy how outcomes are delivered
     * @param clock the time
     */
    public RequestTracker(
            String clientId,
            RequestStore store,
            List<RequestKind<?>> kinds,
            AnswerOpener opener,
            DeliveryPolicy policy,
            Clock clock) {
        this.clientId = clientId;
        this.store = store;
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
        this.outcomes = new Outcomes(kinds, opener);
        this.anonymous = new AnonymousRequests(clientId, store, outcomes, policy.lease(), clock);
        this.delivery = new Delivery(clientId, store, outcomes, policy, clock);
    }

    /** Opens what a store kept. */
    @FunctionalInterface
    public interface AnswerOpener {
        /**
         * Opens the content of an answer.
         *
         * @param answer the answer as it was kept
         * @return the plaintext
         */
        byte[] open(SealedAnswer answer);
    }

    /**
     * Returns what kinds of requests there are.
     *
     * @return the kinds that can be read, unmodifiable
     */
    public List<RequestKind<?>> kinds() {
        return kinds;
    }

    /**
     * Remembers a request that is about to be sent.
     *
     * @param businessId its name
     * @param kind its kind
     * @param state the secret that its answer must bring back
     * @param owner what tells the browser that begins it, {@code null} if no browser may look
     * @param reference the application's own word for it, {@code null} if there is none
     * @return when it expires
     * @throws ConfigurationException if the business id was used before
     */
    public Instant begin(
            BusinessId businessId,
            RequestKind<?> kind,
            State state,
            @Nullable String owner,
            @Nullable String reference) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(kind.lifetime());
        TrackedRequest request = new TrackedRequest(
                businessId,
                clientId,
                kind.name(),
                kind.stateHash().of(state.value()),
                owner,
                reference,
                now,
                expiresAt,
                RequestStatus.PENDING,
                null,
                0,
                expiresAt,
                0);
        if (!store.create(request)) {
            throw new ConfigurationException("The business id " + businessId
                    + " was used before: each request needs its own, BusinessId.random() makes one.");
        }
        return expiresAt;
    }

    /**
     * Forgets a request that the gateway did not accept.
     *
     * @param businessId its name
     */
    public void withdraw(BusinessId businessId) {
        store.remove(businessId);
    }

    /**
     * Takes a callback, once.
     *
     * @param businessId the request that it names
     * @param state the state that it brings; compared in constant time
     * @param answer the answer, still sealed
     * @return what became of it
     */
    public Receipt receive(BusinessId businessId, String state, SealedAnswer answer) {
        while (true) {
            Optional<TrackedRequest> found = store.find(businessId).filter(request -> isOurs(request, state));
            Instant now = clock.instant();
            if (found.isEmpty()
                    || found.get().status() == RequestStatus.EXPIRED
                    || found.get().hasRunOut(now)) {
                return Receipt.UNKNOWN;
            }
            TrackedRequest request = found.get();
            if (request.status() != RequestStatus.PENDING) {
                return request.answer() == null ? Receipt.UNKNOWN : Receipt.DUPLICATE;
            }
            if (store.replace(request.answered(answer, now))) {
                return Receipt.ACCEPTED;
            }
        }
    }

    /**
     * Looks up which request a callback belongs to that brings a part of its answer only.
     *
     * @param businessId the request that it names
     * @param state the state that it brings; compared in constant time
     * @param kinds the kinds of requests that are answered in parts
     * @return the request, whether it is still open or not; empty if there is none of these kinds under this state
     */
    public Optional<TrackedRequest> recognise(BusinessId businessId, String state, List<RequestKind<?>> kinds) {
        return store.find(businessId)
                .filter(request -> request.clientId().equals(clientId))
                .filter(request -> kinds.stream()
                        .filter(kind -> kind.name().equals(request.kind()))
                        .anyMatch(kind -> kind.stateHash().matches(request, state)));
    }

    /**
     * Answers an open request whose state has been compared before, or whose answer is known without a callback.
     *
     * @param businessId the request
     * @param answer the answer, still sealed
     * @return what became of it
     */
    public Receipt settle(BusinessId businessId, SealedAnswer answer) {
        while (true) {
            Optional<TrackedRequest> found =
                    store.find(businessId).filter(request -> request.clientId().equals(clientId));
            Instant now = clock.instant();
            if (found.isEmpty() || found.get().hasRunOut(now)) {
                return Receipt.UNKNOWN;
            }
            TrackedRequest request = found.get();
            if (!request.isOpen()) {
                return request.answer() == null ? Receipt.UNKNOWN : Receipt.DUPLICATE;
            }
            if (store.replace(request.answered(answer, now))) {
                return Receipt.ACCEPTED;
            }
        }
    }

    private boolean isOurs(TrackedRequest request, String state) {
        return request.clientId().equals(clientId) && StateHash.OF_CALLBACK.matches(request, state);
    }

    /**
     * Returns what belongs to requests that are not answered by callback.
     *
     * @return the anonymous requests among these
     */
    public AnonymousRequests anonymous() {
        return anonymous;
    }

    /**
     * Shows a waiting page how far its request is.
     *
     * @param businessId the request
     * @param owner what tells the browser that asks
     * @return the request, empty if it is unknown or another browser began it
     */
    public Optional<RequestView> view(BusinessId businessId, String owner) {
        return store.find(businessId)
                .filter(request -> request.clientId().equals(clientId))
                .filter(request -> request.owner() != null
                        && MessageDigest.isEqual(request.owner().getBytes(UTF_8), owner.getBytes(UTF_8)))
                .map(request -> outcomes.view(request, clock.instant()));
    }

    /**
     * Returns how a request ended.
     *
     * @param businessId the request
     * @param kind its kind
     * @param <T> the type of the result
     * @return the outcome; empty while the user has not answered, for an unknown request and one of another kind, and
     *     after the time for which delivered results are kept
     */
    public <T> Optional<RequestOutcome<T>> outcome(BusinessId businessId, RequestKind<T> kind) {
        Instant now = clock.instant();
        return store.find(businessId)
                .filter(request -> request.clientId().equals(clientId))
                .filter(request -> request.kind().equals(kind.name()))
                .filter(request -> !request.isOpen() || request.hasRunOut(now))
                .map(request -> outcomes.read(request, kind));
    }

    /**
     * Does what is due: ends requests whose time is up, offers outcomes to the handler, forgets what was kept long
     * enough. To be called after each callback and every few seconds; several threads and nodes may do so at once. The
     * interruption of the thread ends the round.
     *
     * @param handler takes the outcomes
     * @return how many requests were looked after
     */
    public int deliverDue(RequestHandler handler) {
        return delivery.run(handler);
    }

    /**
     * Offers a dead request again.
     *
     * @param businessId the request
     * @return {@code false} if it is not dead
     */
    public boolean revive(BusinessId businessId) {
        return change(businessId, RequestStatus.DEAD, request -> request.revived(clock.instant()));
    }

    private boolean change(BusinessId businessId, RequestStatus expected, UnaryOperator<TrackedRequest> change) {
        return store.find(businessId)
                .filter(request -> request.clientId().equals(clientId) && request.status() == expected)
                .filter(request -> store.replace(change.apply(request)))
                .isPresent();
    }

    /**
     * Counts requests, for health.
     *
     * @param status in which state
     * @return how many there are
     */
    public long count(RequestStatus status) {
        return store.count(clientId, status);
    }
}
