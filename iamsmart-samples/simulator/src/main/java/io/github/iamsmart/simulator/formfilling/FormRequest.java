package io.github.iamsmart.simulator.formfilling;

import io.github.iamsmart.simulator.account.FieldLists;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Optional;

/** The members that form filling adds [D], with a sign-in or without. */
final class FormRequest {
    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data";

    private FormRequest() {}

    static Asked asked(GatewayCall call) {
        return FieldLists.both(call)
                .forForm(new Asked.Form(
                        call.optionalText("formName", 255),
                        call.optionalText("formNum", 20),
                        call.optionalText("formDesc", 255)));
    }

    static boolean multipart(GatewayCall call) {
        Optional<String> type = call.optionalText("callbackContentType");
        if (type.isPresent() && !type.get().equals(JSON) && !type.get().equals(MULTIPART)) {
            throw Refusal.about(
                    "callbackContentType",
                    Code.PARAMETER_INVALID,
                    "callbackContentType is '" + type.get() + "'; it must be " + JSON + " or " + MULTIPART + ".");
        }
        return type.equals(Optional.of(MULTIPART));
    }
}
