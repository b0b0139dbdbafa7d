package io.github.iamsmart.spring.internal.security;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Says of a sign-in in a session that Spring Security was told of it: where Spring Security no longer knows the user,
 * they have logged out.
 */
public final class SignInMark {

    private static final String ATTRIBUTE = SignInMark.class.getName() + ".";

    private SignInMark() {}

    /**
     * Marks the sign-in of a client.
     *
     * @param session that has it
     * @param client the name of the client
     */
    public static void set(HttpSession session, String client) {
        session.setAttribute(ATTRIBUTE + client, true);
    }

    /**
     * {@return whether the sign-in of a client is marked}
     *
     * @param session that may have it
     * @param client the name of the client
     */
    public static boolean isSet(HttpSession session, String client) {
        return session.getAttribute(ATTRIBUTE + client) != null;
    }

    /**
     * Forgets the sign-in of a client and its mark.
     *
     * @param request the request at hand
     * @param client the name of the client
     */
    public static void forget(HttpServletRequest request, String client) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE + client);
            IamSmartSignIn.forget(request, client);
        }
    }
}
