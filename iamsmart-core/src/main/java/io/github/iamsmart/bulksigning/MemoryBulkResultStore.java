package io.github.iamsmart.bulksigning;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.request.BusinessId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps the parts of bulk requests in the memory of this node. Bounded in bytes: what does not fit is refused with a
 * {@link ConfigurationException}, nothing is dropped silently. Thread-safe.
 */
public final class MemoryBulkResultStore implements BulkResultStore {

    private final long mostBytes;
    private final Map<BusinessId, SortedMap<Integer, BulkPart>> requests = new HashMap<>();
    private long bytes;

    /** Creates a store for 256 MiB. */
    public MemoryBulkResultStore() {
        this(256L * 1024 * 1024);
    }

    /**
     * Creates a store.
     *
     * @param mostBytes how many bytes it keeps at most
     */
    public MemoryBulkResultStore(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized boolean add(BulkPart part) {
        SortedMap<Integer, BulkPart> parts = requests.get(part.businessId());
        if (parts != null && parts.containsKey(part.sequence())) {
            return false;
        }
        if (bytes + size(part) > mostBytes) {
            forgetOld(part.metadata().receivedAt());
        }
        if (bytes + size(part) > mostBytes) {
            throw new ConfigurationException("The memory for the parts of bulk requests is full (" + bytes
                    + " bytes): give the MemoryBulkResultStore more room, or use a shared store.");
        }
        requests.computeIfAbsent(part.businessId(), id -> new TreeMap<>()).put(part.sequence(), part);
        bytes += size(part);
        return true;
    }

    /** A store of requests that is full may have dropped a delivered one, and told nobody. */
    private void forgetOld(Instant now) {
        requests.values().removeIf(parts -> {
            boolean old =
                    parts.values().stream().allMatch(part -> part.keepUntil().isBefore(now));
            if (old) {
                bytes -= size(parts);
            }
            return old;
        });
    }

    @Override
    public synchronized Optional<BulkPart> find(BusinessId businessId, int sequence) {
        return Optional.ofNullable(requests.get(businessId)).map(parts -> parts.get(sequence));
    }

    @Override
    public synchronized BulkSigningProgress progress(BusinessId businessId) {
        SortedMap<Integer, BulkPart> parts = requests.get(businessId);
        if (parts == null) {
            return BulkSigningProgress.NONE;
        }
        int announced =
                parts.values().stream().mapToInt(BulkPart::announced).max().orElse(0);
        return new BulkSigningProgress(announced, new TreeSet<>(parts.keySet()));
    }

    @Override
    public synchronized void remove(BusinessId businessId) {
        SortedMap<Integer, BulkPart> removed = requests.remove(businessId);
        if (removed != null) {
            bytes -= size(removed);
        }
    }

    private static long size(SortedMap<Integer, BulkPart> parts) {
        return parts.values().stream().mapToLong(MemoryBulkResultStore::size).sum();
    }

    private static long size(BulkPart part) {
        return part.metadata().content().length + (long) part.signatures().bytes().length;
    }
}
