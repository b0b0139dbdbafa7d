package io.github.iamsmart.requests.store;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores requests, for one node or for all nodes of an online service.
 *
 * <p>A store knows nothing about the meaning of the statuses: it stores, replaces by comparison, and finds what is due.
 * Any database can do that. It receives neither secrets nor personal data in clear. An implementation must be
 * thread-safe. It throws if it cannot store a request, and never drops one silently.
 */
public interface RequestStore {

    /**
     * Adds a new request.
     *
     * @param request the request
     * @return {@code false} if its business id is already known; then nothing is changed
     */
    boolean create(StoredRequest request);

    /**
     * Finds a request.
     *
     * @param businessId its id
     * @return the request as stored
     */
    Optional<StoredRequest> find(BusinessId businessId);

    /**
     * Replaces a request with its next version, atomically.
     *
     * @param next the next version; the stored request must have the version before it
     * @return {@code false} if the stored request has another version; then nothing is changed
     */
    boolean replace(StoredRequest next);

    /**
     * Finds requests that are due.
     *
     * @param clientId of which online service
     * @param now the time
     * @param limit how many at most
     * @return requests whose {@code dueAt} is not after now, the longest overdue first
     */
    List<StoredRequest> due(String clientId, Instant now, int limit);

    /**
     * Deletes a request.
     *
     * @param businessId its id
     */
    void remove(BusinessId businessId);

    /**
     * Counts requests, for health.
     *
     * @param clientId of which online service
     * @param status in which status
     * @return how many there are
     */
    long count(String clientId, RequestStatus status);
}
