package io.github.iamsmart.simulator.phone;

import io.github.iamsmart.simulator.Approval;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.http.HttpCall;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.http.Router;
import io.github.iamsmart.simulator.page.Language;
import io.github.iamsmart.simulator.page.Pages;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestBook;
import io.github.iamsmart.simulator.request.Status;
import io.github.iamsmart.simulator.request.UserAnswers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** The simulated phone: what waits, the request, and what came of it. */
public final class Phone {
    private final RequestBook requests;
    private final UserAnswers answers;
    private final Pages pages;
    private final PhoneScreens screens;
    private final Clock clock;

    public Phone(RequestBook requests, UserAnswers answers, Personas personas, Pages pages, Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.pages = pages;
        this.screens = new PhoneScreens(pages, personas, clock);
        this.clock = clock;
    }

    /** {@code GET /phone}, with or without a ticket. */
    public HttpAnswer show(HttpCall call) {
        Optional<String> ticket = call.query().first("ticket");
        boolean here = call.query().first("here").isPresent();
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
        return request.get().status(clock.instant()) == Status.PENDING
                ? screens.request(language, request.get(), here)
                : screens.done(language, request.get());
    }

    /** {@code POST /phone/answer}, the form of the request's screen. */
    public HttpAnswer answer(HttpCall call) {
        Parameters form = Parameters.parse(new String(call.body(), StandardCharsets.UTF_8));
        Optional<String> ticket = form.first("ticket");
        Optional<Decision> decision = form.first("decision").flatMap(Decision::of);
        if (ticket.isEmpty() || decision.isEmpty()) {
            return Router.sentence(400, "The form needs a ticket and a decision.");
        }
        String back = "/phone?ticket=" + URLEncoder.encode(ticket.get(), StandardCharsets.UTF_8) + "&lang="
                + form.first("lang")
                        .flatMap(Language::of)
                        .orElse(Language.EN_US)
                        .tag();
        try {
            Optional<URI> redirect = (decision.get() == Decision.APPROVE
                            ? answers.approve(ticket.get(), approval(form))
                            : answers.refuse(ticket.get(), decision.get(), form.first("persona")))
                    .redirect();
            return HttpAnswer.seeOther(
                    form.first("here").isPresent() ? redirect.map(URI::toString).orElse(back) : back);
        } catch (SimulatorException e) {
            // The screen itself says best what there is to say: the request is gone, or has ended.
            return HttpAnswer.seeOther(back);
        }
    }

    private static Approval approval(Parameters form) {
        return new Approval(form.first("persona"), Optional.empty(), true);
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
