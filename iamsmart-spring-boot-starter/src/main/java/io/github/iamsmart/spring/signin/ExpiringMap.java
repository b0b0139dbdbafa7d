package io.github.iamsmart.spring.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bounded map whose entries end. Thread-safe; the cost of a call does not grow with the number of entries, as entries
 * end nearly in the order in which they come.
 */
final class ExpiringMap<V> {

    private final Clock clock;
    private final int capacity;
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();

    private record Entry<V>(V value, Instant expiresAt) {}

    ExpiringMap(Clock clock, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The capacity must be at least 1.");
        }
        this.clock = clock;
        this.capacity = capacity;
    }

    synchronized void put(String key, V value, Instant expiresAt) {
        makeRoom();
        entries.put(key, new Entry<>(value, expiresAt));
    }

    /** Returns whether the key was not there. */
    synchronized boolean putIfAbsent(String key, V value, Instant expiresAt) {
        Entry<V> present = entries.get(key);
        if (present != null && clock.instant().isBefore(present.expiresAt())) {
            return false;
        }
        entries.remove(key);
        put(key, value, expiresAt);
        return true;
    }

    /** Returns what is there; where nothing is, the fresh value, which is put there. */
    synchronized V findOrPut(String key, V fresh, Instant expiresAt) {
        Entry<V> present = entries.get(key);
        if (putIfAbsent(key, fresh, expiresAt) || present == null) {
            return fresh;
        }
        return present.value();
    }

    synchronized Optional<V> remove(String key) {
        Entry<V> entry = entries.remove(key);
        return entry != null && clock.instant().isBefore(entry.expiresAt())
                ? Optional.of(entry.value())
                : Optional.empty();
    }

    private void makeRoom() {
        Instant now = clock.instant();
        Iterator<Entry<V>> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            boolean expired = !now.isBefore(oldest.next().expiresAt());
            if (!expired && entries.size() < capacity) {
                return;
            }
            oldest.remove();
        }
    }
}
