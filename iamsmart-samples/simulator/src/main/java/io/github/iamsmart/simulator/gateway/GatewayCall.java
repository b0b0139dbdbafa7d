package io.github.iamsmart.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** A required text member of at most so many characters. */
    public String text(String name, int atMost) {
        text(name);
        return optionalText(name, atMost).orElseThrow();
    }

    /** A text member of at most so many characters, if it is there. */
    public Optional<String> optionalText(String name, int atMost) {
        Optional<String> text = optionalText(name);
        // A Chinese character counts as one, also where Java needs two chars for it.
        int length = text.map(given -> given.codePointCount(0, given.length())).orElse(0);
        if (length > atMost) {
            throw Refusal.about(
                    name,
                    Code.PARAMETER_INVALID,
                    "'" + name + "' has " + length + " characters; " + atMost + " are allowed.");
        }
        return text;
    }

    /** A member that is an array of texts, none of them twice; it may be absent. No array of a call is empty. */
    public Optional<List<String>> optionalTexts(String name) {
        JsonNode value = content.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            throw Refusal.about(name, Code.PARAMETER_INVALID, "'" + name + "' must be a JSON array of strings.");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode item : value) {
            if (!item.isTextual() || !texts.add(item.textValue())) {
                throw Refusal.about(
                        name, Code.PARAMETER_INVALID, "'" + name + "' must hold JSON strings, each of them once.");
            }
        }
        return Optional.of(List.copyOf(texts));
    }

    @Override
    public String toString() {
        return "GatewayCall[client=" + client.id() + "]";
    }
}
