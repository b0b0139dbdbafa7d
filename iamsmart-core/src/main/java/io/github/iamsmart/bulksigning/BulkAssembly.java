package io.github.iamsmart.bulksigning;

import io.github.iamsmart.bulksigning.BulkCallback.Place;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.tracking.RequestKind;
import io.github.iamsmart.tracking.RequestTracker;
import io.github.iamsmart.tracking.RequestTracker.Receipt;
import io.github.iamsmart.tracking.TrackedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Puts bulk requests together from their callbacks, in whatever order and however often these come. Thread-safe;
 * several nodes may share the stores.
 */
public final class BulkAssembly {

    private static final List<RequestKind<?>> SIGNED_IN = List.of(BulkSigningApi.KIND);

    /** The state of an anonymous request passes through the browser: it proves nothing without a key that does. */
    private static final List<RequestKind<?>> BOTH = List.of(BulkSigningApi.KIND, BulkSigningApi.ANONYMOUS_KIND);

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
     * Takes a callback, if it belongs to a bulk request.
     *
     * @param businessId the request that it names
     * @param state the state that it brings
     * @param callback the callback
     * @return what became of it; empty if no bulk request has this business id and state
     * @throws ProtocolException if it belongs to one and cannot be read
     */
    public Optional<Receipt> receive(BusinessId businessId, String state, BulkCallback callback) {
        return tracker.recognise(businessId, state, callback.fromGateway() ? BOTH : SIGNED_IN)
                .map(request -> receive(request, callback));
    }

    private Receipt receive(TrackedRequest request, BulkCallback callback) {
        if (!callback.metadata().code().isSuccess()) {
            return tracker.settle(request.businessId(), callback.metadata());
        }
        Place place = callback.place();
        callback.requireReadable();
        boolean added = store.add(new BulkPart(
                request.businessId(),
                place.sequence(),
                callback.metadata(),
                callback.signatures(),
                request.expiresAt().plus(retention)));
        if (place.total() > 0 && received(request.businessId()).size() >= place.total()) {
            // Also for one that came twice: the node that took the first may have died before it came here.
            tracker.settle(request.businessId(), callback.metadata());
        }
        return added ? Receipt.ACCEPTED : Receipt.DUPLICATE;
    }

    /** The numbers of the parts with signatures. */
    private SortedSet<Integer> received(BusinessId businessId) {
        return store.sequences(businessId).tailSet(0);
    }

    BulkSigningProgress progress(BusinessId businessId) {
        SortedSet<Integer> received = received(businessId);
        int announced = received.isEmpty()
                ? 0
                : store.find(businessId, received.first())
                        .map(part ->
                                BulkSigningResult.read(opener.metadata(part)).callbacks())
                        .orElse(0);
        return new BulkSigningProgress(announced, received);
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
