package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.LocalPath;
import io.github.iamsmart.spring.internal.web.PageRequest;
import io.github.iamsmart.spring.internal.web.Redirection;
import io.github.iamsmart.spring.internal.web.RefererPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers where a user has to sign in: a browser that asks for a page is sent to sign in and back, anything else gets
 * 401.
 */
final class SignInRequiredResolver implements HandlerExceptionResolver {

    private final List<EndpointSettings> clients;

    SignInRequiredResolver(List<EndpointSettings> clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!(exception instanceof SignInRequiredException required) || response.isCommitted()) {
            return null;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (PageRequest.is(request)) {
            EndpointSettings endpoints = of(required.client());
            Language language = BrowserLanguage.of(request, endpoints.language());
            String back = back(request, endpoints).orElse(null);
            Redirection.seeOther(
                    response,
                    endpoints.application().path(request)
                            + LoginController.path(endpoints.pathPrefix(), language, back, request));
            return new ModelAndView();
        }
        try {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } catch (IOException e) {
            return null; // nobody is there to be told
        }
        return new ModelAndView();
    }

    private EndpointSettings of(String client) {
        return clients.stream()
                .filter(one -> one.clientName().equals(client))
                .findFirst()
                .orElseThrow();
    }

    /** To the page that was asked for; what a form sent is gone, so to the page that has the form. */
    private Optional<String> back(HttpServletRequest request, EndpointSettings endpoints) {
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
            return RefererPath.of(request, endpoints);
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        return LocalPath.of(query == null ? path : path + "?" + query);
    }
}
