package io.github.iamsmart.spring.internal.requests;

import io.github.iamsmart.device.Source;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.spring.CallbackUrlListener;
import io.github.iamsmart.spring.internal.callback.CallbackEndpoint;
import io.github.iamsmart.spring.internal.limit.NetworkLimit;
import io.github.iamsmart.spring.internal.web.ApplicationUrl;
import io.github.iamsmart.spring.internal.web.AsciiUrl;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestStart;
import io.github.iamsmart.spring.requests.TooManyRequestsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Starts requests for the browser at hand, of one client. */
public final class DefaultIamSmartRequests implements IamSmartRequests {

    private final EndpointSettings endpoints;
    private final List<CallbackUrlListener> listeners;
    private final ApplicationUrl application;
    private final RequestBrowser browser;
    private final NetworkLimit anonymous;

    /**
     * Creates it.
     *
     * @param endpoints where the application and its endpoints are
     * @param listeners receive the callback URLs
     * @param anonymous how many anonymous requests a network may begin
     */
    public DefaultIamSmartRequests(
            EndpointSettings endpoints, List<CallbackUrlListener> listeners, NetworkLimit anonymous) {
        this.endpoints = endpoints;
        this.listeners = List.copyOf(listeners);
        this.application = endpoints.application();
        this.browser = new RequestBrowser(endpoints);
        this.anonymous = anonymous;
    }

    @Override
    public RequestStart begin(UserRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RequestStart beginAnonymous(UserRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RequestOptions.Builder options(HttpServletRequest request, HttpServletResponse response) {
        URI callback = callback(request);
        return begin(request, response, callback).callbackUri(callback);
    }

    @Override
    public RequestOptions.Builder anonymousOptions(
            HttpServletRequest request, HttpServletResponse response, String path) {
        URI redirect = URI.create(AsciiUrl.of(application.of(request) + path));
        Optional<Duration> pause = anonymous.count(request);
        if (pause.isPresent()) {
            throw new TooManyRequestsException(pause.get());
        }
        URI callback = callback(request);
        return begin(request, response, redirect, callback)
                .redirectUri(redirect)
                .callbackUri(callback);
    }

    private URI callback(HttpServletRequest request) {
        return CallbackEndpoint.url(application.of(request), endpoints);
    }

    private RequestOptions.Builder begin(HttpServletRequest request, HttpServletResponse response, URI... urls) {
        if (response.isCommitted()) {
            throw new IllegalStateException("The response has been sent already: without the cookie that it should"
                    + " carry, no browser could look at the request. Ask for the options first.");
        }
        for (URI url : urls) {
            listeners.forEach(listener -> listener.onCallbackUrl(url));
        }
        return RequestOptions.builder()
                .source(Source.fromUserAgent(request.getHeader(HttpHeaders.USER_AGENT)))
                .language(browser.language(request))
                .owner(browser.makeOwner(request, response));
    }

    @Override
    public String statePath(HttpServletRequest request, BusinessId businessId) {
        return application.path(request) + statePath(businessId);
    }

    @Override
    public String statePath(BusinessId businessId) {
        return endpoints.pathPrefix() + RequestPaths.state(businessId);
    }
}
