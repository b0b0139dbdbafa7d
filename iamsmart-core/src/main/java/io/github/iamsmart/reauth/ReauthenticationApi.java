package io.github.iamsmart.reauth;

import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.Initiation;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.request.InitiatedRequest;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.signin.AccessToken;
import io.github.iamsmart.tracking.RequestKind;

/**
 * Asks a signed-in user to prove once more who he is [1]. The token needs the scope {@code eidapi_fr}. Thread-safe.
 *
 * <p>The result comes by callback, within 18 minutes [S], as an outcome of {@link #KIND}.
 */
public final class ReauthenticationApi {

    /** The kind of these requests. */
    public static final RequestKind<ReauthenticationResult> KIND = RequestKind.of(
            "re-authentication", ReauthenticationResult.class, RequestKind.LIFETIME, ReauthenticationResult::read);

    private static final Initiation INITIATION =
            new Initiation(Api.REAUTHENTICATION, KIND, AppLink.Context.REAUTHENTICATION);

    private final FlowContext context;

    /**
     * Made by the client.
     *
     * @param context what the client lends
     */
    public ReauthenticationApi(FlowContext context) {
        this.context = context;
    }

    /**
     * Sends the request. Blocks for one call.
     *
     * @param token the user's access token
     * @param options from where, and where the result goes
     * @return what the page has to do now
     * @throws IamSmartException if the gateway does not accept it
     */
    public InitiatedRequest initiate(AccessToken token, RequestOptions options) {
        return INITIATION.send(context, token.value(), token.tokenisedId().value(), options, Json.object());
    }
}
