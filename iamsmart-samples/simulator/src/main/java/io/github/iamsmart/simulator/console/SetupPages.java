package io.github.iamsmart.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The console's pages about what the simulator is set up with: faults, personas, clients. */
final class SetupPages {
    private static final List<String> FAULT_GROUPS = List.of("gateway", "callback", "bulk");

    private final ConsoleFrame frame;
    private final ControlCalls control;

    SetupPages(ConsoleFrame frame, ControlCalls control) {
        this.frame = frame;
        this.control = control;
    }

    HttpAnswer faults(ConsoleView view) {
        JsonNode faults = control.get("/control/faults");
        Services services = new Services(control);
        List<Map<String, Object>> clients = control.list("/control/clients").stream()
                .map(client -> client.path("clientID").asText())
                .map(id -> Map.<String, Object>of("clientId", id, "clientName", services.name(id, view.language())))
                .toList();
        List<Map<String, Object>> groups = new ArrayList<>();
        for (String group : FAULT_GROUPS) {
            List<Map<String, Object>> items = new ArrayList<>();
            for (JsonNode kind : faults.path("available")) {
                if (group(kind.path("fault").asText()).equals(group)) {
                    items.add(fault(view.language(), kind, faults.path("active")));
                }
            }
            groups.add(Map.of(
                    "groupId", group, "groupName", text(view, "console.faults.group." + group), "faults", items));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("groups", groups);
        model.put("clients", clients);
        model.put("any", !faults.path("active").isEmpty());
        return frame.page(view, "console-faults", "console.faults", "/console/faults", model);
    }

    HttpAnswer personas(ConsoleView view) {
        List<JsonNode> personas = control.list("/control/personas");
        People people = new People(control, frame.pages(), view.language());
        Map<String, Object> model = new HashMap<>();
        model.put(
                "personas",
                personas.stream()
                        .map(persona -> persona(view.language(), persona, people))
                        .toList());
        model.putAll(PersonaForm.model(view, personas));
        return frame.page(view, "console-personas", "console.personas", "/console/personas", model);
    }

    HttpAnswer clients(ConsoleView view) {
        List<JsonNode> clients = control.list("/control/clients");
        Services services = new Services(control);
        Map<String, Object> model = new HashMap<>();
        model.put(
                "clients",
                clients.stream()
                        .map(client -> client(view.language(), client, services))
                        .toList());
        model.put("none", clients.isEmpty());
        model.putAll(ClientForm.model(view, clients, ClientRegistration.ALL_SCOPES));
        return frame.page(view, "console-clients", "console.clients", "/console/clients", model);
    }

    private static String group(String fault) {
        if (fault.startsWith("callback")) {
            return "callback";
        }
        return fault.startsWith("bulk") ? "bulk" : "gateway";
    }

    private Map<String, Object> fault(Language language, JsonNode kind, JsonNode active) {
        String name = kind.path("fault").asText();
        List<String> on = new ArrayList<>();
        for (JsonNode fault : active) {
            if (fault.path("fault").asText().equals(name)) {
                on.add(state(language, fault));
            }
        }
        return Map.of(
                "faultName",
                name,
                "does",
                kind.path("does").asText(),
                "times",
                kind.path("times").asText(),
                "on",
                !on.isEmpty(),
                "state",
                String.join("; ", on));
    }

    private String state(Language language, JsonNode fault) {
        Pages pages = frame.pages();
        int times = fault.path("times").asInt();
        String left = times == 0
                ? pages.text(language, "console.faults.always")
                : pages.text(language, "console.faults.left").replace("{0}", String.valueOf(times));
        return Stream.concat(
                        Stream.of(left),
                        Stream.of("path", "clientID", "code", "httpStatus", "delay")
                                .map(fault::path)
                                .filter(JsonNode::isValueNode)
                                .filter(value -> !value.isNull())
                                .map(JsonNode::asText))
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private Map<String, Object> persona(Language language, JsonNode persona, People people) {
        Pages pages = frame.pages();
        boolean signs = persona.path("userType").asText().equals("sign");
        String certificate = persona.path("certificate").asText();
        List<String> marks = new ArrayList<>();
        if (persona.path("suspended").asBoolean()) {
            marks.add(pages.text(language, "console.persona.suspended"));
        }
        if (signs && !certificate.equals("valid")) {
            marks.add(pages.text(language, "console.persona.certificate." + certificate));
        }
        return Map.ofEntries(
                Map.entry("personaId", persona.path("id").asText()),
                Map.entry("personaName", people.name(persona)),
                Map.entry("hkic", persona.path("hkic").asText()),
                Map.entry("account", signs ? "iAM Smart+" : "iAM Smart"),
                Map.entry("marks", String.join(", ", marks)),
                Map.entry("about", persona.path("about").path(language.tag()).asText()),
                Map.entry(
                        "own",
                        persona.has("builtIn") && !persona.path("builtIn").asBoolean()));
    }

    private static Map<String, Object> client(Language language, JsonNode client, Services services) {
        String id = client.path("clientID").asText();
        List<Map<String, Object>> uris = new ArrayList<>();
        client.path("redirectURIs").forEach(uri -> uris.add(Map.of("uri", uri.asText())));
        List<String> scopes = new ArrayList<>();
        client.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return Map.of(
                "clientId",
                id,
                "clientName",
                services.name(id, language),
                "uris",
                uris,
                "clientScopes",
                String.join(" ", scopes),
                "idInUrl",
                ConsoleView.encoded(id),
                "hasKek",
                client.path("kekPublicKey").isTextual());
    }

    private String text(ConsoleView view, String key) {
        return frame.pages().text(view.language(), key);
    }
}
