package io.github.iamsmart.spring.internal.signin.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.spring.internal.signin.SignInUrls;
import io.github.iamsmart.spring.internal.web.Redirection;
import io.github.iamsmart.spring.signin.SignInFailure;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

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
        Redirection.send(response, withError(urls.absolute(request, failureUrl).toString(), error));
    }

    /** The URL stays as it is configured: percent signs and all. */
    private static String withError(String url, String error) {
        int hash = url.indexOf('#');
        String page = hash < 0 ? url : url.substring(0, hash);
        String fragment = hash < 0 ? "" : url.substring(hash);
        return page + (page.contains("?") ? "&" : "?") + "error=" + UriUtils.encode(error, UTF_8) + fragment;
    }
}
