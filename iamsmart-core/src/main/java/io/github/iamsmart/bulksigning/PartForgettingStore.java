package io.github.iamsmart.bulksigning;

import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.tracking.RequestStatus;
import io.github.iamsmart.tracking.RequestStore;
import io.github.iamsmart.tracking.TrackedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store of requests that takes the parts of a request along when it forgets it. */
public final class PartForgettingStore implements RequestStore {

    private final RequestStore requests;
    private final BulkResultStore parts;

    /**
     * Made by the client.
     *
     * @param requests keeps requests
     * @param parts keeps parts of their answers
     */
    public PartForgettingStore(RequestStore requests, BulkResultStore parts) {
        this.requests = requests;
        this.parts = parts;
    }

    @Override
    public boolean create(TrackedRequest request) {
        return requests.create(request);
    }

    @Override
    public Optional<TrackedRequest> find(BusinessId businessId) {
        return requests.find(businessId);
    }

    @Override
    public boolean replace(TrackedRequest next) {
        return requests.replace(next);
    }

    @Override
    public List<TrackedRequest> due(String clientId, Instant now, int limit) {
        return requests.due(clientId, now, limit);
    }

    /** The parts first: should this fail between the two, the request is still there to be forgotten again. */
    @Override
    public void remove(BusinessId businessId) {
        parts.remove(businessId);
        requests.remove(businessId);
    }

    @Override
    public long count(String clientId, RequestStatus status) {
        return requests.count(clientId, status);
    }
}
