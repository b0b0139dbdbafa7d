package io.github.iamsmart.spring.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Decides what a browser gets when a sign-in ends without a user. A bean of this type replaces the default, which shows
 * a small page or goes to {@code iamsmart.sign-in.failure-url}. Must be thread-safe.
 */
@FunctionalInterface
public interface SignInFailureHandler {

    /**
     * Answers the request. {@code Cache-Control} and {@code Referrer-Policy} are set already.
     *
     * @param request the request; never show a part of its URL
     * @param response the response, not committed
     * @param failure what happened
     * @throws IOException if the response cannot be written
     * @throws ServletException if it cannot be handled
     */
    void onFailure(HttpServletRequest request, HttpServletResponse response, SignInFailure failure)
            throws IOException, ServletException;
}
