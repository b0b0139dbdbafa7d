package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignInFailure;
import io.github.iamsmart.spring.signin.SignInSuccess;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Takes part in each sign-in with one client, beside the HTTP session: Spring Security. Thread-safe. */
public interface SignInHook {

    /** {@return the name of the client} */
    String client();

    /**
     * Signs the user in, under a new session id if there is a session.
     *
     * @param request the request at hand
     * @param response not committed
     * @param signIn who signs in
     * @throws SignInRefusedException if the user is not let in
     */
    void signIn(HttpServletRequest request, HttpServletResponse response, IamSmartSignIn signIn);

    /**
     * Tells that the session has the sign-in.
     *
     * @param request the request at hand
     */
    void signedIn(HttpServletRequest request);

    /**
     * Leaves nobody signed in.
     *
     * @param request the request at hand
     * @param response not committed
     */
    void forget(HttpServletRequest request, HttpServletResponse response);

    /**
     * {@return an exception of a listener as a refusal, if it is one}
     *
     * @param exception what a listener threw
     */
    Optional<SignInRefusedException> refusal(RuntimeException exception);

    /**
     * {@return the page for which the user had to sign in: a path within the application, from a slash on}
     *
     * @param request the request at hand
     * @param response not committed
     */
    Optional<String> savedPath(HttpServletRequest request, HttpServletResponse response);

    /**
     * Answers a browser whose user has signed in, or leaves that to the application's handler.
     *
     * @param request the request at hand
     * @param response what the browser gets
     * @param success who signed in, and where to go
     * @return whether it has answered
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    boolean succeeded(HttpServletRequest request, HttpServletResponse response, SignInSuccess success)
            throws IOException, ServletException;

    /**
     * Answers a browser whose sign-in ended without a user, or leaves that to the application's handler.
     *
     * @param request the request at hand
     * @param response what the browser gets
     * @param failure what happened
     * @return whether it has answered
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    boolean failed(HttpServletRequest request, HttpServletResponse response, SignInFailure failure)
            throws IOException, ServletException;
}
