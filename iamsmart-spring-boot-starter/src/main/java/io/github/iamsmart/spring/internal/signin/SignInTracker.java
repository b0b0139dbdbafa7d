package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.spring.internal.web.BrowserCookie;
import io.github.iamsmart.spring.internal.web.Digests;
import io.github.iamsmart.spring.signin.PendingSignIn;
import io.github.iamsmart.spring.signin.SignInStateStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows sign-ins from the state that starts one to the redirect that brings it back, once. */
public final class SignInTracker {

    private final SignInStateStore store;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param store where the sign-ins are kept
     * @param lifetime how long one may take
     * @param clock the time
     */
    public SignInTracker(SignInStateStore store, Duration lifetime, Clock clock) {
        this.store = store;
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
        String browser = BrowserCookie.of(SignInPaths.COOKIE, application).issue(request, response, lifetime);
        State state = State.random();
        store.save(
                Digests.of(state.value()),
                new PendingSignIn(
                        browser, returnTo, language, sameDevice, clock.instant().plus(lifetime)));
        return state;
    }

    /** {@return the sign-in of a state, which is used up by that, whoever brought it} */
    Optional<PendingSignIn> take(State state) {
        return store.remove(Digests.of(state.value()))
                .filter(pending -> clock.instant().isBefore(pending.expiresAt()));
    }
}
