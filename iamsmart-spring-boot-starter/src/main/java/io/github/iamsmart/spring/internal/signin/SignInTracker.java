package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.spring.internal.web.CookieSeal;
import io.github.iamsmart.spring.internal.web.Digests;
import io.github.iamsmart.spring.internal.web.SealedCookies;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows sign-ins from the state that starts one to the redirect that brings it back, once.
 *
 * <p>The server keeps nothing of a sign-in that has begun: its browser carries it, sealed. So nobody can push another
 * visitor's sign-in out, a visit without the cookie changes nothing, and any node with the same client secret can
 * finish. What is remembered are the states that were used, and each of them was paid for with a cookie and a code.
 */
public final class SignInTracker {

    /** Together with the rest of a request they must fit into the 8 KiB that servers take. */
    private static final int MOST_COOKIE_CHARACTERS = 4096;

    private static final String COOKIE = "iamsmart-signin-";

    private final SealedCookies cookies;
    private final SignInReplayStore used;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param seal seals what browsers carry
     * @param used remembers the states that were used
     * @param lifetime how long a sign-in may take
     * @param clock the time
     */
    public SignInTracker(CookieSeal seal, SignInReplayStore used, Duration lifetime, Clock clock) {
        this.cookies = new SealedCookies(seal, COOKIE, MOST_COOKIE_CHARACTERS);
        this.used = used;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** {@return the state of a new sign-in, bound to the browser that sent the request} */
    State begin(
            HttpServletRequest request,
            HttpServletResponse response,
            URI application,
            Language language,
            boolean sameDevice,
            @Nullable String returnTo) {
        State state = State.random();
        Instant now = clock.instant();
        PendingSignIn pending = new PendingSignIn(returnTo, language, sameDevice, now.plus(lifetime));
        cookies.add(request, response, application, state, pending.bytes(), now, pending.expiresAt());
        return state;
    }

    /** {@return the sign-in of a state; empty if this browser did not begin it, or it has ended} Uses nothing up. */
    Optional<PendingSignIn> find(HttpServletRequest request, URI application, State state) {
        return cookies.find(request, application, state)
                .flatMap(bytes -> PendingSignIn.of(bytes).stream())
                .filter(pending -> clock.instant().isBefore(pending.expiresAt()))
                .findFirst();
    }

    /** {@return whether this browser began the sign-in of a state, whatever became of it} */
    boolean isHere(HttpServletRequest request, URI application, State state) {
        return cookies.isHere(request, application, state);
    }

    /** {@return whether a state is used for the first time; it is used up by that} */
    boolean use(State state, PendingSignIn pending) {
        return used.isFirstUse(Digests.of(state.value()), pending.expiresAt());
    }

    /** Ends a sign-in without a user. */
    void end(HttpServletResponse response, URI application, State state, PendingSignIn pending) {
        Duration left = Duration.between(clock.instant(), pending.expiresAt());
        cookies.end(response, application, state, left.isNegative() ? Duration.ZERO : left);
    }

    /** Ends a sign-in whose user is signed in. */
    void clear(HttpServletResponse response, URI application, State state) {
        cookies.clear(response, application, state);
    }
}
