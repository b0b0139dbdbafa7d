package io.github.iamsmart.signin;

import io.github.iamsmart.device.AppReturn;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.identity.AccessToken;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Sign-in with iAM Smart. Stateless and thread-safe.
 *
 * <ol>
 *   <li>Send the browser to {@link #authorizationUri}.
 *   <li>When it comes back, read the redirect with {@link #parseRedirect(String)} and compare the state.
 *   <li>{@linkplain #exchange(AuthorizationCode) Exchange} the code at once.
 * </ol>
 */
public interface SignInApi {

    /**
     * {@return the URL of the gateway's page to which to send the browser, percent-encoded} Makes no call.
     *
     * @param request what to ask for
     */
    URI authorizationUri(AuthorizationRequest request);

    /**
     * Reads the redirect.
     *
     * @param parameters the query parameters, decoded
     * @return what the user or the gateway decided
     * @throws ProtocolException if a parameter occurs twice, or the code is malformed
     */
    AuthorizationRedirect parseRedirect(Map<String, List<String>> parameters);

    /**
     * Reads the redirect.
     *
     * @param rawQuery the query string of the URL, still encoded, without the question mark
     * @return what the user or the gateway decided
     * @throws ProtocolException if it is not properly percent-encoded, a parameter occurs twice, or the code is
     *     malformed
     */
    AuthorizationRedirect parseRedirect(String rawQuery);

    /**
     * Exchanges the code of an ordinary sign-in.
     *
     * @param code from the redirect
     * @return the access token
     * @throws IamSmartException as {@link #exchange(TokenRequest)}
     */
    default AccessToken exchange(AuthorizationCode code) {
        return exchange(TokenRequest.of(code));
    }

    /**
     * Exchanges an authorization code for an access token. Blocks for one call.
     *
     * <p>The code works only once, so it is not sent again after a transport failure: start a new sign-in instead.
     *
     * @param request the code and its parameters
     * @return the access token
     * @throws IamSmartException a {@code GatewayException} with {@code D40004} if the code is unknown, used or older
     *     than 60 seconds; others for other failures
     */
    AccessToken exchange(TokenRequest request);

    /**
     * {@return the link with which a mobile app or page opens the iAM Smart app for a sign-in [W]} It carries the
     * state: do not log it. On the mobile web the {@linkplain #authorizationUri gateway's page} needs no such link.
     *
     * @param request what to ask for; its source is {@code App_Link} or {@code App_Scheme}
     * @throws io.github.iamsmart.error.InvalidRequestException if the source is not an app
     */
    URI appLink(AuthorizationRequest request);

    /**
     * {@return the link with which the service's own app opens the iAM Smart app for a sign-in, and gets the code
     * itself [?]} It carries the state: do not log it. Off unless the client has an {@code ownAppPathPrefix}.
     *
     * @param request what to ask for; its source and its redirect URI are not used
     * @param appReturn how the iAM Smart app comes back
     * @throws io.github.iamsmart.error.ConfigurationException if the client has no {@code ownAppPathPrefix}
     */
    URI appLink(AuthorizationRequest request, AppReturn appReturn);
}
