package io.github.iamsmart.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Map;

/** A list without elements is refused, of whichever API and however deep; it has to be left out [1]. */
final class EmptyArrays {
    private EmptyArrays() {}

    static void refuse(ObjectNode content) {
        for (Map.Entry<String, JsonNode> member : content.properties()) {
            refuse(member.getKey(), member.getValue());
        }
    }

    private static void refuse(String name, JsonNode value) {
        if (value.isArray() && value.isEmpty()) {
            throw Refusal.about(
                    name,
                    Code.PARAMETER_INVALID,
                    "'" + name + "' is an empty array; leave the member out where there is nothing to list.");
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            refuse(name + "." + member.getKey(), member.getValue());
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                refuse(name + "[" + i + "]", value.get(i));
            }
        }
    }
}
