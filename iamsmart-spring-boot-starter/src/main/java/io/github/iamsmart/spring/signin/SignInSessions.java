package io.github.iamsmart.spring.signin;

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
     * was another user.
     */
    void signIn(HttpServletRequest request, IamSmartSignIn signIn) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            boolean anotherUser = IamSmartSignIn.from(session)
                    .filter(before -> !before.tokenisedId().equals(signIn.tokenisedId()))
                    .isPresent();
            if (anotherUser) {
                session.invalidate();
            } else {
                request.changeSessionId();
            }
        }
        publish(request.getSession(true), signIn);
    }

    /** Signs the user in to a new session, and ends the one before with everything in it. */
    void signInAfresh(HttpServletRequest request, IamSmartSignIn signIn) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        publish(request.getSession(true), signIn);
    }

    private void publish(HttpSession session, IamSmartSignIn signIn) {
        signIn.attachTo(session);
        try {
            events.publishEvent(new SignedInEvent(signIn));
        } catch (RuntimeException e) {
            // The application did not accept the user: leave nobody signed in behind the error page.
            IamSmartSignIn.detachFrom(session);
            throw e;
        }
    }
}
