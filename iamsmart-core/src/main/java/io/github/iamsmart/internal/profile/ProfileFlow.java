package io.github.iamsmart.internal.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.internal.flow.Flow;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.PromptlessProfile;
import io.github.iamsmart.internal.flow.RequestSender;
import io.github.iamsmart.internal.identity.VerifiedProfileReader;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.profile.ProfileApi;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import java.util.List;

/** Profile requests over the gateway. */
public final class ProfileFlow implements ProfileApi {

    /** What this flow is. */
    public static final Flow DECLARATION = new Flow(List.of(KIND), List.of(PromptlessProfile.API));

    private final RequestSender sender;
    private final PromptlessProfile promptless;

    /**
     * Creates the flow.
     *
     * @param context of the client
     */
    public ProfileFlow(FlowContext context) {
        this.sender = new RequestSender(context);
        this.promptless = new PromptlessProfile(context);
    }

    @Override
    public InitiatedRequest initiate(AccessToken token, ProfileRequest request, RequestOptions options) {
        return sender.send(KIND, token, options, body(request));
    }

    @Override
    public VerifiedProfile withoutPrompt(AccessToken token, ProfileRequest request) {
        return VerifiedProfileReader.read(promptless.read(token, body(request)));
    }

    private static ObjectNode body(ProfileRequest request) {
        ObjectNode body = Json.object();
        Json.list(body, "profileFields", request.fields().stream().map(field -> field.value()));
        return body;
    }
}
