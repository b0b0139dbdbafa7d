package io.github.iamsmart.tracking;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.request.BusinessId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests in the memory of this node: for development, tests, and a service of one node that can afford to lose
 * open requests when it is restarted or killed. Thread-safe.
 *
 * <p>Bounded in requests and in bytes of results. At the bound, what was delivered gives way, the oldest first; where
 * that is not enough, the new request or the new result is refused with a {@link ConfigurationException}: nothing is
 * dropped silently.
 */
public final class MemoryRequestStore implements RequestStore {

    private static final Comparator<TrackedRequest> BY_DUE_TIME = Comparator.comparing(TrackedRequest::dueAt)
            .thenComparing(request -> request.businessId().value());

    /** How many requests there may be, unless told otherwise. */
    public static final int MOST_REQUESTS = 100_000;

    /** How many bytes of results there may be, unless told otherwise: 256 MiB. */
    public static final long MOST_BYTES = 256L * 1024 * 1024;

    private final int mostRequests;
    private final long mostBytes;
    private final Map<BusinessId, TrackedRequest> requests = new HashMap<>();
    private final TreeSet<TrackedRequest> byDueTime = new TreeSet<>(BY_DUE_TIME);
    private long bytes;

    /** Creates a store for 100,000 requests with together 256 MiB of results. */
    public MemoryRequestStore() {
        this(MOST_REQUESTS, MOST_BYTES);
    }

    /**
     * Creates a store.
     *
     * @param mostRequests how many requests it keeps at most
     * @param mostBytes how many bytes of results it keeps at most
     */
    public MemoryRequestStore(int mostRequests, long mostBytes) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized boolean create(TrackedRequest request) {
        if (requests.containsKey(request.businessId())) {
            return false;
        }
        put(request, null);
        return true;
    }

    @Override
    public synchronized Optional<TrackedRequest> find(BusinessId businessId) {
        return Optional.ofNullable(requests.get(businessId));
    }

    @Override
    public synchronized boolean replace(TrackedRequest next) {
        TrackedRequest before = requests.get(next.businessId());
        if (before == null || before.version() + 1 != next.version()) {
            return false;
        }
        put(next, before);
        return true;
    }

    private void put(TrackedRequest request, @Nullable TrackedRequest before) {
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

    /** What was delivered is kept only to recognise duplicates: it gives way first. */
    private void makeRoom(int another, long more, BusinessId spared) {
        if (fits(another, more)) {
            return;
        }
        List<TrackedRequest> delivered = byDueTime.stream()
                .filter(request -> request.status() == RequestStatus.DELIVERED
                        && !request.businessId().equals(spared))
                .toList();
        for (TrackedRequest request : delivered) {
            remove(request.businessId());
            if (fits(another, more)) {
                return;
            }
        }
        throw new ConfigurationException("The memory of open requests is full (" + requests.size() + " requests, "
                + bytes + " bytes of results): give the MemoryRequestStore more room, or use a shared store.");
    }

    private boolean fits(int another, long more) {
        return requests.size() + another <= mostRequests && bytes + Math.max(0, more) <= mostBytes;
    }

    private static long size(@Nullable TrackedRequest request) {
        SealedAnswer answer = request == null ? null : request.answer();
        return answer == null ? 0 : answer.content().length;
    }

    @Override
    public synchronized List<TrackedRequest> due(String clientId, Instant now, int limit) {
        return byDueTime.stream()
                .takeWhile(request -> !request.dueAt().isAfter(now))
                .filter(request -> request.clientId().equals(clientId))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void remove(BusinessId businessId) {
        TrackedRequest removed = requests.remove(businessId);
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
