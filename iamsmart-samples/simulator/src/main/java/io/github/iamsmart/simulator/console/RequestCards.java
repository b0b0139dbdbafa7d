package io.github.iamsmart.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests as the overview shows them, the newest first. */
final class RequestCards {
    private static final int MOST_WAITING = 50;
    private static final int MOST_ENDED = 10;

    private final List<JsonNode> requests;
    private final Services services;
    private final People people;
    private final Pages pages;
    private final Language language;

    RequestCards(ControlCalls control, Services services, Pages pages, Language language) {
        this.requests = control.list("/control/requests");
        this.services = services;
        this.people = new People(control, pages, language);
        this.pages = pages;
        this.language = language;
    }

    List<Map<String, Object>> waiting() {
        return newest(true, MOST_WAITING);
    }

    List<Map<String, Object>> ended() {
        return newest(false, MOST_ENDED);
    }

    private List<Map<String, Object>> newest(boolean pending, int most) {
        List<Map<String, Object>> cards = new ArrayList<>();
        for (int i = requests.size() - 1; i >= 0 && cards.size() < most; i--) {
            if (requests.get(i).path("status").asText().equals("pending") == pending) {
                cards.add(card(requests.get(i)));
            }
        }
        return cards;
    }

    private Map<String, Object> card(JsonNode request) {
        String flow = request.path("flow").asText();
        String ticket = request.path("ticketID").asText();
        String persona = request.path("persona").asText("");
        boolean known = request.path("persona").isTextual();
        return Map.ofEntries(
                Map.entry("ticket", ticket),
                Map.entry("flowName", pages.text(language, "flow." + flow)),
                Map.entry("service", services.name(request.path("clientID").asText(), language)),
                Map.entry("who", known ? people.name(persona) : ""),
                Map.entry("chooses", known ? List.of() : List.of(Map.of())),
                Map.entry("people", known ? List.of() : people.choices(flow)),
                Map.entry(
                        "time",
                        ConsoleTime.ofDay(
                                Instant.parse(request.path("createdAt").asText()))),
                Map.entry(
                        "until",
                        ConsoleTime.ofDay(
                                Instant.parse(request.path("expiresAt").asText()))),
                Map.entry(
                        "digits", request.path("identificationCode").asText("").replace("null", "")),
                Map.entry("status", request.path("status").asText()),
                Map.entry(
                        "statusText",
                        pages.text(
                                language,
                                "console.status." + request.path("status").asText())),
                Map.entry("callback", callback(request.path("callback"))),
                Map.entry("asksFor", asksFor(request)),
                Map.entry("signs", flow.endsWith("signing")));
    }

    private String callback(JsonNode callback) {
        return callback.isObject()
                ? pages.text(
                        language, "console.callback." + callback.path("status").asText())
                : "";
    }

    private String asksFor(JsonNode request) {
        List<String> fields = new ArrayList<>();
        request.path("fields").forEach(field -> fields.add(pages.text(language, "field." + field.asText())));
        int documents = request.path("bulkSigning").path("documents").asInt();
        if (documents > 0) {
            return pages.text(language, "sign.documents").replace("{0}", String.valueOf(documents));
        }
        return String.join(language == Language.EN_US ? ", " : "、", fields);
    }
}
