package io.github.iamsmart.spring.signin;

import io.github.iamsmart.spring.internal.limit.ExpiringMap;
import java.time.Clock;
import java.util.Optional;

/**
 * Keeps sign-ins in this process: for one node, or several behind a balancer that keeps a browser at its node.
 *
 * <p>Bounded: when it is full, the oldest sign-in is dropped, and its user must begin again. Thread-safe.
 */
public final class InMemorySignInStateStore implements SignInStateStore {

    /** How many sign-ins are kept by default; some tens of megabytes when full. */
    public static final int DEFAULT_CAPACITY = 100_000;

    private final ExpiringMap<PendingSignIn> pending;

    /**
     * Creates a store of the default capacity.
     *
     * @param clock the time
     */
    public InMemorySignInStateStore(Clock clock) {
        this(clock, DEFAULT_CAPACITY);
    }

    /**
     * Creates a store.
     *
     * @param clock the time
     * @param capacity how many sign-ins are kept, at least one
     */
    public InMemorySignInStateStore(Clock clock, int capacity) {
        this.pending = new ExpiringMap<>(clock, capacity);
    }

    @Override
    public void save(String key, PendingSignIn value) {
        pending.put(key, value, value.expiresAt());
    }

    @Override
    public Optional<PendingSignIn> remove(String key) {
        return pending.remove(key);
    }
}
