package io.github.iamsmart.simulator.phone;

import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.PendingRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the phone shows of one request: who asks, for what, and who answers. */
final class RequestScreen {
    private final Pages pages;
    private final Personas personas;
    private final ClientRegistry clients;
    private final Language language;
    private final PendingRequest.Terms terms;

    RequestScreen(Pages pages, Personas personas, ClientRegistry clients, Language language, PendingRequest request) {
        this.pages = pages;
        this.personas = personas;
        this.clients = clients;
        this.language = language;
        this.terms = request.terms();
    }

    /** Adds everything to a page's model. */
    void fill(Map<String, Object> model) {
        Asked asked = terms.asked();
        model.put("flowName", text("flow." + terms.flow()));
        model.put("service", clients.nameOf(terms.clientId(), language.tag()));
        model.put("logo", logo());
        model.put("asks", text("asks." + terms.flow()));
        model.put("ticket", terms.ticketId());
        model.put("scopes", terms.businessId().isPresent() ? List.of() : scopes());
        model.put("details", asked.details().stream().map(this::detail).toList());
        model.put("faceCheck", asked.faceCheck());
        new SigningPart(pages, language).fill(asked, model);
        model.put("hasFields", !asked.fields().isEmpty());
        model.put("groups", groups(asked));
        model.put("me", owner().map(persona -> name(persona, language)).orElse(""));
        model.put("myLimit", owner().map(this::limit).orElse(""));
        model.put("chooses", owner().isEmpty());
        model.put("personas", owner().isEmpty() ? people() : List.of());
        model.put("valueStyles", valueStyles());
    }

    static String name(Persona persona, Language language) {
        return language == Language.EN_US || persona.chineseName().isEmpty()
                ? persona.englishName()
                : persona.chineseName() + " " + persona.englishName();
    }

    private String logo() {
        return clients.find(terms.clientId())
                .flatMap(client -> Optional.ofNullable(client.registration().logo()))
                .map(URI::toString)
                .orElse("");
    }

    private Optional<Persona> owner() {
        return terms.personaId().flatMap(personas::findKnown);
    }

    private List<Map<String, Object>> scopes() {
        return terms.scopes().stream()
                .map(scope -> Map.<String, Object>of("name", scope, "text", text("scope." + scope)))
                .toList();
    }

    private String limit(Persona persona) {
        return PersonaLimit.of(persona, terms.asked()).map(this::text).orElse("");
    }

    private Map<String, Object> detail(Asked.Detail detail) {
        return Map.of(
                "testId", detail.label().replace('.', '-'), "label", text(detail.label()), "value", detail.value());
    }

    private List<Map<String, Object>> groups(Asked asked) {
        List<Map<String, Object>> groups = new ArrayList<>();
        if (!asked.profileFields().isEmpty()) {
            groups.add(Map.of("groupName", text("phone.fields.profile"), "fields", fields(asked.profileFields())));
        }
        if (!asked.emeFields().isEmpty()) {
            groups.add(Map.of("groupName", text("phone.fields.eme"), "fields", fields(asked.emeFields())));
        }
        return groups;
    }

    private List<Map<String, Object>> fields(List<String> names) {
        return names.stream()
                .map(name -> Map.of("name", name, "label", text("field." + name), "values", values(name)))
                .toList();
    }

    /** The value of the one user, or of everybody, of whom the page shows the one that is chosen. */
    private List<Map<String, Object>> values(String field) {
        return owner().map(List::of).orElseGet(personas::all).stream()
                .map(persona -> Map.<String, Object>of(
                        "owner",
                        terms.personaId().isPresent() ? "value" : "value of of-" + persona.id(),
                        "value",
                        FieldText.of(persona, field).orElseGet(() -> text("phone.field.absent"))))
                .toList();
    }

    private String valueStyles() {
        return personas.all().stream()
                .map(persona -> "form:has(#persona-" + persona.id() + ":checked) .of-" + persona.id())
                .collect(Collectors.joining(",", ".of{display:none}", "{display:block}"));
    }

    private List<Map<String, Object>> people() {
        List<Map<String, Object>> people = new ArrayList<>();
        for (Persona persona : personas.all()) {
            people.add(Map.of(
                    "id", persona.id(),
                    "name", name(persona, language),
                    "plus", persona.canSign(),
                    "about", persona.about().getOrDefault(language.tag(), ""),
                    "limit", limit(persona),
                    "checked", people.isEmpty()));
        }
        return people;
    }

    private String text(String key) {
        return pages.text(language, key);
    }
}
