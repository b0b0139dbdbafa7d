package io.github.iamsmart.spring.internal.security;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;

/**
 * Says of a sign-in in a session that Spring Security was told of it: where Spring Security no longer knows the user,
 * they have logged out. What is kept beside the sign-in goes with it.
 */
public final class SignInMark {

    private static final String MARK = "mark";

    private SignInMark() {}

    /**
     * {@return the name of a session attribute that goes when the sign-in goes}
     *
     * @param client the name of the client
     * @param name of the attribute
     */
    public static String attribute(String client, String name) {
        return prefix(client) + name;
    }

    private static String prefix(String client) {
        return SignInMark.class.getName() + "." + client + ":";
    }

    /**
     * Marks the sign-in of a client.
     *
     * @param session that has it
     * @param client the name of the client
     */
    public static void set(HttpSession session, String client) {
        session.setAttribute(attribute(client, MARK), true);
    }

    /**
     * {@return whether the sign-in of a client is marked}
     *
     * @param session that may have it
     * @param client the name of the client
     */
    public static boolean isSet(HttpSession session, String client) {
        return session.getAttribute(attribute(client, MARK)) != null;
    }

    /**
     * Forgets the sign-in of a client and what is kept beside it.
     *
     * @param request the request at hand
     * @param client the name of the client
     */
    public static void forget(HttpServletRequest request, String client) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            Collections.list(session.getAttributeNames()).stream()
                    .filter(name -> name.startsWith(prefix(client)))
                    .forEach(session::removeAttribute);
            IamSmartSignIn.forget(request, client);
        }
    }
}
