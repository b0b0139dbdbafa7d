package io.github.iamsmart.spring.internal.security;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.LocalPath;
import io.github.iamsmart.spring.internal.web.Redirection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Sends a browser to sign in. It comes back to the request that Spring Security has saved; where nothing is saved, to
 * the page that it asked for.
 */
public final class LoginEntryPoint implements AuthenticationEntryPoint {

    private final EndpointSettings endpoints;
    private final Supplier<RequestCache> cache;

    /**
     * Creates it.
     *
     * @param endpoints where the endpoints are
     * @param cache of the filter chain
     */
    public LoginEntryPoint(EndpointSettings endpoints, Supplier<RequestCache> cache) {
        this.endpoints = endpoints;
        this.cache = cache;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        Language language = BrowserLanguage.of(request, endpoints.language());
        String back = cache.get().getRequest(request, response) == null
                ? asked(request).orElse(null)
                : null;
        Redirection.seeOther(
                response,
                endpoints.application().path(request)
                        + LoginController.path(endpoints.pathPrefix(), language, back, request));
    }

    private static Optional<String> asked(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return Optional.empty();
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        return LocalPath.of(query == null ? path : path + "?" + query);
    }
}
