package io.github.iamsmart.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Optional;

/** A call whose signature holds, with its content in clear. */
public record GatewayCall(Client client, ObjectNode content) {

    /** A required text member. */
    public String text(String name) {
        return optionalText(name)
                .orElseThrow(() -> Refusal.about(
                        name, Code.PARAMETER_MISSING, "The content has no member '" + name + "', which is required."));
    }

    /** A text member that may be absent, but not empty. */
    public Optional<String> optionalText(String name) {
        JsonNode value = content.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw Refusal.about(name, Code.PARAMETER_INVALID, "'" + name + "' must be a JSON string.");
        }
        if (value.textValue().isEmpty()) {
            throw Refusal.about(name, Code.PARAMETER_EMPTY, "'" + name + "' is empty.");
        }
        return Optional.of(value.textValue());
    }

    @Override
    public String toString() {
        return "GatewayCall[client=" + client.id() + "]";
    }
}
