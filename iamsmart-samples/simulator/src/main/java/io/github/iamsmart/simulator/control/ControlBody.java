package io.github.iamsmart.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The JSON body of a control call, read strictly: a field that nobody knows is a mistake. */
final class ControlBody {
    private final ObjectNode json;

    private ControlBody(ObjectNode json) {
        this.json = json;
    }

    /** An empty body counts as {@code {}}. */
    static ControlBody read(byte[] body, String... fields) {
        return of(object(body), fields);
    }

    /** An empty body counts as {@code {}}; which members it may have is seen to later. */
    static ObjectNode object(byte[] body) {
        try {
            return body.length == 0 ? Json.object() : Json.readObject(body);
        } catch (Json.NotJson e) {
            throw invalid("The body is not right: " + e.getMessage());
        }
    }

    /** What was read already. */
    static ControlBody of(ObjectNode json, String... fields) {
        Set<String> known = new TreeSet<>(List.of(fields));
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw invalid("The field '" + name + "' is unknown; "
                        + (known.isEmpty() ? "this call takes none." : "this call takes " + known + "."));
            }
        });
        return new ControlBody(json);
    }

    String text(String field) {
        return optionalText(field).orElseThrow(() -> invalid("The field '" + field + "' is missing."));
    }

    Optional<String> optionalText(String field) {
        return present(field).map(node -> {
            if (!node.isTextual() || node.textValue().isEmpty()) {
                throw invalid("'" + field + "' must be a non-empty JSON string.");
            }
            return node.textValue();
        });
    }

    Optional<Integer> optionalNumber(String field) {
        return present(field).map(node -> {
            if (!node.isInt()) {
                throw invalid("'" + field + "' must be a whole number.");
            }
            return node.intValue();
        });
    }

    Optional<Boolean> optionalFlag(String field) {
        return present(field).map(node -> {
            if (!node.isBoolean()) {
                throw invalid("'" + field + "' must be true or false.");
            }
            return node.booleanValue();
        });
    }

    Optional<Duration> optionalDuration(String field) {
        return optionalText(field).map(text -> {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                throw invalid("'" + field + "' must be an ISO-8601 duration such as PT61S, not '" + text + "'.");
            }
        });
    }

    Optional<List<String>> optionalTexts(String field) {
        return present(field).map(node -> {
            List<String> texts = new ArrayList<>();
            if (node.isArray()) {
                node.forEach(item -> texts.add(item.isTextual() ? item.textValue() : ""));
            }
            if (!node.isArray() || texts.contains("")) {
                throw invalid("'" + field + "' must be a JSON array of non-empty strings.");
            }
            return texts;
        });
    }

    Optional<ObjectNode> optionalObject(String field) {
        return present(field).map(node -> {
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw invalid("'" + field + "' must be a JSON object.");
        });
    }

    /** Each member a non-empty text. */
    Optional<Map<String, String>> optionalTextMap(String field) {
        return optionalObject(field).map(object -> {
            Map<String, String> texts = new LinkedHashMap<>();
            object.properties().forEach(member -> {
                if (!member.getValue().isTextual()
                        || member.getValue().textValue().isEmpty()) {
                    throw invalid("'" + field + "." + member.getKey() + "' must be a non-empty JSON string.");
                }
                texts.put(member.getKey(), member.getValue().textValue());
            });
            return texts;
        });
    }

    Optional<Instant> optionalInstant(String field) {
        return optionalText(field).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw invalid("'" + field + "' must be a time such as 2026-01-31T08:00:00Z.");
            }
        });
    }

    /** A JSON array of objects. */
    Optional<List<ObjectNode>> optionalObjects(String field) {
        return present(field).map(node -> {
            List<ObjectNode> objects = new ArrayList<>();
            for (JsonNode item : node) {
                if (item instanceof ObjectNode object) {
                    objects.add(object);
                }
            }
            if (!node.isArray() || objects.size() != node.size()) {
                throw invalid("'" + field + "' must be a JSON array of objects.");
            }
            return objects;
        });
    }

    static SimulatorException invalid(String sentence) {
        return new SimulatorException(Kind.INVALID, sentence);
    }

    private Optional<JsonNode> present(String field) {
        return Optional.ofNullable(json.get(field)).filter(node -> !node.isNull());
    }
}
