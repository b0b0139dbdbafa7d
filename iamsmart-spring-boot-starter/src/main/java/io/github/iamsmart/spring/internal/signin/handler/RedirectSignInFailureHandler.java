package io.github.iamsmart.spring.internal.signin.handler;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.spring.internal.signin.SignInUrls;
import io.github.iamsmart.spring.signin.SignInFailure;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends the browser to a page of the application, with the parameter {@code error}: a code of iAM Smart such as
 * {@code D40000}, else the reason in lower case such as {@code other-browser}.
 */
public final class RedirectSignInFailureHandler implements SignInFailureHandler {

    private final SignInUrls urls;
    private final String failureUrl;

    /**
     * Creates the handler.
     *
     * @param urls the application's URLs
     * @param failureUrl a path within the application, or an absolute URL
     */
    public RedirectSignInFailureHandler(SignInUrls urls, String failureUrl) {
        this.urls = urls;
        this.failureUrl = failureUrl;
    }

    @Override
    public void onFailure(HttpServletRequest request, HttpServletResponse response, SignInFailure failure)
            throws IOException {
        String error = failure.errorCode()
                .map(ErrorCode::toString)
                .orElseGet(
                        () -> failure.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        response.sendRedirect(UriComponentsBuilder.fromUri(urls.absolute(request, failureUrl))
                .queryParam("error", "{error}")
                .build(error)
                .toString());
    }
}
