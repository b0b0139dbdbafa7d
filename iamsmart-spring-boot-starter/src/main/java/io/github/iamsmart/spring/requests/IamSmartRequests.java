package io.github.iamsmart.spring.requests;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.request.BusinessId;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.request.Source;
import io.github.iamsmart.spring.browser.ApplicationUrl;
import io.github.iamsmart.spring.callback.CallbackEndpoint;
import io.github.iamsmart.spring.signin.CallbackUrlListener;
import io.github.iamsmart.spring.signin.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;

/**
 * Begins requests for the browser at hand: fills the {@link RequestOptions} with what the HTTP request tells. To be
 * injected into the application's controllers. Thread-safe.
 *
 * <pre>{@code
 * IamSmartSignIn signIn = IamSmartSignIn.from(request).orElseThrow();
 * InitiatedRequest sent = client.formFilling().initiate(
 *     signIn.accessToken(), form, requests.options(request, response).reference("draft-17").build());
 * }</pre>
 */
public final class IamSmartRequests {

    private final SignInSettings settings;
    private final String client;
    private final List<CallbackUrlListener> listeners;
    private final ApplicationUrl application;
    private final RequestBrowser browser;

    /**
     * Creates it.
     *
     * @param settings where the application and its endpoints are
     * @param client the name of the client whose callbacks are meant
     * @param listeners are told of the callback URLs
     */
    public IamSmartRequests(SignInSettings settings, String client, List<CallbackUrlListener> listeners) {
        this.settings = settings;
        this.client = client;
        this.listeners = List.copyOf(listeners);
        this.application = new ApplicationUrl(settings.publicUrl());
        this.browser = new RequestBrowser(application, settings.language());
    }

    /**
     * Returns options for a request of a user who has signed in: the callback URL of this application, the kind of
     * browser and the language of its user, and that this browser alone may look at the request.
     *
     * @param request the request at hand
     * @param response gets the cookie by which the browser is recognised; must not be committed
     * @return a builder, for a {@code reference} of the application's own
     * @throws ConfigurationException if the application does not know its address
     */
    public RequestOptions.Builder options(HttpServletRequest request, HttpServletResponse response) {
        URI callback = callback(request);
        return begin(request, response, callback).callbackUri(callback);
    }

    /**
     * Returns options for a request of a user who has not signed in, whose browser comes back by redirect. The
     * signatures of a bulk signing go to the callback URL of this application.
     *
     * @param request the request at hand
     * @param response gets the cookie by which the browser is recognised; must not be committed
     * @param path where the browser comes back to: a path within the application, from a slash on, whose address is
     *     registered with iAM Smart
     * @return a builder
     * @throws ConfigurationException if the application does not know its address
     */
    public RequestOptions.Builder anonymousOptions(
            HttpServletRequest request, HttpServletResponse response, String path) {
        URI redirect = URI.create(application.of(request) + path);
        URI callback = callback(request);
        return begin(request, response, redirect, callback)
                .redirectUri(redirect)
                .callbackUri(callback);
    }

    private URI callback(HttpServletRequest request) {
        return CallbackEndpoint.url(application.of(request), settings.pathPrefix(), client);
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

    /**
     * Returns where the waiting page asks how far a request is; its server-sent events are at {@code /events} below it.
     *
     * @param businessId the request
     * @return a path within the application, for which the context path stays to be added
     */
    public String statePath(BusinessId businessId) {
        return settings.pathPrefix() + WaitingController.path(businessId);
    }
}
