package io.github.iamsmart.spring.signin;

import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.State;
import io.github.iamsmart.spring.browser.BrowserCookie;
import io.github.iamsmart.spring.browser.Digests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes states, and gives each back once, with the browser that it is bound to. */
public final class SignInStates {

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
    public SignInStates(SignInStateStore store, Duration lifetime, Clock clock) {
        this.store = store;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Begins a sign-in for the browser that sent the request. */
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

    /** Takes the sign-in of a state, which is used up by that, whoever brought it. */
    Optional<PendingSignIn> take(State state) {
        return store.remove(Digests.of(state.value()))
                .filter(pending -> clock.instant().isBefore(pending.expiresAt()));
    }
}
