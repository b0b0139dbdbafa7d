package io.github.iamsmart.ccic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.Initiation;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.request.InitiatedRequest;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.signin.AccessToken;
import io.github.iamsmart.tracking.RequestKind;
import java.util.Map;

/**
 * Verification of a consular corps identity card (CCIC). Thread-safe.
 *
 * <p>No public source tells its path or its fields. That it has the shape of the other requests is a guess [?]: take
 * the path, the members and the name of the app's screen from your API specification, and set the path with
 * {@code ApiPaths.with(Api.CCIC_VERIFICATION, "/…")}.
 *
 * <p>The result comes by callback, as an outcome of {@link #KIND}.
 */
public final class CcicVerificationApi {

    /** The kind of these requests. */
    public static final RequestKind<CcicVerificationResult> KIND = RequestKind.of(
            "ccic-verification", CcicVerificationResult.class, RequestKind.LIFETIME, CcicVerificationResult::read);

    private static final Initiation INITIATION =
            new Initiation(Api.CCIC_VERIFICATION, KIND, AppLink.Context.CCIC_VERIFICATION);

    private final FlowContext context;

    /**
     * Made by the client.
     *
     * @param context what the client lends
     */
    public CcicVerificationApi(FlowContext context) {
        this.context = context;
    }

    /**
     * Sends the request with the members that all requests have. Blocks for one call.
     *
     * @param token the user's access token
     * @param options from where, and where the result goes
     * @return what the page has to do now; without an app link unless the screen of the app has been named
     * @throws ConfigurationException if its path is not configured; nothing is sent
     * @throws IamSmartException if the gateway does not accept it
     */
    public InitiatedRequest initiate(AccessToken token, RequestOptions options) {
        return initiate(token, Map.of(), options);
    }

    /**
     * Sends the request. Blocks for one call.
     *
     * @param token the user's access token
     * @param members what your specification asks for beyond what all requests have: names to texts, numbers, booleans,
     *     lists or maps of them
     * @param options from where, and where the result goes
     * @return what the page has to do now; without an app link unless the screen of the app has been named
     * @throws ConfigurationException if its path is not configured; nothing is sent
     * @throws IamSmartException if the gateway does not accept it
     */
    public InitiatedRequest initiate(AccessToken token, Map<String, ?> members, RequestOptions options) {
        ObjectNode body = Json.object(Json.write(members), "The members of the CCIC verification");
        return INITIATION.send(context, token.value(), token.tokenisedId().value(), options, body);
    }
}
