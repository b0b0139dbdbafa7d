package io.github.iamsmart.requests.store;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a store, or a share of it, may hold, and what it holds. Guarded by its store. */
final class MemoryRoom {

    static final Comparator<StoredRequest> BY_DUE_TIME = Comparator.comparing(StoredRequest::dueAt)
            .thenComparing(request -> request.businessId().value());

    private final int mostRequests;
    private final long mostBytes;
    private final TreeSet<StoredRequest> delivered = new TreeSet<>(BY_DUE_TIME);
    private int requests;
    private long bytes;

    MemoryRoom(int mostRequests, long mostBytes) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    boolean fits(int another, long more) {
        return requests + another <= mostRequests && bytes + Math.max(0, more) <= mostBytes;
    }

    void add(StoredRequest request) {
        requests++;
        bytes += size(request);
        if (request.status() == RequestStatus.DELIVERED) {
            delivered.add(request);
        }
    }

    void remove(StoredRequest request) {
        requests--;
        bytes -= size(request);
        delivered.remove(request);
    }

    /** {@return the delivered request that has been here the longest, other than one} */
    Optional<StoredRequest> oldestDelivered(BusinessId spared) {
        return delivered.stream()
                .filter(request -> !request.businessId().equals(spared))
                .findFirst();
    }

    /** {@return how many bytes the result of a request and its context take} */
    static long size(@Nullable StoredRequest request) {
        if (request == null) {
            return 0;
        }
        SealedAnswer answer = request.answer();
        SealedContext context = request.context();
        return (answer == null ? 0 : answer.content().length) + (context == null ? 0L : context.content().length);
    }

    /** {@return what it holds, for messages} */
    @Override
    public String toString() {
        return requests + " requests, " + bytes + " bytes of results";
    }
}
