package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignedInEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.context.ApplicationEventPublisher;

/** Puts a sign-in into the HTTP session, under an id that nobody knew before. */
public final class SignInSessions {

    private final ApplicationEventPublisher events;

    /**
     * Creates it.
     *
     * @param events where {@link SignedInEvent} is published
     */
    public SignInSessions(ApplicationEventPublisher events) {
        this.events = events;
    }

    /**
     * Signs the user in to the browser's session, which keeps what the user did before (a basket, a form), unless that
     * was another user, or a URL named the session: its sender knows the id.
     *
     * @param request the request at hand
     * @param signIn who signed in
     */
    public void signIn(HttpServletRequest request, IamSmartSignIn signIn) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            boolean anotherUser = IamSmartSignIn.from(request, signIn.client())
                    .filter(before -> !before.tokenisedId().equals(signIn.tokenisedId()))
                    .isPresent();
            if (anotherUser || request.isRequestedSessionIdFromURL()) {
                session.invalidate();
            } else {
                request.changeSessionId();
            }
        }
        publish(request, signIn);
    }

    /**
     * Signs the user in to a new session, and ends the one before with everything in it.
     *
     * @param request the request at hand
     * @param signIn who signed in
     */
    public void signInAfresh(HttpServletRequest request, IamSmartSignIn signIn) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        publish(request, signIn);
    }

    private void publish(HttpServletRequest request, IamSmartSignIn signIn) {
        signIn.attachTo(request.getSession(true));
        try {
            events.publishEvent(new SignedInEvent(signIn));
        } catch (RuntimeException e) {
            // The application did not accept the user: leave nobody signed in behind the error page.
            IamSmartSignIn.forget(request, signIn.client());
            throw e;
        }
    }
}
