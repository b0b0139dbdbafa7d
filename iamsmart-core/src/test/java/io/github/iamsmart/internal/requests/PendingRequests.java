package io.github.iamsmart.internal.requests;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Instant;

/** Stores in which a request waits that nobody has sent: for tests that have no gateway. */
public final class PendingRequests {

    private PendingRequests() {}

    public static RequestStore with(String clientId, RequestKind<?> kind, BusinessId businessId, State state) {
        RequestStore store = new MemoryRequestStore();
        Instant now = Instant.now();
        store.create(new StoredRequest(
                businessId,
                clientId,
                kind.name(),
                StateHash.of(kind).of(state, new byte[] {1}),
                null,
                null,
                null,
                now,
                now.plus(kind.lifetime()),
                RequestStatus.PENDING,
                null,
                0,
                now.plus(kind.lifetime()),
                0));
        return store;
    }
}
