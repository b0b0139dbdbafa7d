package io.github.iamsmart.spring.requests;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Starts requests for the browser at hand: fills the {@link RequestOptions} with what the HTTP request tells. Inject it
 * into the application's controllers. Thread-safe.
 *
 * <pre>{@code
 * IamSmartSignIn signIn = IamSmartSignIn.from(request)
 *     .orElseThrow(() -> new ResponseStatusException(UNAUTHORIZED));
 * InitiatedRequest sent = client.formFilling().initiate(
 *     signIn.accessToken(), form, requests.options(request, response).reference("draft-17").build());
 * }</pre>
 */
public interface IamSmartRequests {

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
     * {@return where the waiting page asks how far a request is} A path within the application, for which the context
     * path stays to be added; its server-sent events are at {@code /events} below it.
     *
     * @param businessId the request
     */
    String statePath(BusinessId businessId);
}
