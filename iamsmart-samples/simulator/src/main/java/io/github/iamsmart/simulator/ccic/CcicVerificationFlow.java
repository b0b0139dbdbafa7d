package io.github.iamsmart.simulator.ccic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountFlow;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.callback.Callbacks;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import java.util.Optional;

/**
 * CCIC verification [?]. No public source tells its path, its members, its scope or its codes: it has the shape of the
 * other requests, needs no scope, takes any further member, answers with businessID and state, and is refused with the
 * codes of authentication.
 */
public final class CcicVerificationFlow extends AccountFlow {
    public static final String NAME = "ccic-verification";

    public CcicVerificationFlow(String path, AccountRequests requests, Callbacks callbacks) {
        super(NAME, path, Optional.empty(), requests, callbacks);
    }

    @Override
    protected Asked asked(GatewayCall call) {
        return Asked.NOTHING;
    }

    @Override
    protected void result(PendingRequest request, Consent consent, ObjectNode content) {
        // What a verification tells is not public.
    }

    @Override
    protected Code code(Decision refusal) {
        return switch (refusal) {
            case CANCEL -> Code.SIGN_IN_CANCELLED;
            case REJECT -> Code.SIGN_IN_REJECTED;
            case TIMEOUT -> Code.SIGN_IN_TIMEOUT;
            default -> Code.SIGN_IN_FAILED;
        };
    }
}
