package io.github.iamsmart.simulator.ccic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountFlow;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signin.SignInCodes;

/**
 * CCIC verification [?]. No public source tells its path, its members, its scope or its codes: it has the shape of the
 * other requests, needs no scope, takes any further member but an empty list, answers with businessID and state, and is
 * refused with the codes of authentication. At a configured path it also stands in for a flow that the simulator does
 * not know.
 */
public final class CcicVerificationFlow extends AccountFlow {
    public static final FlowDeclaration DECLARATION = FlowDeclaration.ofUser(
            "ccic-verification", CcicVerificationFlow.class, "/account/ccic/initiateRequest", SignInCodes.ALL);

    public CcicVerificationFlow(String path, AccountRequests requests, CallbackSender callbacks) {
        super(DECLARATION.at(path), requests, callbacks);
    }

    @Override
    protected Asked asked(GatewayCall call) {
        return Asked.NOTHING;
    }

    @Override
    protected void result(PendingRequest request, Consent consent, ObjectNode content) {
        // What a verification tells is not public.
    }
}
