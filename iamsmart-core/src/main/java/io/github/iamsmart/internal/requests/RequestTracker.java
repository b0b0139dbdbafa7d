package io.github.iamsmart.internal.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.internal.requests.Receipt.Status;
import io.github.iamsmart.listener.AnswerReport;
import io.github.iamsmart.listener.AnswerReport.Verdict;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.DeliveryPolicy;
import io.github.iamsmart.requests.PartReader;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.RequestHandler;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.RequestView;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.SealedAnswer;
import io.github.iamsmart.requests.store.SealedContext;
import io.github.iamsmart.requests.store.StoredRequest;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Follows requests from their sending to their end. Thread-safe; several nodes may share the stores.
 *
 * <p>A request is stored before it is sent, so that a callback which overtakes the answer finds it. A callback is
 * stored before it is acknowledged. What is stored is delivered, at least once.
 */
public final class RequestTracker implements Requests {

    private static final int LONGEST_CONTEXT = 16 * 1024;

    private final String clientId;
    private final RequestStore store;
    private final List<RequestKind<?>> kinds;
    private final Map<String, RequestKind<?>> kindsByName;
    private final IamSmartTracer tracer;
    private final Clock clock;
    private final PartAssembly parts;
    private final StoreCipher cipher;
    private final Outcomes outcomes;
    private final RequestClaims claims;
    private final Delivery delivery;

    /**
     * Creates a tracker.
     *
     * @param clientId the online service
     * @param store where requests are kept
     * @param partStore where the parts of answers are kept
     * @param kinds the kinds that can be sent and read
     * @param cipher opens what is kept, and seals it
     * @param policy how outcomes are delivered
     * @param tracer follows answers and deliveries
     * @param clock the time
     * @throws ConfigurationException if two kinds have the same name
     */
    public RequestTracker(
            String clientId,
            RequestStore store,
            AnswerPartStore partStore,
            List<RequestKind<?>> kinds,
            StoreCipher cipher,
            DeliveryPolicy policy,
            IamSmartTracer tracer,
            Clock clock) {
        this.clientId = clientId;
        this.store = store;
        this.kinds = List.copyOf(kinds);
        this.kindsByName = kinds.stream()
                .collect(Collectors.toUnmodifiableMap(RequestKind::name, Function.identity(), (one, other) -> {
                    throw new ConfigurationException(
                            "Two kinds of requests are called " + one + ": give yours another name.");
                }));
        kinds.forEach(RequestTracker::requireOwnName);
        this.tracer = tracer;
        this.clock = clock;
        this.parts = new PartAssembly(partStore, cipher, policy.retention().plus(policy.deadRetention()));
        this.cipher = cipher;
        this.outcomes = new Outcomes(kindsByName, cipher);
        this.claims = new RequestClaims(clientId, store, policy.lease(), clock);
        this.delivery = new Delivery(clientId, store, this::remove, outcomes, policy, tracer, clock);
    }

    /** A store would count its requests among those that anybody can begin. */
    private static void requireOwnName(RequestKind<?> kind) {
        if (!kind.isAnonymous() && kind.name().startsWith(RequestKind.ANONYMOUS_PREFIX)) {
            throw new ConfigurationException(
                    "The kind of request '" + kind.name() + "' has the name of an anonymous one,"
                            + " such as kind.anonymous() makes: give yours another name.");
        }
    }

    @Override
    public List<RequestKind<?>> kinds() {
        return kinds;
    }

    /**
     * Stores a request that is about to be sent.
     *
     * @param kind its kind
     * @param options its name, its state, and who may look
     * @param sent the plaintext that is sent, by which it is recognised if it is posted back
     * @return when it expires
     * @throws InvalidRequestException if the business id was used before
     * @throws ConfigurationException if the client does not know the kind
     */
    public Instant begin(RequestKind<?> kind, RequestOptions options, byte[] sent) {
        requireKnown(kind);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(kind.lifetime());
        StoredRequest request = new StoredRequest(
                options.businessId(),
                clientId,
                kind.name(),
                StateHash.of(kind).of(options.state(), sent),
                options.owner().orElse(null),
                options.reference().orElse(null),
                null,
                tracer.traceParent().orElse(null),
                now,
                expiresAt,
                RequestStatus.PENDING,
                null,
                0,
                expiresAt,
                0);
        if (!store.create(request)) {
            throw new InvalidRequestException("The business id " + options.businessId()
                    + " was used before: each request needs its own, BusinessId.random() makes one.");
        }
        return expiresAt;
    }

