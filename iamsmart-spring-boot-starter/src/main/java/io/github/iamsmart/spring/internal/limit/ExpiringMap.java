package io.github.iamsmart.spring.internal.limit;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map whose entries expire. Thread-safe; the cost of a call does not grow with the number of entries, as
 * entries expire nearly in the order in which they come.
 *
 * @param <V> the type of the values
 */
public final class ExpiringMap<V> {

    private final Clock clock;
    private final int capacity;
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();

    private record Entry<V>(V value, Instant expiresAt) {}

    /**
     * Creates an empty map.
     *
     * @param clock the time
     * @param capacity how many entries it keeps; when it is full, the oldest is dropped
     */
    public ExpiringMap(Clock clock, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The capacity must be at least 1.");
        }
        this.clock = clock;
        this.capacity = capacity;
    }

    /**
     * Keeps a value.
     *
     * @param key its key
     * @param value the value
     * @param expiresAt until when
     */
    public synchronized void put(String key, V value, Instant expiresAt) {
        makeRoom();
        entries.put(key, new Entry<>(value, expiresAt));
    }

    /**
     * Keeps a value unless the key is there.
     *
     * @param key its key
     * @param value the value
     * @param expiresAt until when
     * @return whether the key was not there
     */
    public synchronized boolean putIfAbsent(String key, V value, Instant expiresAt) {
        Entry<V> present = entries.get(key);
        if (present != null && clock.instant().isBefore(present.expiresAt())) {
            return false;
        }
        entries.remove(key);
        put(key, value, expiresAt);
        return true;
    }

    /** {@return what is there; where nothing is, the fresh value, which is put there} */
    synchronized V findOrPut(String key, V fresh, Instant expiresAt) {
        Entry<V> present = entries.get(key);
        if (putIfAbsent(key, fresh, expiresAt) || present == null) {
            return fresh;
        }
        return present.value();
    }

    /** {@return what is there and has not expired} */
    synchronized Optional<V> find(String key) {
        return value(entries.get(key));
    }

    /**
     * Takes a value out.
     *
     * @param key its key
     * @return the value; empty if there is none or it has expired
     */
    public synchronized Optional<V> remove(String key) {
        return value(entries.remove(key));
    }

    private Optional<V> value(@Nullable Entry<V> entry) {
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
