package io.github.iamsmart.tracking;

import io.github.iamsmart.request.BusinessId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps requests, for one node or for all nodes of an online service.
 *
 * <p>A store knows nothing of what the states mean: it keeps, replaces by comparison, and finds what is due. That is
 * enough for any database. What is handed to it holds no secret and no personal data in clear. An implementation must
 * be thread-safe; it throws when it cannot keep what it is given, never drops it silently.
 */
public interface RequestStore {

    /**
     * Keeps a new request.
     *
     * @param request the request
     * @return {@code false} if its business id is already known; then nothing is changed
     */
    boolean create(TrackedRequest request);

    /**
     * Looks a request up.
     *
     * @param businessId its name
     * @return the request as it stands
     */
    Optional<TrackedRequest> find(BusinessId businessId);

    /**
     * Puts a request in the place of what it was made from, atomically.
     *
     * @param next the new form; what stands in the store must have the version before its own
     * @return {@code false} if somebody else was quicker; then nothing is changed
     */
    boolean replace(TrackedRequest next);

    /**
     * Finds what has to be looked after.
     *
     * @param clientId of which online service
     * @param now the time
     * @param limit how many at most
     * @return requests whose {@code dueAt} is not after now, the longest due first
     */
    List<TrackedRequest> due(String clientId, Instant now, int limit);

    /**
     * Forgets a request.
     *
     * @param businessId its name
     */
    void remove(BusinessId businessId);

    /**
     * Counts requests, for health.
     *
     * @param clientId of which online service
     * @param status in which state
     * @return how many there are
     */
    long count(String clientId, RequestStatus status);
}
