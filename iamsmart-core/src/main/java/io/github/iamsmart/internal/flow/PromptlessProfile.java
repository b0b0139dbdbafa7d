package io.github.iamsmart.internal.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import io.github.iamsmart.internal.json.Json;

/** Reads data of a signed-in user at once, without a request to the app [1]. Thread-safe. */
public final class PromptlessProfile {

    /** The call. */
    public static final Api API = Api.of("profile-without-prompt", "/api/v1/profiles");

    private final FlowContext context;

    /**
     * Creates it.
     *
     * @param context of the client
     */
    public PromptlessProfile(FlowContext context) {
        this.context = context;
    }

    /**
     * Makes the call.
     *
     * @param token the user's token
     * @param body the members that say which fields; the token is added to it
     * @return the business object of the answer, UTF-8 JSON
     */
    public byte[] read(AccessToken token, ObjectNode body) {
        body.put("accessToken", token.value()).put("openID", token.tokenisedId().value());
        return context.call(API, Repeat.IF_NOT_CARRIED_OUT, Json.write(body));
    }
}
