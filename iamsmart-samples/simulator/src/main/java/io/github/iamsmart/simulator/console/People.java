package io.github.iamsmart.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Personas to choose from, each with what it cannot do. */
final class People {
    private final List<JsonNode> personas;
    private final Pages pages;
    private final Language language;

    People(ControlCalls control, Pages pages, Language language) {
        this.personas = control.list("/control/personas");
        this.pages = pages;
        this.language = language;
    }

    /** For a request of this flow. */
    List<Map<String, Object>> choices(String flow) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (JsonNode persona : personas) {
            choices.add(Map.of(
                    "personaId",
                    persona.path("id").asText(),
                    "personaText",
                    name(persona) + " · " + persona.path("id").asText() + limit(persona, flow)));
        }
        return choices;
    }

    String name(String id) {
        return personas.stream()
                .filter(persona -> persona.path("id").asText().equals(id))
                .map(this::name)
                .findFirst()
                .orElse(id);
    }

    String name(JsonNode persona) {
        String english = persona.path("englishName").asText();
        String chinese = persona.path("chineseName").asText("");
        boolean both = language != Language.EN_US && !chinese.isEmpty() && !chinese.equals("null");
        return both ? chinese + " " + english : english;
    }

    private String limit(JsonNode persona, String flow) {
        if (persona.path("suspended").asBoolean()) {
            return " — " + pages.text(language, "limit.suspended");
        }
        boolean signs = persona.path("userType").asText().equals("sign");
        return flow.endsWith("signing") && !signs ? " — " + pages.text(language, "limit.basic") : "";
    }
}
