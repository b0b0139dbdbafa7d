package io.github.iamsmart.simulator.formfilling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.RequestParameters;
import io.github.iamsmart.simulator.anonymous.AnonymousFlow;
import io.github.iamsmart.simulator.anonymous.AnonymousRequests;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.persona.DataFields;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;

/** A form filled by somebody who has not signed in [1][D]. */
public final class AnonymousFormFillingFlow extends AnonymousFlow {
    public static final FlowDeclaration DECLARATION = FormFillingFlow.DECLARATION.anonymous(
            "/anonymous/eme/initiateRequest", "/anonymous/eme/getResult", FlowDeclaration.USUAL_LIFETIME);

    public AnonymousFormFillingFlow(AnonymousRequests requests) {
        super(DECLARATION, requests);
    }

    /** One client sends neither source nor redirectURI nor state here [1]. */
    @Override
    protected RequestParameters parameters(GatewayCall call) {
        return RequestParameters.readForTheBrowser(call);
    }

    @Override
    protected Asked asked(GatewayCall call) {
        FormRequest.multipart(call); // There is no callback to use it for, but a wrong value is still wrong.
        return FormRequest.asked(call);
    }

    @Override
    protected ObjectNode result(PendingRequest request, Consent consent) {
        ObjectNode content = CallbackSender.about(request);
        DataFields.copy(consent.persona(), consent.fields(), content);
        return content;
    }
}
