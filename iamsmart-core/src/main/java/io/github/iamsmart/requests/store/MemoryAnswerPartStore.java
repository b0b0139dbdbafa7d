package io.github.iamsmart.requests.store;

import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Stores the parts of answers in the memory of this node, up to a number of bytes. A part that does not fit is refused
 * with a {@link StoreException}; nothing is dropped silently. Thread-safe.
 */
public final class MemoryAnswerPartStore implements AnswerPartStore {

    private final long mostBytes;
    private final Map<BusinessId, SortedMap<Integer, AnswerPart>> requests = new HashMap<>();
    private long bytes;

    /** Creates a store for 256 MiB. */
    public MemoryAnswerPartStore() {
        this(256L * 1024 * 1024);
    }

    /**
     * Creates a store.
     *
     * @param mostBytes how many bytes it holds at most
     */
    public MemoryAnswerPartStore(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized boolean add(AnswerPart part) {
        SortedMap<Integer, AnswerPart> parts = requests.get(part.businessId());
        if (parts != null && parts.containsKey(part.number())) {
            return false;
        }
        if (bytes + size(part) > mostBytes) {
            deleteExpired(part.content().receivedAt());
        }
        if (bytes + size(part) > mostBytes) {
            throw new StoreException("The memory for the parts of answers is full (" + bytes
                    + " bytes): give the MemoryAnswerPartStore more room, or use a shared store.");
        }
        requests.computeIfAbsent(part.businessId(), id -> new TreeMap<>()).put(part.number(), part);
        bytes += size(part);
        return true;
    }

    /**
     * Deletes parts past their time: a full request store may have dropped a delivered request without a call to
     * {@link #remove}.
     */
    private void deleteExpired(Instant now) {
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
    public synchronized Optional<AnswerPart> find(BusinessId businessId, int number) {
        return Optional.ofNullable(requests.get(businessId)).map(parts -> parts.get(number));
    }

    @Override
    public synchronized AnswerProgress progress(BusinessId businessId) {
        SortedMap<Integer, AnswerPart> parts = requests.get(businessId);
        if (parts == null) {
            return AnswerProgress.NONE;
        }
        int announced =
                parts.values().stream().mapToInt(AnswerPart::total).max().orElse(0);
        return new AnswerProgress(announced, new TreeSet<>(parts.keySet()));
    }

    @Override
    public synchronized void remove(BusinessId businessId) {
        SortedMap<Integer, AnswerPart> removed = requests.remove(businessId);
        if (removed != null) {
            bytes -= size(removed);
        }
    }

    private static long size(SortedMap<Integer, AnswerPart> parts) {
        return parts.values().stream().mapToLong(MemoryAnswerPartStore::size).sum();
    }

    private static long size(AnswerPart part) {
        return part.content().content().length + (long) part.file().bytes().length;
    }
}
