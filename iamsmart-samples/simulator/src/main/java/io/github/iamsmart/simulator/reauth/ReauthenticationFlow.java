package io.github.iamsmart.simulator.reauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountFlow;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowCodes;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;

/** A signed-in user shows their face again [1]. Another face is a success with isPassed "false" [?]. */
public final class ReauthenticationFlow extends AccountFlow {
    public static final FlowDeclaration DECLARATION = FlowDeclaration.ofUser(
            "re-authentication",
            ReauthenticationFlow.class,
            "/account/stepup/initiateRequest",
            FlowCodes.withoutCancelled(
                    new Code("D80001", "User rejected re-authentication", "The user refused, or closed the request."),
                    new Code("D80002", "Re-authentication failed", "No reason is disclosed."),
                    new Code("D80003", "Re-authentication timed out", "The user did not answer in time.")),
            "eidapi_fr");

    public ReauthenticationFlow(AccountRequests requests, CallbackSender callbacks) {
        super(DECLARATION, requests, callbacks);
    }

    @Override
    protected Asked asked(GatewayCall call) {
        return Asked.FACE_CHECK;
    }

    @Override
    protected void result(PendingRequest request, Consent consent, ObjectNode content) {
        content.put("isPassed", Boolean.toString(consent.passed()));
    }
}
