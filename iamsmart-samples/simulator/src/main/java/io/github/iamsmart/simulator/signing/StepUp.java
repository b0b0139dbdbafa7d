package io.github.iamsmart.simulator.signing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The further check of the user that a service may want before they sign. Some texts name its two members otherwise, so
 * both names are taken.
 */
public final class StepUp {
    public static final String SCOPE = "eidapi_sua";

    private static final Map<String, List<String>> METHODS = Map.of(
            "{\"unary\":[\"FR\"]}", List.of("FR"),
            "{\"unary\":[\"NFC\"]}", List.of("NFC"),
            "{\"and\":[\"FR\",\"NFC\"]}", List.of("FR", "NFC"));
    private static final int LONGEST_HOURS = 720;

    private StepUp() {}

    /** {@code FR} for the face, {@code NFC} for the identity card; none if no check is wanted. */
    public static List<String> methods(GatewayCall call) {
        Optional<List<String>> methods = read(call, "suaMethod").or(() -> read(call, "stepupAuthMethod"));
        boolean period = checkPeriod(call, "suaWaitPeriod") || checkPeriod(call, "stepupAuthPeriod");
        if (period && methods.isEmpty()) {
            throw Refusal.about(
                    "suaMethod",
                    Code.PARAMETER_MISSING,
                    "suaWaitPeriod says when a step-up is needed; suaMethod has to say which.");
        }
        return methods.orElse(List.of());
    }

    private static Optional<List<String>> read(GatewayCall call, String member) {
        return call.optionalText(member).map(text -> {
            String compact;
            try {
                compact = Json.text(Json.readObject(text.getBytes(StandardCharsets.UTF_8)));
            } catch (Json.NotJson e) {
                compact = "";
            }
            List<String> methods = METHODS.get(compact);
            if (methods == null) {
                throw Refusal.about(
                        member,
                        Code.PARAMETER_INVALID,
                        "'" + member + "' must be a JSON string that holds one of "
                                + METHODS.keySet().stream().sorted().toList() + ".");
            }
            return methods;
        });
    }

    /** An integer [D]: no text, and no number with a decimal point. */
    private static boolean checkPeriod(GatewayCall call, String member) {
        JsonNode period = call.content().get(member);
        if (period == null || period.isNull()) {
            return false;
        }
        if (!period.isInt() || period.intValue() < 0 || period.intValue() > LONGEST_HOURS) {
            throw Refusal.about(
                    member, Code.PARAMETER_INVALID, "'" + member + "' must be a JSON integer, 0 to 720 hours.");
        }
        return true;
    }
}
