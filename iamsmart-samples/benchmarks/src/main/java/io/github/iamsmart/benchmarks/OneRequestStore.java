package io.github.iamsmart.benchmarks;

import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.tracking.RequestStatus;
import io.github.iamsmart.tracking.RequestStore;
import io.github.iamsmart.tracking.TrackedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Costs nothing: it has one request, which waits for its callback however often that comes. */
final class OneRequestStore implements RequestStore {

    private @Nullable TrackedRequest waiting;

    @Override
    public boolean create(TrackedRequest request) {
        waiting = request;
        return true;
    }

    @Override
    public Optional<TrackedRequest> find(BusinessId businessId) {
        return Optional.ofNullable(waiting);
    }

    @Override
    public boolean replace(TrackedRequest next) {
        return true;
    }

    @Override
    public List<TrackedRequest> due(String clientId, Instant now, int limit) {
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
