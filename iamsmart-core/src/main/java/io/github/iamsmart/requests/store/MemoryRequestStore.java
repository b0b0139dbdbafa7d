package io.github.iamsmart.requests.store;

import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import java.time.Instant;
import java.util.Comparator;
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
 * <p>The number of requests and the bytes of results are limited. At the limit, delivered requests are removed, oldest
 * first; if that is not enough, the new request or result is refused with a {@link StoreException}: nothing is dropped
 * silently.
 */
public final class MemoryRequestStore implements RequestStore {

    private static final Comparator<StoredRequest> BY_DUE_TIME = Comparator.comparing(StoredRequest::dueAt)
            .thenComparing(request -> request.businessId().value());

    /** The default maximum number of requests. */
    public static final int MOST_REQUESTS = 100_000;

    /** The default maximum size of all results in bytes: 256 MiB. */
    public static final long MOST_BYTES = 256L * 1024 * 1024;

    private final int mostRequests;
    private final long mostBytes;
    private final Map<BusinessId, StoredRequest> requests = new HashMap<>();
    private final TreeSet<StoredRequest> byDueTime = new TreeSet<>(BY_DUE_TIME);
    private long bytes;

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
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
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
        long more = size(request) - size(before);
        int another = before == null ? 1 : 0;
        makeRoom(another, more, request.businessId());
        if (before != null) {
            byDueTime.remove(before);
        }
        byDueTime.add(request);
        requests.put(request.businessId(), request);
        bytes += more;
    }

    /** Removes delivered requests first: they are kept only to recognise duplicates. */
    private void makeRoom(int another, long more, BusinessId spared) {
        if (fits(another, more)) {
            return;
        }
        List<StoredRequest> delivered = byDueTime.stream()
                .filter(request -> request.status() == RequestStatus.DELIVERED
                        && !request.businessId().equals(spared))
                .toList();
        for (StoredRequest request : delivered) {
            remove(request.businessId());
            if (fits(another, more)) {
                return;
            }
        }
        throw new StoreException("The memory of open requests is full (" + requests.size() + " requests, " + bytes
                + " bytes of results): give the MemoryRequestStore more room, or use a shared store.");
    }

    private boolean fits(int another, long more) {
        return requests.size() + another <= mostRequests && bytes + Math.max(0, more) <= mostBytes;
    }

    private static long size(@Nullable StoredRequest request) {
        SealedAnswer answer = request == null ? null : request.answer();
        return answer == null ? 0 : answer.content().length;
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
        StoredRequest removed = requests.remove(businessId);
        if (removed != null) {
            byDueTime.remove(removed);
            bytes -= size(removed);
        }
    }

    @Override
    public synchronized long count(String clientId, RequestStatus status) {
        return requests.values().stream()
                .filter(request -> request.clientId().equals(clientId) && request.status() == status)
                .count();
    }
}
