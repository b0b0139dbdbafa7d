package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.persona.DataFields;
import java.util.Set;

/** The e-ME data of a persona of one's own: the fields of protocol.md 12, each as it will be on the wire. */
final class EmeJson {
    private static final Set<String> TEXTS = Set.of("prefix", "maritalStatus", "emailAddress", "educationLevel");

    private EmeJson() {}

    static ObjectNode checked(ObjectNode eme) {
        eme.properties().forEach(field -> check(field.getKey(), field.getValue()));
        return eme;
    }

    private static void check(String name, JsonNode value) {
        if (!DataFields.EME.contains(name)) {
            throw ControlBody.invalid("'eme' has no field '" + name + "'; there are " + DataFields.EME + ".");
        }
        if (TEXTS.contains(name)) {
            if (!value.isTextual()) {
                throw ControlBody.invalid("'eme." + name + "' must be a JSON string.");
            }
        } else if (!value.isObject()) {
            throw ControlBody.invalid("'eme." + name + "' must be a JSON object, as on the wire.");
        }
        if (name.equals("addressDocFile")
                && !(value.size() == 1 && value.path("billDate").isIntegralNumber())) {
            throw ControlBody.invalid(
                    "'eme.addressDocFile' must be {\"billDate\": epoch milliseconds}; the simulator makes"
                            + " the file from 'eme.addressDocInfo'.");
        }
    }
}
