package io.github.iamsmart.simulator.formfilling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.AccountFlow;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.callback.Callbacks;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.persona.DataFields;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import java.util.Optional;

/** A form filled with what a signed-in user keeps in the app [1][D]. */
public final class FormFillingFlow extends AccountFlow {
    public static final String NAME = "form-filling";

    static final String SCOPE = "eidapi_formFilling";

    public FormFillingFlow(AccountRequests requests, Callbacks callbacks) {
        super(NAME, "/account/eme/initiateRequest", Optional.of(SCOPE), requests, callbacks);
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

    @Override
    protected Code code(Decision refusal) {
        return refusalCode(refusal);
    }

    static Code refusalCode(Decision refusal) {
        return switch (refusal) {
            case CANCEL -> Code.FORM_FILLING_CANCELLED;
            case REJECT -> Code.FORM_FILLING_REJECTED;
            case TIMEOUT -> Code.FORM_FILLING_TIMEOUT;
            default -> Code.FORM_FILLING_FAILED;
        };
    }
}
