package io.github.iamsmart.internal.reauth;

import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.internal.flow.Flow;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.RequestSender;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;

/** Re-authentication over the gateway. */
public final class ReauthenticationFlow implements ReauthenticationApi {

    /** What this flow is. */
    public static final Flow DECLARATION = new Flow(KIND);

    private final RequestSender sender;

    /**
     * Creates the flow.
     *
     * @param context of the client
     */
    public ReauthenticationFlow(FlowContext context) {
        this.sender = new RequestSender(context);
    }

    @Override
    public InitiatedRequest initiate(AccessToken token, RequestOptions options) {
        return sender.send(KIND, token, options, Json.object());
    }
}
