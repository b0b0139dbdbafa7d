package io.github.iamsmart.spring.internal.directlogin;

import io.github.iamsmart.signin.AuthorizationCode;
import io.github.iamsmart.spring.internal.limit.ExpiringMap;
import io.github.iamsmart.spring.internal.web.Digests;
import java.time.Clock;
import java.time.Duration;

/**
 * Remembers the codes that came without a state, so that each is exchanged once at the most. Thread-safe and bounded;
 * it keeps digests, never a code. A code lives 60 seconds at the gateway, but a browser may come back to its link
 * later.
 */
public final class UsedCodes {

    private static final Duration MEMORY = Duration.ofMinutes(30);
    private static final int CAPACITY = 10_000;

    private final Clock clock;
    private final ExpiringMap<Boolean> used;

    /**
     * Creates an empty memory.
     *
     * @param clock the time
     */
    public UsedCodes(Clock clock) {
        this.clock = clock;
        this.used = new ExpiringMap<>(clock, CAPACITY);
    }

    /** {@return whether the code is seen for the first time; it is used up by that} */
    boolean isFresh(AuthorizationCode code) {
        return used.putIfAbsent(Digests.of(code.value()), true, clock.instant().plus(MEMORY));
    }
}
