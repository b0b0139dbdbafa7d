package io.github.iamsmart.simulator.reauth;

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

/** A signed-in user shows his face again [1]. A face that is not his is a success with isPassed "false" [?]. */
public final class ReauthenticationFlow extends AccountFlow {
    public static final String NAME = "re-authentication";

    public ReauthenticationFlow(AccountRequests requests, Callbacks callbacks) {
        super(NAME, "/account/stepup/initiateRequest", Optional.of("eidapi_fr"), requests, callbacks);
    }

    @Override
    protected Asked asked(GatewayCall call) {
        return Asked.FACE_CHECK;
    }

    @Override
    protected void result(PendingRequest request, Consent consent, ObjectNode content) {
        content.put("isPassed", Boolean.toString(consent.passed()));
    }

    /** There is no code for a user who closes the request, so he counts as one who refuses. */
    @Override
    protected Code code(Decision refusal) {
        return switch (refusal) {
            case REJECT, CANCEL -> Code.REAUTHENTICATION_REJECTED;
            case TIMEOUT -> Code.REAUTHENTICATION_TIMEOUT;
            default -> Code.REAUTHENTICATION_FAILED;
        };
    }
}
