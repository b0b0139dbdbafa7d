package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.spring.internal.limit.ExpiringMap;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.time.Clock;
import java.time.Instant;

/**
 * Remembers uses in the memory of this node. Bounded: when it is full, the oldest use is forgotten, after which the
 * gateway refuses the code. Thread-safe.
 */
public final class MemoryReplayStore implements SignInReplayStore {

    private static final int CAPACITY = 100_000;

    private final ExpiringMap<Boolean> used;

    /**
     * Creates an empty memory.
     *
     * @param clock the time
     */
    public MemoryReplayStore(Clock clock) {
        this.used = new ExpiringMap<>(clock, CAPACITY);
    }

    @Override
    public boolean isFirstUse(String key, Instant expiresAt) {
        return used.putIfAbsent(key, true, expiresAt);
    }
}
