package io.github.iamsmart.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a persona: a copy of one, or one of one's own that is changed. What was typed stays after a mistake. */
final class PersonaForm {
    private static final List<String> TEXTS = List.of("englishName", "chineseName", "hkic", "birthDate", "gender");
    private static final List<String> CERTIFICATES = List.of("valid", "revoked", "expired");

    private PersonaForm() {}

    static Map<String, Object> model(ConsoleView view, List<JsonNode> personas) {
        Optional<JsonNode> edited = named(personas, view.value("id"));
        Optional<JsonNode> copied = named(personas, view.value("copy"));
        boolean typed = !view.problem().isEmpty();
        JsonNode start = edited.or(() -> copied).orElseGet(Json::object);
        Map<String, Object> model = new HashMap<>();
        model.put("shown", edited.isPresent() || copied.isPresent());
        model.put("edits", edited.isPresent());
        model.put("copyOf", copied.map(persona -> persona.path("id").asText()).orElse(""));
        String suggested =
                copied.map(persona -> "my-" + persona.path("id").asText()).orElse("");
        model.put("newId", typed ? view.value("newId") : suggested);
        model.put(
                "personaKey", edited.map(persona -> persona.path("id").asText()).orElse(""));
        for (String name : TEXTS) {
            model.put(
                    name,
                    typed
                            ? view.value(name)
                            : start.path(name).isTextual() ? start.path(name).textValue() : "");
        }
        String about = start.path("about").path(view.language().tag()).asText();
        model.put("aboutText", typed ? view.value("about") : about);
        String userType =
                typed ? view.value("userType") : start.path("userType").asText();
        model.put("signs", userType.equals("sign"));
        model.put(
                "suspended",
                typed
                        ? !view.value("suspended").isEmpty()
                        : start.path("suspended").asBoolean());
        String certificate =
                typed ? view.value("certificate") : start.path("certificate").asText("valid");
        model.put(
                "certificates",
                CERTIFICATES.stream()
                        .map(one -> Map.<String, Object>of("certificate", one, "chosen", one.equals(certificate)))
                        .toList());
        model.put("eme", typed ? view.value("eme") : pretty(start.path("eme")));
        model.put("tokenisedIds", typed ? view.value("tokenisedIds") : pretty(start.path("tokenisedIds")));
        return model;
    }

    /**
     * What the control API takes.
     *
     * @param before the persona that is changed or copied
     * @throws Json.NotJson with a sentence about the field at fault
     */
    static ObjectNode json(Parameters form, JsonNode before) throws Json.NotJson {
        ObjectNode json = Json.object();
        for (String name : TEXTS) {
            json.put(name, ConsoleFrame.given(form, name).orElse(null));
        }
        json.put("userType", form.first("userType").orElse("default"))
                .put("suspended", form.first("suspended").isPresent())
                .put("certificate", form.first("certificate").orElse("valid"));
        ConsoleFrame.given(form, "about").ifPresent(text -> {
            ObjectNode about = json.putObject("about");
            List.of("en-US", "zh-HK", "zh-CN").forEach(language -> about.put(language, text));
        });
        json.set("eme", instead(before.path("eme"), object(form, "eme")));
        json.set("tokenisedIds", instead(before.path("tokenisedIds"), object(form, "tokenisedIds")));
        return json;
    }

    /** A patch keeps what it does not name, so what is gone is named. */
    private static ObjectNode instead(JsonNode before, ObjectNode after) {
        before.fieldNames().forEachRemaining(name -> {
            if (!after.has(name)) {
                after.set(name, NullNode.getInstance());
            }
        });
        return after;
    }

    private static ObjectNode object(Parameters form, String name) throws Json.NotJson {
        Optional<String> text = ConsoleFrame.given(form, name);
        return text.isEmpty() ? Json.object() : Json.readObject(text.get().getBytes(StandardCharsets.UTF_8));
    }

    static Optional<JsonNode> named(List<JsonNode> personas, String id) {
        return personas.stream()
                .filter(persona -> persona.path("id").asText().equals(id))
                .findFirst();
    }

    private static String pretty(JsonNode node) {
        return node.isObject() && !node.isEmpty() ? node.toPrettyString() : "{}";
    }
}
