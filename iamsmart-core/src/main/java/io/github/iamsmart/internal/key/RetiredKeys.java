package io.github.iamsmart.internal.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Replaced keys, each kept as long as a callback may still use it. Not thread-safe. */
final class RetiredKeys {

    /** How long a callback may take to arrive [S], and therefore how long its key is needed. */
    static final Duration LATE_CALLBACKS = Duration.ofMinutes(18);

    private record Retired(KnownKey key, Instant until) {}

    private final List<Retired> newestFirst = new ArrayList<>();

    void add(KnownKey key, Instant time) {
        newestFirst.removeIf(old -> old.key().key().equals(key.key()) || !time.isBefore(old.until()));
        newestFirst.add(0, new Retired(key, time.plus(LATE_CALLBACKS)));
    }

    List<KnownKey> at(Instant time) {
        return newestFirst.stream()
                .filter(old -> time.isBefore(old.until()))
                .map(Retired::key)
                .toList();
    }
}
