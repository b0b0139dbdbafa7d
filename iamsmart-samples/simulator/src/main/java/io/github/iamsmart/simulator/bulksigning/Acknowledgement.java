package io.github.iamsmart.simulator.bulksigning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service says of signatures.
 *
 * @param ofAll one result for all of them
 * @param ofEach else one for each, by the id of the document
 */
record Acknowledgement(Optional<String> ofAll, Map<String, String> ofEach) {
    static final String ACCEPTED = "SR001";

    private static final List<String> RESULTS = List.of(ACCEPTED, "SR002", "SR003");
    private static final String RESULT = "signingResult";
    private static final String EACH = "signatures";

    static Acknowledgement read(GatewayCall call) {
        JsonNode result = call.content().get(RESULT);
        JsonNode each = call.content().get(EACH);
        boolean hasEach = each != null && !each.isNull();
        if (result == null || !result.isTextual() || !result.textValue().isEmpty()) {
            String ofAll = result(call);
            if (hasEach) {
                throw Refusal.about(
                        EACH, Code.PARAMETER_INVALID, "'signatures' says it by document; then signingResult is empty.");
            }
            return new Acknowledgement(Optional.of(ofAll), Map.of());
        }
        if (!hasEach) {
            throw Refusal.about(
                    EACH, Code.PARAMETER_MISSING, "signingResult is empty; then 'signatures' must say it by document.");
        }
        return new Acknowledgement(Optional.empty(), each(call, each));
    }

    private static Map<String, String> each(GatewayCall call, JsonNode array) {
        if (!array.isArray()) {
            throw Refusal.about(EACH, Code.PARAMETER_INVALID, "'signatures' must be a JSON array of objects.");
        }
        Map<String, String> results = new LinkedHashMap<>();
        for (JsonNode item : array) {
            if (!(item instanceof ObjectNode object)) {
                throw Refusal.about(EACH, Code.PARAMETER_INVALID, "'signatures' must hold JSON objects.");
            }
            GatewayCall entry = new GatewayCall(call.client(), object);
            String id = entry.text("id");
            if (results.put(id, result(entry)) != null) {
                throw Refusal.of(BulkSigningCodes.ACKNOWLEDGEMENT, "The document '" + id + "' is acknowledged twice.");
            }
        }
        return results;
    }

    private static String result(GatewayCall call) {
        String result = call.text(RESULT);
        if (!RESULTS.contains(result)) {
            throw Refusal.about(
                    RESULT,
                    Code.PARAMETER_INVALID,
                    "signingResult is '" + result + "'; it must be one of " + RESULTS + ".");
        }
        return result;
    }
}
