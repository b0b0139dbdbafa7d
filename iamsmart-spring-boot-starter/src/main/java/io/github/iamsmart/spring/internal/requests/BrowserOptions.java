package io.github.iamsmart.spring.internal.requests;

import io.github.iamsmart.device.Source;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.spring.CallbackUrlListener;
import io.github.iamsmart.spring.internal.callback.CallbackEndpoint;
import io.github.iamsmart.spring.internal.limit.NetworkLimit;
import io.github.iamsmart.spring.internal.web.ApplicationUrl;
import io.github.iamsmart.spring.internal.web.AsciiUrl;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.TooManyRequestsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Fills options with what the request of a browser tells. Thread-safe. */
public final class BrowserOptions {

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
    public BrowserOptions(EndpointSettings endpoints, List<CallbackUrlListener> listeners, NetworkLimit anonymous) {
        this.endpoints = endpoints;
        this.listeners = List.copyOf(listeners);
        this.application = endpoints.application();
        this.browser = new RequestBrowser(endpoints);
        this.anonymous = anonymous;
    }

    /** {@return where the endpoints are} */
    public EndpointSettings endpoints() {
        return endpoints;
    }

    /**
     * {@return options for a request of a user who has signed in, at which this browser may look}
     *
     * @param request the request at hand
     * @param response gets the cookie by which the browser is recognised
     */
    public RequestOptions.Builder ofBrowser(HttpServletRequest request, HttpServletResponse response) {
        URI callback = callback(request);
        requireOpen(response);
        announce(callback);
        return options(request, callback).owner(browser.makeOwner(request, response));
    }

    /**
     * {@return options for a request of a user who has signed in, at which they may look in every browser}
     *
     * @param request the request at hand
     * @param user who has signed in
     */
    public RequestOptions.Builder ofUser(HttpServletRequest request, TokenisedId user) {
        URI callback = callback(request);
        announce(callback);
        return options(request, callback).owner(RequestBrowser.owner(user));
    }

    /**
     * {@return options for a request of a user who has not signed in, at which this browser may look}
     *
     * @param request the request at hand
     * @param response gets the cookie by which the browser is recognised
     * @param path where the browser comes back to, within the application
     * @throws TooManyRequestsException if the network of the browser has begun too many in this minute
     */
    public RequestOptions.Builder anonymous(HttpServletRequest request, HttpServletResponse response, String path) {
        URI redirect = URI.create(AsciiUrl.of(application.of(request) + path));
        Optional<Duration> pause = anonymous.count(request);
        if (pause.isPresent()) {
            throw new TooManyRequestsException(pause.get());
        }
        URI callback = callback(request);
        requireOpen(response);
        announce(redirect, callback);
        return options(request, callback).redirectUri(redirect).owner(browser.makeOwner(request, response));
    }

    private URI callback(HttpServletRequest request) {
        return CallbackEndpoint.url(application.of(request), endpoints);
    }

    private static void requireOpen(HttpServletResponse response) {
        if (response.isCommitted()) {
            throw new IllegalStateException("The response has been sent already: without the cookie that it should"
                    + " carry, no browser could look at the request. Ask for the options first.");
        }
    }

    private void announce(URI... urls) {
        for (URI url : urls) {
            listeners.forEach(listener -> listener.onCallbackUrl(url));
        }
    }

    private RequestOptions.Builder options(HttpServletRequest request, URI callback) {
        return RequestOptions.builder()
                .source(Source.fromUserAgent(request.getHeader(HttpHeaders.USER_AGENT)))
                .language(browser.language(request))
                .callbackUri(callback);
    }
}
