package io.github.iamsmart.spring.internal.directlogin;

import io.github.iamsmart.signin.AuthorizationCode;
import io.github.iamsmart.spring.internal.web.Digests;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.time.Clock;
import java.time.Duration;

/**
 * Remembers the codes that came without a state, so that each is exchanged once at the most. Thread-safe; it keeps
 * digests, never a code. A code lives 60 seconds at the gateway, but a browser may come back to its link later.
 */
public final class UsedCodes {

    private static final Duration MEMORY = Duration.ofMinutes(30);

    private final SignInReplayStore used;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param used where the codes are remembered
     * @param clock the time
     */
    public UsedCodes(SignInReplayStore used, Clock clock) {
        this.used = used;
        this.clock = clock;
    }

    /** {@return whether the code is seen for the first time; it is used up by that} */
    boolean isFresh(AuthorizationCode code) {
        return used.isFirstUse(Digests.of(code.value()), clock.instant().plus(MEMORY));
    }
}
