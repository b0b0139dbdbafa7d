package io.github.iamsmart.simulator.phone;

import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.Status;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the phone shows. */
final class PhoneScreens {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Hong_Kong"));

    /** Two requests of one minute can be told apart. */
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Hong_Kong"));

    private final Pages pages;
    private final Personas personas;
    private final ClientRegistry clients;
    private final Clock clock;

    PhoneScreens(Pages pages, Personas personas, ClientRegistry clients, Clock clock) {
        this.pages = pages;
        this.personas = personas;
        this.clients = clients;
        this.clock = clock;
    }

    /** What every screen has. */
    Map<String, Object> frame(Language language, String titleKey) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", pages.text(language, titleKey));
        model.put("clock", TIME.format(clock.instant()));
        return model;
    }

    HttpAnswer list(Language language, List<PendingRequest> waiting) {
        Map<String, Object> model = frame(language, "phone.home");
        List<Map<String, Object>> items = new ArrayList<>();
        for (PendingRequest request : waiting) {
            PendingRequest.Terms terms = request.terms();
            items.add(
                    0,
                    Map.of(
                            "ticket", terms.ticketId(),
                            "href", "/phone?ticket=" + terms.ticketId() + "&lang=" + language.tag(),
                            "flowName", pages.text(language, "flow." + terms.flow()),
                            "service", clients.nameOf(terms.clientId(), language.tag()),
                            "who", who(terms, language),
                            "asksFor", asksFor(terms.asked(), language),
                            "time", time(terms.createdAt())));
        }
        model.put("requests", items);
        model.put("none", items.isEmpty());
        model.put("reload", "3");
        return pages.page(200, "phone-list", language, model, "/phone?lang=");
    }

    HttpAnswer request(Language language, PendingRequest request, boolean here, Optional<URI> back) {
        PendingRequest.Terms terms = request.terms();
        Map<String, Object> model = frame(language, "flow." + terms.flow());
        new RequestScreen(pages, personas, clients, language, request).fill(model);
        model.put("here", here);
        model.put("back", back.map(URI::toString).orElse(""));
        String link = link(terms, back) + (here ? "&here=1" : "") + "&lang=";
        return pages.page(200, "phone-request", language, model, link);
    }

    HttpAnswer done(Language language, PendingRequest request, Optional<URI> back) {
        Status status = request.status(clock.instant());
        String headline = "phone.done." + status.wireName();
        Map<String, Object> model = frame(language, headline);
        model.put("status", status.wireName());
        model.put("sign", status == Status.APPROVED ? "✓" : "✕");
        model.put("headline", pages.text(language, headline));
        model.put("back", back.map(URI::toString).orElse(""));
        model.put("service", clients.nameOf(request.terms().clientId(), language.tag()));
        model.put("start", back.isPresent() ? "" : startPage(request).orElse(""));
        return pages.page(200, "phone-done", language, model, link(request.terms(), back) + "&lang=");
    }

    static String link(PendingRequest.Terms terms, Optional<URI> back) {
        return "/phone?ticket=" + terms.ticketId()
                + back.map(uri -> "&back=" + URLEncoder.encode(uri.toString(), StandardCharsets.UTF_8))
                        .orElse("");
    }

    private String who(PendingRequest.Terms terms, Language language) {
        return terms.personaId()
                .flatMap(personas::findKnown)
                .map(persona -> RequestScreen.name(persona, language))
                .orElse("");
    }

    /** What is asked for, in one line. */
    private String asksFor(Asked asked, Language language) {
        if (asked.bulkSigning().isPresent()) {
            int documents = asked.bulkSigning().get().documents().size();
            return pages.text(language, "sign.documents").replace("{0}", String.valueOf(documents));
        }
        if (asked.signing().isPresent()) {
            return asked.signing().get().documentName().orElse("");
        }
        String comma = language == Language.EN_US ? ", " : "、";
        return asked.fields().stream()
                .map(field -> pages.text(language, "field." + field))
                .collect(Collectors.joining(comma));
    }

    /** The beginning of the service, where its own page is not known. */
    private static Optional<String> startPage(PendingRequest request) {
        return request.visit().redirectUri().map(uri -> uri.resolve("/").toString());
    }

    private static String time(Instant instant) {
        return TO_THE_SECOND.format(instant);
    }
}
