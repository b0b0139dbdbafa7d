package io.github.iamsmart.simulator.formfilling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.anonymous.AnonymousApi;
import io.github.iamsmart.simulator.anonymous.AnonymousFlow;
import io.github.iamsmart.simulator.anonymous.AnonymousRequests;
import io.github.iamsmart.simulator.callback.Callbacks;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.persona.DataFields;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import java.util.Set;

/** A form filled by somebody who has not signed in [1][D]. */
public final class AnonymousFormFillingFlow extends AnonymousFlow {
    private static final AnonymousApi API = new AnonymousApi(
            "anonymous-form-filling",
            "/anonymous/eme/initiateRequest",
            "/anonymous/eme/getResult",
            AccountRequests.LIFETIME);

    public AnonymousFormFillingFlow(AnonymousRequests requests) {
        super(API, requests);
    }

    @Override
    protected Asked asked(GatewayCall call) {
        FormRequest.multipart(call); // There is no callback to use it for, but a wrong value is still wrong.
        return FormRequest.asked(call);
    }

    @Override
    protected Set<String> scopes(Asked asked) {
        return Set.of(FormFillingFlow.SCOPE);
    }

    @Override
    protected ObjectNode result(PendingRequest request, Consent consent) {
        ObjectNode content = Callbacks.about(request);
        DataFields.copy(consent.persona(), consent.fields(), content);
        return content;
    }

    @Override
    protected Code code(Decision refusal) {
        return FormFillingFlow.refusalCode(refusal);
    }
}
