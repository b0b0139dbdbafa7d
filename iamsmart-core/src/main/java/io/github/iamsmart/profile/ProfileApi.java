package io.github.iamsmart.profile;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.internal.identity.VerifiedProfileReader;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOptions;

/**
 * Reads the verified identity of a signed-in user. With their consent the token needs no scope beyond that of a
 * sign-in, {@code eidapi_auth} [1]. Thread-safe.
 */
public interface ProfileApi {

    /** Profile requests [W]. */
    RequestKind<VerifiedProfile> KIND = RequestKind.builder(
                    "profile", VerifiedProfile.class, VerifiedProfileReader::read)
            .path("/api/v1/account/auth/profile/initiateRequest")
            .screen("profile")
            .scopes(Scope.AUTH)
            .build();

    /**
     * Asks the user for consent in the app [W]. The result comes by callback, within 18 minutes [S], as an outcome of
     * {@link #KIND}. Blocks for one call.
     *
     * @param token the user's access token
     * @param request which fields
     * @param options the source, and where the result goes
     * @return what the page has to do next
     * @throws IamSmartException if the gateway does not accept it
     */
    InitiatedRequest initiate(AccessToken token, ProfileRequest request, RequestOptions options);

    /**
     * Reads fields at once, without asking the user again [1]. Blocks for one call. The token needs the scope
     * {@code eidapi_profiles}, which is for government bureaux and departments only [D]: the gateway may refuse a
     * sign-in that asks for it.
     *
     * @param token the user's access token
     * @param request which fields
     * @return the fields that the gateway sent
     * @throws IamSmartException if the gateway refuses, for example with {@code D20012} if the scope was not granted
     */
    VerifiedProfile withoutPrompt(AccessToken token, ProfileRequest request);
}