    /**
     * Refuses a kind that the client does not know: it could be sent, and its answer never be read.
     *
     * @param kind the kind
     * @throws ConfigurationException if the client does not know it
     */
    public void requireKnown(RequestKind<?> kind) {
        if (kindsByName.get(kind.name()) != kind) {
            throw new ConfigurationException("The client does not know the kind of request " + kind
                    + ": add it with IamSmartClientBuilder.kind, or as a bean of the type RequestKind.");
        }
    }

    /** Deletes a request that the gateway did not accept, with the parts that came nevertheless. */
    public void withdraw(RequestKind<?> kind, BusinessId businessId) {
        remove(kind.name(), businessId);
    }

    /** Takes a callback, once. One look into the store finds the request, its state and its kind. */
    public Receipt receive(IncomingCallback callback) {
        Optional<StoredRequest> found = find(callback.businessId());
        if (found.isEmpty()) {
            return Receipt.whole(Status.UNKNOWN);
        }
        StoredRequest request = found.get();
        byte[] kept = StateHash.kept(request);
        // The state of an anonymous request passes through the browser: it proves nothing without a key that does.
        boolean isNamedByRedirect =
                partReader(request).isPresent() && StateHash.OF_REDIRECT.matches(kept, callback.state());
        boolean isAnswered =
                (callback.fromGateway() && isNamedByRedirect) || StateHash.OF_CALLBACK.matches(kept, callback.state());
        if (!isAnswered) {
            return Receipt.whole(isNamedByRedirect ? Status.UNPROVEN : Status.NOT_WAITING);
        }
        Consumer<AnswerReport> trace = tracer.answerFound(outcomes.traced(request, 0));
        Verdict verdict = Verdict.FAILED;
        try {
            Receipt receipt = receive(request, kept, callback);
            verdict = switch (receipt.status()) {
                case ACCEPTED -> Verdict.ACCEPTED;
                case DUPLICATE -> Verdict.DUPLICATE;
                case UNKNOWN, NOT_WAITING, UNPROVEN, OWN_REQUEST -> Verdict.REFUSED;
            };
            return receipt;
        } finally {
            trace.accept(new AnswerReport(callback.answer().code(), verdict));
        }
    }

    private Receipt receive(StoredRequest request, byte[] kept, IncomingCallback callback) {
        if (StateHash.isSent(kept, callback.plaintext())) {
            return Receipt.whole(Status.OWN_REQUEST);
        }
        Optional<PartReader> reader = callback.answer().code().isSuccess() ? partReader(request) : Optional.empty();
        return reader.isPresent()
                ? receivePart(request, reader.get(), callback)
                : Receipt.whole(settle(request, callback.answer()));
    }

    private Optional<PartReader> partReader(StoredRequest request) {
        return partReader(request.kind());
    }

    private Optional<PartReader> partReader(String kind) {
        return Optional.ofNullable(kindsByName.get(kind)).flatMap(RequestKind::partReader);
    }

    private Receipt receivePart(StoredRequest request, PartReader reader, IncomingCallback callback) {
        Receipt receipt = parts.receive(request, reader, callback);
        boolean isOfTheAnswer = receipt.part().orElseThrow() != Part.PRELIMINARY.number();
        if (isOfTheAnswer && parts.progress(request.businessId()).isComplete()) {
            // Also for one that came twice: the node that took the first may have died before it came here.
            settle(request, callback.answer());
        }
        return receipt;
    }

    /**
     * Ends a request whose answer is known without a callback.
     *
     * @param businessId the request
     * @param code why it ended
     */
    public void end(BusinessId businessId, ErrorCode code) {
        find(businessId).ifPresent(request -> settle(request, SealedAnswer.withoutContent(code, clock.instant())));
    }

