package io.github.iamsmart.simulator.formfilling;

import io.github.iamsmart.simulator.account.FieldLists;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members that form filling adds [D], with a sign-in or without. */
final class FormRequest {
    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data";

    private FormRequest() {}

    static Asked asked(GatewayCall call) {
        Asked fields = FieldLists.both(call);
        List<Asked.Detail> details = new ArrayList<>();
        call.optionalText("formName", 255).ifPresent(name -> details.add(new Asked.Detail("form.name", name)));
        call.optionalText("formNum", 20).ifPresent(number -> details.add(new Asked.Detail("form.number", number)));
        call.optionalText("formDesc", 255).ifPresent(text -> details.add(new Asked.Detail("form.description", text)));
        return fields.withDetails(details);
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
