package io.github.iamsmart.requests.store;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Stores requests in the memory of this node: for development, for tests, and for a single-node service that can afford
 * to lose open requests when it restarts or crashes. Thread-safe.
 *
 * <p>The number of requests and the bytes of results are limited, and of both, requests of users who have not signed in
 * may hold a share alone: anybody can begin those, and they must not keep signed-in users out. At a limit, delivered
 * requests are removed, oldest first; if that is not enough, the new request or result is refused with a
 * {@link StoreException}: nothing is dropped silently.
 */
public final class MemoryRequestStore implements RequestStore {

    /** The default maximum number of requests. */
    public static final int MOST_REQUESTS = 100_000;

    /** The default maximum size of all results in bytes: 256 MiB. */
    public static final long MOST_BYTES = 256L * 1024 * 1024;

    /** The default share that anonymous requests may hold: a half. */
    public static final double ANONYMOUS_SHARE = 0.5;

    private final MemoryRoom all;
    private final MemoryRoom anonymous;
    private final Map<BusinessId, StoredRequest> requests = new HashMap<>();
    private final TreeSet<StoredRequest> byDueTime = new TreeSet<>(MemoryRoom.BY_DUE_TIME);

    /** Creates a store for 100,000 requests and 256 MiB of results in total. */
    public MemoryRequestStore() {
        this(MOST_REQUESTS, MOST_BYTES);
    }

    /**
     * Creates a store.
     *
     * @param mostRequests how many requests it holds at most
     * @param mostBytes how many bytes of results it holds at most
     */
    public MemoryRequestStore(int mostRequests, long mostBytes) {
        this(mostRequests, mostBytes, ANONYMOUS_SHARE);
    }

    /**
     * Creates a store.
     *
     * @param mostRequests how many requests it holds at most
     * @param mostBytes how many bytes of results it holds at most
     * @param anonymousShare which share of both, from 0 to 1, anonymous requests may hold; rounded up
     * @throws ConfigurationException if the share is not from 0 to 1
     */
    public MemoryRequestStore(int mostRequests, long mostBytes, double anonymousShare) {
        if (!(anonymousShare >= 0 && anonymousShare <= 1)) {
            throw new ConfigurationException(
                    "Anonymous requests may hold a share of the store from 0 to 1, not " + anonymousShare + ".");
        }
        this.all = new MemoryRoom(mostRequests, mostBytes);
        this.anonymous = new MemoryRoom(
                (int) Math.ceil(mostRequests * anonymousShare), (long) Math.ceil(mostBytes * anonymousShare));
    }

    @Override
    public synchronized boolean create(StoredRequest request) {
        if (requests.containsKey(request.businessId())) {
            return false;
        }
        put(request, null);
        return true;
    }

    @Override
    public synchronized Optional<StoredRequest> find(BusinessId businessId) {
        return Optional.ofNullable(requests.get(businessId));
    }

    @Override
    public synchronized boolean replace(StoredRequest next) {
        StoredRequest before = requests.get(next.businessId());
        if (before == null || before.version() + 1 != next.version()) {
            return false;
        }
        put(next, before);
        return true;
    }

    private void put(StoredRequest request, @Nullable StoredRequest before) {
        int another = before == null ? 1 : 0;
        long more = MemoryRoom.size(request) - MemoryRoom.size(before);
        if (request.isAnonymous() && !makeRoom(anonymous, another, more, request.businessId())) {
            throw new StoreException("The share of the memory of open requests that anonymous ones may hold is full ("
                    + anonymous + "): try again in some minutes, when some have ended. To avoid it, limit how many one"
                    + " network may begin, give the MemoryRequestStore more room, or use a shared store.");
        }
        if (!makeRoom(all, another, more, request.businessId())) {
            throw new StoreException("The memory of open requests is full (" + all
                    + "): give the MemoryRequestStore more room, or use a shared store.");
        }
        if (before != null) {
            take(before);
        }
        requests.put(request.businessId(), request);
        byDueTime.add(request);
        all.add(request);
        if (request.isAnonymous()) {
            anonymous.add(request);
        }
    }

    /** Removes delivered requests if it must: they are kept only to recognise duplicates. */
    private boolean makeRoom(MemoryRoom room, int another, long more, BusinessId spared) {
        while (!room.fits(another, more)) {
            Optional<StoredRequest> oldest = room.oldestDelivered(spared);
            if (oldest.isEmpty()) {
                return false;
            }
            take(oldest.get());
        }
        return true;
    }

    private void take(StoredRequest request) {
        requests.remove(request.businessId());
        byDueTime.remove(request);
        all.remove(request);
        if (request.isAnonymous()) {
            anonymous.remove(request);
        }
    }

    @Override
    public synchronized List<StoredRequest> due(String clientId, Instant now, int limit) {
        return byDueTime.stream()
                .takeWhile(request -> !request.dueAt().isAfter(now))
                .filter(request -> request.clientId().equals(clientId))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void remove(BusinessId businessId) {
        find(businessId).ifPresent(this::take);
    }

    @Override
    public synchronized long count(String clientId, RequestStatus status) {
        return requests.values().stream()
                .filter(request -> request.clientId().equals(clientId) && request.status() == status)
                .count();
    }
}
