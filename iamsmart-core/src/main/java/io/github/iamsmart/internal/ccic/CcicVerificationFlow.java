package io.github.iamsmart.internal.ccic;

import io.github.iamsmart.ccic.CcicVerificationApi;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.internal.flow.Flow;
import io.github.iamsmart.internal.flow.FlowContext;
import io.github.iamsmart.internal.flow.RequestSender;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import java.util.Map;

/** CCIC verification over the gateway. */
public final class CcicVerificationFlow implements CcicVerificationApi {

    /** What this flow is. */
    public static final Flow DECLARATION = new Flow(KIND);

    private final RequestSender sender;

    /**
     * Creates the flow.
     *
     * @param context of the client
     */
    public CcicVerificationFlow(FlowContext context) {
        this.sender = new RequestSender(context);
    }

    @Override
    public InitiatedRequest initiate(AccessToken token, Map<String, ?> members, RequestOptions options) {
        return sender.send(KIND, token, options, Json.toObject(members, "The members of the CCIC verification"));
    }
}
