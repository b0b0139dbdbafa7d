package io.github.iamsmart.spring.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Decides what a browser gets when its user has signed in. A bean of this type replaces the default, which sends it to
 * {@code iamsmart.sign-in.success-url} or back to where it came from. Must be thread-safe.
 */
@FunctionalInterface
public interface SignInSuccessHandler {

    /**
     * Answers the request. {@code Cache-Control} and {@code Referrer-Policy} are set already: the URL of this request
     * holds the authorization code. A user who had to sign in for a request gets there by
     * {@link SignInSuccess#target()} alone.
     *
     * @param request the request, whose session has the sign-in
     * @param response the response, not committed
     * @param success who signed in, and where to go
     * @throws IOException if the response cannot be written
     * @throws ServletException if it cannot be handled
     */
    void onSuccess(HttpServletRequest request, HttpServletResponse response, SignInSuccess success)
            throws IOException, ServletException;
}
