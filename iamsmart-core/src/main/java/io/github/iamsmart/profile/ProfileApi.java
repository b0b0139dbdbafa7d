package io.github.iamsmart.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.Initiation;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.request.InitiatedRequest;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.signin.AccessToken;
import io.github.iamsmart.tracking.RequestKind;

/**
 * Reads the verified identity of a signed-in user. The token needs the scope {@code eidapi_profiles} [D][1].
 * Thread-safe.
 */
public final class ProfileApi {

    /** The kind of the requests that the user answers in the app. */
    public static final RequestKind<VerifiedProfile> KIND =
            RequestKind.of("profile", VerifiedProfile.class, RequestKind.LIFETIME, VerifiedProfile::fromJson);

    private static final Initiation INITIATION = new Initiation(Api.PROFILE, KIND, AppLink.Context.PROFILE);

    private final FlowContext context;

    /**
     * Made by the client.
     *
     * @param context what the client lends
     */
    public ProfileApi(FlowContext context) {
        this.context = context;
    }

    /**
     * Asks the user for his consent in the app [W]. The result comes by callback, within 18 minutes [S], as an outcome
     * of {@link #KIND}. Blocks for one call.
     *
     * @param token the user's access token
     * @param request which fields
     * @param options from where, and where the result goes
     * @return what the page has to do now
     * @throws IamSmartException if the gateway does not accept it
     */
    public InitiatedRequest initiate(AccessToken token, ProfileRequest request, RequestOptions options) {
        ObjectNode body = body(request);
        return INITIATION.send(context, token.value(), token.tokenisedId().value(), options, body);
    }

    /**
     * Reads fields at once, without asking the user again [1]. Blocks for one call.
     *
     * @param token the user's access token
     * @param request which fields
     * @return the fields that the gateway gave
     * @throws IamSmartException if the gateway refuses, for example with {@code D20012} where the scope was not granted
     */
    public VerifiedProfile withoutPrompt(AccessToken token, ProfileRequest request) {
        ObjectNode body = body(request)
                .put("accessToken", token.value())
                .put("openID", token.tokenisedId().value());
        return VerifiedProfile.fromJson(
                context.call(Api.PROFILE_WITHOUT_PROMPT, Repeat.IF_NOT_CARRIED_OUT, Json.write(body)));
    }

    private static ObjectNode body(ProfileRequest request) {
        ObjectNode body = Json.object();
        request.fields().forEach(field -> body.withArray("profileFields").add(field.value()));
        return body;
    }
}
