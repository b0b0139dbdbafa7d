package io.github.iamsmart.simulator.phone;

import io.github.iamsmart.simulator.Outcome;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.client.ClientRegistry;
import io.github.iamsmart.simulator.directlogin.DirectLogin;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.journal.Journal;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.request.Status;
import io.github.iamsmart.simulator.request.UserAnswers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** The simulated phone: what waits, the request, and what came of it. */
public final class Phone {
    private final RequestRegistry requests;
    private final UserAnswers answers;
    private final Pages pages;
    private final PhoneScreens screens;
    private final BackLink backLink;
    private final Clock clock;
    private final ClientRegistry clients;

    public Phone(
            RequestRegistry requests,
            UserAnswers answers,
            Personas personas,
            ClientRegistry clients,
            Pages pages,
            Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.pages = pages;
        this.screens = new PhoneScreens(pages, personas, clients, clock);
        this.backLink = new BackLink(clients);
        this.clock = clock;
        this.clients = clients;
    }

    /** The page from which sign-ins begin, in the same look. */
    public Catalogue catalogue(DirectLogin directLogin, Journal journal, Supplier<URI> baseUrl) {
        return new Catalogue(clients, directLogin, pages, screens, journal, baseUrl);
    }

    /** {@code GET /phone}, with or without a ticket, which may also be called as in an app link. */
    public HttpAnswer show(HttpCall call) {
        Parameters query = call.query();
        Optional<String> ticket = query.first("ticket").or(() -> query.first("ticketID"));
        if (ticket.isEmpty()) {
            Language language = language(call, Optional.empty());
            return screens.list(
                    language,
                    requests.all().stream()
                            .filter(request -> request.status(clock.instant()) == Status.PENDING)
                            .toList());
        }
        Optional<PendingRequest> request = requests.find(ticket.get());
        Language language = language(call, request);
        if (request.isEmpty()) {
            return pages.page(404, "phone-gone", language, screens.frame(language, "phone.gone.title"), "/phone?lang=");
        }
        Optional<URI> back = backLink.of(query, request.get());
        return request.get().begin(clock.instant())
                ? screens.request(language, request.get(), query.first("here").isPresent(), back)
                : screens.done(language, request.get(), back);
    }

    /** {@code POST /phone/answer}, the form of the request's screen. */
    public HttpAnswer answer(HttpCall call) {
        PhoneForm form = new PhoneForm(Parameters.parse(new String(call.body(), StandardCharsets.UTF_8)));
        if (form.ticket().isEmpty() || form.decision().isEmpty()) {
            return Router.sentence(400, "The form needs a ticket and a decision.");
        }
        Optional<PendingRequest> request = requests.find(form.ticket().get());
        if (request.isEmpty()) {
            return HttpAnswer.seeOther(
                    "/phone?ticket=gone&lang=" + form.language().tag());
        }
        Optional<URI> back = backLink.of(form.parameters(), request.get());
        String done = PhoneScreens.link(request.get().terms(), back) + "&lang="
                + form.language().tag();
        try {
            Outcome outcome = answer(form, request.get());
            return HttpAnswer.seeOther(
                    next(form, request.get(), outcome, back).map(URI::toString).orElse(done));
        } catch (SimulatorException e) {
            // The screen itself says best what there is to say: the request is gone, or has ended.
            return HttpAnswer.seeOther(done);
        }
    }

    private Outcome answer(PhoneForm form, PendingRequest request) {
        String ticket = request.terms().ticketId();
        Decision decision = form.decision().orElseThrow();
        return decision == Decision.APPROVE
                ? answers.approve(ticket, form.approval())
                : answers.refuse(ticket, decision, form.persona());
    }

    /** On the device of the app the browser goes on at once: to where it was sent, or to where it came from. */
    private static Optional<URI> next(PhoneForm form, PendingRequest request, Outcome outcome, Optional<URI> back) {
        if (form.here()) {
            return outcome.redirect().or(() -> back);
        }
        return request.terms().sameDevice() && outcome.redirect().isEmpty() ? back : Optional.empty();
    }

    private static Language language(HttpCall call, Optional<PendingRequest> request) {
        return call.query()
                .first("lang")
                .or(() -> request.map(one -> one.terms().lang()))
                .flatMap(Language::of)
                .orElseGet(
                        () -> Language.accepted(call.header("Accept-Language").orElse("")));
    }
}
