package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignedInEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Puts a sign-in into the HTTP session, under an id that nobody knew before. */
public final class SignInSessions {

    private final ApplicationEventPublisher events;
    private final SignInHookRegistry hooks;

    /**
     * Creates it.
     *
     * @param events where {@link SignedInEvent} is published
     * @param hooks take part
     */
    public SignInSessions(ApplicationEventPublisher events, SignInHookRegistry hooks) {
        this.events = events;
        this.hooks = hooks;
    }

    /**
     * Signs the user in to the browser's session, which keeps what the user did before (a basket, a form), unless that
     * was another user, or a URL named the session: its sender knows the id.
     *
     * @param request the request at hand
     * @param response not committed
     * @param signIn who signed in
     * @throws SignInRefusedException if the user is not let in
     */
    public void signIn(HttpServletRequest request, HttpServletResponse response, IamSmartSignIn signIn) {
        HttpSession session = request.getSession(false);
        boolean anotherUser = IamSmartSignIn.from(request, signIn.client())
                .filter(before -> !before.tokenisedId().equals(signIn.tokenisedId()))
                .isPresent();
        if (session == null) {
            enter(request, response, signIn, null);
        } else if (anotherUser || request.isRequestedSessionIdFromURL()) {
            session.invalidate();
            enter(request, response, signIn, null);
        } else {
            enter(request, response, signIn, session.getId());
        }
    }

    /**
     * Signs the user in to a new session, and ends the one before with everything in it.
     *
     * @param request the request at hand
     * @param response not committed
     * @param signIn who signed in
     * @throws SignInRefusedException if the user is not let in
     */
    public void signInAfresh(HttpServletRequest request, HttpServletResponse response, IamSmartSignIn signIn) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        enter(request, response, signIn, null);
    }

    /** Spring Security changes the id of a session unless it is told not to. */
    private void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            IamSmartSignIn signIn,
            @Nullable String knownSessionId) {
        Optional<SignInHook> hook = hooks.find(request, signIn.client());
        try {
            hook.ifPresent(one -> one.signIn(request, response, signIn));
            if (request.getSession(true).getId().equals(knownSessionId)) {
                request.changeSessionId();
            }
            signIn.attachTo(request.getSession(true));
            events.publishEvent(new SignedInEvent(signIn));
            hook.ifPresent(one -> one.signedIn(request));
        } catch (RuntimeException e) {
            // The application did not accept the user: leave nobody signed in behind the error page.
            IamSmartSignIn.forget(request, signIn.client());
            hook.ifPresent(one -> one.forget(request, response));
            throw hook.flatMap(one -> one.refusal(e))
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }
}
