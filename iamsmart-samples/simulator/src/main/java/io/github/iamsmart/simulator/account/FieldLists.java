package io.github.iamsmart.simulator.account;

import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.persona.DataFields;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.List;

/** {@code profileFields} and {@code eMEFields}, whose names must be those of protocol.md 12. */
public final class FieldLists {
    private static final String PROFILE = "profileFields";
    private static final String EME = "eMEFields";

    private FieldLists() {}

    /** Only verified data; at least one field. */
    public static Asked profile(GatewayCall call) {
        List<String> fields = names(call, PROFILE, DataFields.PROFILE);
        if (fields.isEmpty()) {
            throw Refusal.about(
                    PROFILE, Code.PARAMETER_MISSING, "The content has no member 'profileFields', which is required.");
        }
        return Asked.forFields(fields, List.of());
    }

    /** Data of both kinds; at least one field in all [?]. */
    public static Asked both(GatewayCall call) {
        List<String> profile = names(call, PROFILE, DataFields.PROFILE);
        List<String> eme = names(call, EME, DataFields.EME);
        if (profile.isEmpty() && eme.isEmpty()) {
            throw Refusal.about(
                    EME,
                    Code.PARAMETER_MISSING,
                    "The content has neither 'eMEFields' nor 'profileFields'; nothing is asked for.");
        }
        return Asked.forFields(profile, eme);
    }

    private static List<String> names(GatewayCall call, String member, List<String> known) {
        List<String> names = call.optionalTexts(member).orElse(List.of());
        for (String name : names) {
            if (!known.contains(name)) {
                throw Refusal.about(
                        member,
                        Code.PARAMETER_INVALID,
                        "There is no field '" + name + "' in " + member + "; there are " + known + ".");
            }
        }
        return names;
    }
}