    /** Answers a request, unless it has ended. Where somebody else has changed it meanwhile, it is looked up again. */
    private Status settle(StoredRequest request, SealedAnswer answer) {
        Optional<StoredRequest> current = Optional.of(request);
        while (current.isPresent()) {
            StoredRequest open = current.get();
            Instant now = clock.instant();
            if (Transitions.hasRunOut(open, now)) {
                return Status.NOT_WAITING;
            }
            if (!Transitions.isOpen(open)) {
                return open.answer() == null ? Status.NOT_WAITING : Status.DUPLICATE;
            }
            if (store.replace(Transitions.answered(open, answer, now))) {
                return Status.ACCEPTED;
            }
            current = find(request.businessId());
        }
        return Status.NOT_WAITING;
    }

    /** {@return a kind by its name, if the client knows it} */
    public Optional<RequestKind<?>> kind(String name) {
        return Optional.ofNullable(kindsByName.get(name));
    }

    /** {@return the claims of requests that no callback answers} */
    public RequestClaims claims() {
        return claims;
    }

    /** {@return the parts of answers that come by several callbacks} */
    public PartAssembly parts() {
        return parts;
    }

    /** {@return how a request of a claim ended} */
    public <T> RequestOutcome<T> outcome(StoredRequest request, RequestKind<T> kind) {
        return outcomes.read(request, kind);
    }

    @Override
    public Optional<RequestView> view(BusinessId businessId, String owner) {
        return findOwned(businessId, owner)
                .map(request -> outcomes.view(
                        request, partReader(request).map(reader -> progress(businessId)), clock.instant()));
    }

    @Override
    public boolean keepContext(BusinessId businessId, String context) {
        if (context.length() > LONGEST_CONTEXT) {
            throw new InvalidRequestException("The context of a request has at most " + LONGEST_CONTEXT
                    + " characters: keep a key in it, not the data.");
        }
        SealedContext sealed = cipher.seal(context.getBytes(UTF_8));
        Optional<StoredRequest> found = find(businessId);
        while (found.isPresent()) {
            if (store.replace(Transitions.withContext(found.get(), sealed))) {
                return true;
            }
            found = find(businessId);
        }
        return false;
    }

    @Override
    public Optional<String> context(BusinessId businessId, String owner) {
        return findOwned(businessId, owner)
                .flatMap(request -> Optional.ofNullable(request.context()))
                .map(context -> new String(cipher.open(context), UTF_8));
    }

    private Optional<StoredRequest> findOwned(BusinessId businessId, String owner) {
        return find(businessId)
                .filter(request -> request.owner() != null
                        && MessageDigest.isEqual(request.owner().getBytes(UTF_8), owner.getBytes(UTF_8)));
    }

    @Override
    public <T> Optional<RequestOutcome<T>> outcome(BusinessId businessId, RequestKind<T> kind) {
        requireKnown(kind);
        Instant now = clock.instant();
        return find(businessId)
                .filter(request -> request.kind().equals(kind.name()))
                .filter(request -> !Transitions.isOpen(request) || Transitions.hasRunOut(request, now))
                .map(request -> outcomes.read(request, kind));
    }

    @Override
    public AnswerProgress progress(BusinessId businessId) {
        return parts.progress(businessId);
    }

    @Override
    public int deliverDue(RequestHandler handler) {
        return delivery.run(handler);
    }

    @Override
    public boolean revive(BusinessId businessId) {
        return find(businessId)
                .filter(request -> request.status() == RequestStatus.DEAD)
                .filter(request -> store.replace(Transitions.revived(request, clock.instant())))
                .isPresent();
    }

    @Override
    public long count(RequestStatus status) {
        return store.count(clientId, status);
    }

    private Optional<StoredRequest> find(BusinessId businessId) {
        return store.find(businessId).filter(request -> request.clientId().equals(clientId));
    }

    /** The parts first: should this fail between the two, the request is still there to be deleted again. */
    private void remove(StoredRequest request) {
        remove(request.kind(), request.businessId());
    }

    private void remove(String kind, BusinessId businessId) {
        if (!kindsByName.containsKey(kind) || partReader(kind).isPresent()) {
            parts.remove(businessId);
        }
        store.remove(businessId);
    }
}
