package io.github.iamsmart.spring.internal.signin.handler;

import io.github.iamsmart.spring.internal.web.Redirection;
import io.github.iamsmart.spring.signin.SignInSuccess;
import io.github.iamsmart.spring.signin.SignInSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends the browser on, away from the URL with the code. */
public final class RedirectSignInSuccessHandler implements SignInSuccessHandler {

    /** Creates the handler. */
    public RedirectSignInSuccessHandler() {}

    @Override
    public void onSuccess(HttpServletRequest request, HttpServletResponse response, SignInSuccess success)
            throws IOException {
        Redirection.send(response, success.target());
    }
}
