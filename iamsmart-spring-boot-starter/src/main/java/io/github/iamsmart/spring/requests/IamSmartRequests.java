package io.github.iamsmart.spring.requests;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.UserRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Asks users in the app. Inject it into the application's controllers. Thread-safe.
 *
 * <pre>{@code
 * @PostMapping("/permits/17")
 * View fill() {
 *     return requests.begin(form).reference("permit-17").thenGoTo("/permits/17").redirect();
 * }
 * }</pre>
 *
 * <p>The browser is led through the pages of the starter: one that waits and tells the user what to do, then to where
 * the application said. An application with pages of its own calls the client itself, with {@link #options}, and asks
 * at {@link #statePath(HttpServletRequest, BusinessId)} how far the request is.
 */
public interface IamSmartRequests {

    /**
     * Begins a request of the user who has signed in; one who has not is sent to sign in first. To be called in a
     * method of a controller, on its thread.
     *
     * @param request what the user is asked
     * @return the request, not yet sent
     */
    RequestStart begin(UserRequest request);

    /**
     * Begins a request of a user who has not signed in. The browser goes to the gateway and comes back to an endpoint
     * of the starter, {@code /iamsmart/callback/anonymous}, whose URL is registered with iAM Smart. To be called in a
     * method of a controller, on its thread.
     *
     * @param request what the user is asked
     * @return the request, not yet sent
     * @throws io.github.iamsmart.error.InvalidRequestException if users must sign in for it
     */
    RequestStart beginAnonymous(UserRequest request);

    /**
     * {@return options for a request of a user who has signed in} They hold the callback URL of this application, the
     * kind of browser and the language of its user, and let this browser alone look at the request. The builder takes a
     * {@code reference} of the application's own.
     *
     * @param request the request at hand
     * @param response gets the cookie by which the browser is recognised; must not be committed
     * @throws io.github.iamsmart.error.ConfigurationException if the application does not know its address
     */
    RequestOptions.Builder options(HttpServletRequest request, HttpServletResponse response);

    /**
     * {@return options for a request of a user who has not signed in, whose browser comes back by redirect} What comes
     * by callback all the same, such as the signatures of a bulk signing, goes to the callback URL of this application.
     *
     * @param request the request at hand
     * @param response gets the cookie by which the browser is recognised; must not be committed
     * @param path where the browser comes back to: a path within the application, from a slash on, whose address is
     *     registered with iAM Smart
     * @throws TooManyRequestsException if the network that the request comes from has begun too many in this minute
     * @throws io.github.iamsmart.error.ConfigurationException if the application does not know its address
     */
    RequestOptions.Builder anonymousOptions(HttpServletRequest request, HttpServletResponse response, String path);

    /**
     * {@return where the script of a waiting page asks how far a request is} A path from the root of the host, as the
     * browser has it, context path and all; its server-sent events, called {@code state}, are at {@code /events} below
     * it.
     *
     * @param request the request at hand
     * @param businessId the request that the user answers
     */
    String statePath(HttpServletRequest request, BusinessId businessId);

    /**
     * {@return where a waiting page asks how far a request is, for links to which the context path is added}
     * Thymeleaf's {@code @{…}} adds it, for example. Give a script {@link #statePath(HttpServletRequest, BusinessId)}
     * instead.
     *
     * @param businessId the request that the user answers
     */
    String statePath(BusinessId businessId);
}
