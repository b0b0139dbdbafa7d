package io.github.iamsmart.simulator.formfilling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountFlow;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.persona.DataFields;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowCodes;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;

/** A form filled with what a signed-in user keeps in the app [1][D]. */
public final class FormFillingFlow extends AccountFlow {
    public static final FlowDeclaration DECLARATION = FlowDeclaration.ofUser(
            "form-filling",
            FormFillingFlow.class,
            "/account/eme/initiateRequest",
            FlowCodes.of(
                    new Code("D60000", "User cancelled form filling", "The user closed the request."),
                    new Code("D60001", "User rejected form filling", "The user refused."),
                    new Code("D60002", "Form filling failed", "No reason is disclosed."),
                    new Code("D60003", "Form filling timed out", "The user did not answer in time.")),
            "eidapi_formFilling");

    public FormFillingFlow(AccountRequests requests, CallbackSender callbacks) {
        super(DECLARATION, requests, callbacks);
    }

    @Override
    protected Asked asked(GatewayCall call) {
        return FormRequest.asked(call);
    }

    @Override
    protected boolean multipartCallback(GatewayCall call) {
        return FormRequest.multipart(call);
    }

    @Override
    protected void result(PendingRequest request, Consent consent, ObjectNode content) {
        DataFields.copy(consent.persona(), consent.fields(), content);
    }
}
