package io.github.iamsmart.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of a client: a new one, or one that is changed. What was typed stays after a mistake, but for the secret.
 */
final class ClientForm {
    /** The fields of the name, by the language that the control API knows. */
    private static final Map<String, String> NAMES = Map.of("en", "nameEn", "zh-HK", "nameHk", "zh-CN", "nameCn");

    private ClientForm() {}

    static Map<String, Object> model(ConsoleView view, List<JsonNode> clients, Set<String> allScopes) {
        Optional<JsonNode> edited = clients.stream()
                .filter(client -> client.path("clientID").asText().equals(view.value("id")))
                .findFirst();
        boolean typed = !view.problem().isEmpty();
        JsonNode start = edited.orElseGet(Json::object);
        Map<String, Object> model = new HashMap<>();
        model.put("edits", edited.isPresent());
        model.put(
                "clientKey",
                edited.map(client -> client.path("clientID").asText()).orElse(""));
        model.put("newId", typed ? view.value("newId") : "");
        NAMES.forEach((language, field) -> model.put(
                field,
                typed
                        ? view.value(field)
                        : start.path("displayName").path(language).asText()));
        model.put(
                "redirectUris",
                typed ? view.value("redirectUris") : String.join("\n", texts(start.path("redirectURIs"))));
        model.put("kek", typed ? view.value("kek") : "");
        Set<String> chosen = new HashSet<>(
                typed ? view.parameters().values().getOrDefault("scope", List.of()) : texts(start.path("scopes")));
        boolean all = !typed && edited.isEmpty();
        model.put(
                "scopes",
                allScopes.stream()
                        .sorted()
                        .map(scope -> Map.<String, Object>of("scope", scope, "chosen", all || chosen.contains(scope)))
                        .toList());
        return model;
    }

    /** What the control API takes. */
    static ObjectNode json(Parameters form) {
        ObjectNode json = Json.object();
        ObjectNode names = json.putObject("displayName");
        NAMES.forEach((language, field) ->
                names.put(language, ConsoleFrame.given(form, field).orElse(null)));
        ConsoleFrame.given(form, "secret").ifPresent(secret -> json.put("clientSecret", secret));
        ConsoleFrame.given(form, "kek").ifPresent(kek -> json.put("kekPublicKey", kek));
        ArrayNode uris = json.putArray("redirectURIs");
        form.first("redirectUris")
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(uris::add);
        ArrayNode scopes = json.putArray("scopes");
        form.values().getOrDefault("scope", List.of()).forEach(scopes::add);
        return json;
    }

    /** A name that is not there is no name, where nothing is changed. */
    static ObjectNode withoutEmptyNames(ObjectNode json) {
        ObjectNode names = json.withObjectProperty("displayName");
        NAMES.keySet().forEach(language -> {
            if (names.path(language).isNull()) {
                names.remove(language);
            }
        });
        return json;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
