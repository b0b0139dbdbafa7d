package io.github.iamsmart.reauth;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;

/**
 * Asks a signed-in user to authenticate again [1]. The token needs the scope {@code eidapi_fr}. Thread-safe.
 *
 * <p>The result comes by callback, within 18 minutes [S], as an outcome of {@link #KIND}.
 */
public interface ReauthenticationApi {

    /** Re-authentication requests: the path [1], the screen [W]. */
    RequestKind<ReauthenticationResult> KIND = RequestKind.builder(
                    "re-authentication", ReauthenticationResult.class, ReauthenticationResult::fromJson)
            .path("/api/v1/account/stepup/initiateRequest")
            .screen("re-auth")
            .scopes(Scope.REAUTHENTICATION)
            .build();

    /**
     * Sends the request. Blocks for one call.
     *
     * @param token the user's access token
     * @param options the source, and where the result goes
     * @return what the page has to do next
     * @throws IamSmartException if the gateway does not accept it
     */
    InitiatedRequest initiate(AccessToken token, RequestOptions options);
}
