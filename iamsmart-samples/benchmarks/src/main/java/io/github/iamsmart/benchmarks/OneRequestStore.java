package io.github.iamsmart.benchmarks;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Costs nothing: it has one request, which waits for its callback however often that comes. */
final class OneRequestStore implements RequestStore {

    private @Nullable StoredRequest waiting;

    @Override
    public boolean create(StoredRequest request) {
        waiting = request;
        return true;
    }

    @Override
    public Optional<StoredRequest> find(BusinessId businessId) {
        return Optional.ofNullable(waiting);
    }

    @Override
    public boolean replace(StoredRequest next) {
        return true;
    }

    @Override
    public List<StoredRequest> due(String clientId, Instant now, int limit) {
        return List.of();
    }

    @Override
    public void remove(BusinessId businessId) {
        waiting = null;
    }

    @Override
    public long count(String clientId, RequestStatus status) {
        return 1;
    }
}
