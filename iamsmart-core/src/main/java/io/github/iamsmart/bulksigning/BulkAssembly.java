package io.github.iamsmart.bulksigning;

import io.github.iamsmart.bulksigning.BulkCallback.Place;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.tracking.RequestKind;
import io.github.iamsmart.tracking.RequestTracker;
import io.github.iamsmart.tracking.RequestTracker.Receipt;
import io.github.iamsmart.tracking.SealedAnswer;
import io.github.iamsmart.tracking.TrackedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Puts bulk requests together from their callbacks, in whatever order and however often these come. Thread-safe;
 * several nodes may share the stores.
 */
public final class BulkAssembly {

    private static final List<RequestKind<?>> SIGNED_IN = List.of(BulkSigningApi.KIND);

    private final RequestTracker tracker;
    private final BulkResultStore store;
    private final BulkOpener opener;
    private final Duration retention;

    /**
     * Made by the client.
     *
     * @param tracker knows what is waited for
     * @param store keeps parts
     * @param opener opens them
     * @param retention how long a request is kept at most after its time is up
     */
    public BulkAssembly(RequestTracker tracker, BulkResultStore store, BulkOpener opener, Duration retention) {
        this.tracker = tracker;
        this.store = store;
        this.opener = opener;
        this.retention = retention;
    }

    /**
     * What became of a callback that belongs to a bulk request.
     *
     * @param receipt whether it is stored
     * @param part which part of the answer it is; empty if it is the whole answer, a refusal
     */
    public record Taken(Receipt receipt, Optional<Integer> part) {}

    /**
     * Takes a callback, if it belongs to a bulk request.
     *
     * @param businessId the request that it names
     * @param state the state that it brings
     * @param callback the callback
     * @return what became of it; empty if no bulk request has this business id and state
     * @throws ProtocolException if it belongs to one and cannot be read
     */
    public Optional<Taken> receive(BusinessId businessId, String state, BulkCallback callback) {
        // The state of an anonymous request passes through the browser: it proves nothing without a key that does.
        return tracker.recognise(businessId, state, callback.fromGateway() ? BulkSigningApi.KINDS : SIGNED_IN)
                .map(request -> receive(request, callback));
    }

    private Taken receive(TrackedRequest request, BulkCallback callback) {
        if (!callback.metadata().code().isSuccess()) {
            return new Taken(tracker.settle(request.businessId(), callback.metadata()), Optional.empty());
        }
        Place place = callback.place();
        callback.requireReadable();
        boolean added = store.add(part(request, place, callback.metadata(), callback.signatures()));
        if (place.total() > 0 && progress(request.businessId()).isComplete()) {
            // Also for one that came twice: the node that took the first may have died before it came here.
            tracker.settle(request.businessId(), callback.metadata());
        }
        return new Taken(added ? Receipt.ACCEPTED : Receipt.DUPLICATE, Optional.of(place.sequence()));
    }

    /** Keeps the token of an anonymous request, which comes as an answer and not by callback. */
    void keepToken(TrackedRequest request, SealedAnswer token) {
        store.add(part(request, Place.OF_TOKEN, token, SignatureFile.NONE));
    }

    private BulkPart part(TrackedRequest request, Place place, SealedAnswer metadata, SignatureFile signatures) {
        return new BulkPart(
                request.businessId(),
                place.sequence(),
                place.total(),
                metadata,
                signatures,
                request.expiresAt().plus(retention));
    }

    BulkSigningProgress progress(BusinessId businessId) {
        return store.progress(businessId);
    }

    Optional<BulkSigningToken> token(BusinessId businessId) {
        return store.find(businessId, BulkPart.TOKEN)
                .flatMap(part ->
                        Json.text(Json.object(opener.metadata(part), "The callback with the token"), "BSQCToken"))
                .map(BulkSigningToken::new);
    }

    BulkSignatures signatures(BusinessId businessId) {
        return new BulkSignatures(businessId, store, opener);
    }
}
