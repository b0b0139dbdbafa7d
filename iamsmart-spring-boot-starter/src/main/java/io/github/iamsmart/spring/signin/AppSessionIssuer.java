package io.github.iamsmart.spring.signin;

/**
 * Gives the service's own mobile app a session of the service, for a user who came by Direct Login v2 from app to app.
 * A bean of this type switches {@code POST /iamsmart/direct-login/app} on. Must be thread-safe.
 */
@FunctionalInterface
public interface AppSessionIssuer {

    /**
     * Makes a new session. There was no state, so nothing proves that the user of this device began the sign-in: never
     * attach it to a session that the app has already.
     *
     * @param signIn who signed in; the access token stays on the server
     * @return the session, whose token the app is sent
     */
    AppSession issue(IamSmartSignIn signIn);
}
