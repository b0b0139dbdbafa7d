package io.github.iamsmart.samples.onlineservice.daypasses;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bulksigning.BulkExpectation;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.bulksigning.BulkSigningResult;
import io.github.iamsmart.bulksigning.BulkVerification;
import io.github.iamsmart.bulksigning.BulkVerifier;
import io.github.iamsmart.bulksigning.VerifiedBulkSigning;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.samples.onlineservice.daypasses.Season.End;
import io.github.iamsmart.samples.onlineservice.permit.Permits;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestOutcomeEvent;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Shows the passes of a season, asks for all their signatures at once, and takes what comes. */
@Controller
@RequestMapping(PassSigning.BASE)
final class PassSigning {

    static final String BASE = "/services/day-passes";

    /** Few enough that the page has progress to show. */
    private static final int SIGNATURES_IN_A_CALLBACK = 20;

    private final IamSmartRequests requests;
    private final BulkSigningApi signing;
    private final ObjectProvider<SignatureVerifier> verifiers;
    private final Seasons seasons;
    private final Permits permits;
    private final PassJudge judge;
    private final MessageSource messages;
    private final Clock clock;

    PassSigning(
            IamSmartRequests requests,
            IamSmartClient client,
            ObjectProvider<SignatureVerifier> verifiers,
            Seasons seasons,
            Permits permits,
            PassJudge judge,
            MessageSource messages,
            Clock clock) {
        this.requests = requests;
        this.signing = client.bulkSigning();
        this.verifiers = verifiers;
        this.seasons = seasons;
        this.permits = permits;
        this.judge = judge;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String start(HttpServletRequest request, Model model) {
        Season season = seasons.findOrPrint(request);
        List<LocalDate> evenings = seasons.evenings();
        model.addAttribute("all", evenings.size());
        model.addAttribute("unsigned", evenings.size() - season.signed());
        model.addAttribute("first", evenings.get(0));
        model.addAttribute("last", evenings.get(evenings.size() - 1));
        model.addAttribute("holder", seasons.holder(request));
        model.addAttribute(
                "basic",
                IamSmartSignIn.from(request)
                        .filter(signIn -> !signIn.accountType().value().equals("sign"))
                        .isPresent());
        return "daypasses/start";
    }

    // tag::sign[]
    @PostMapping
    View sign(HttpServletRequest request, Locale locale) {
        Season printed = seasons.findOrPrint(request);
        if (printed.unsigned().isEmpty()) {
            return new RedirectView(BASE + "/report", true);
        }
        Season season = seasons.update(printed, Season::nextRequest).orElseThrow();
        BulkSigningRequest.Builder bulk = BulkSigningRequest.builder()
                .department(text("site.name", locale))
                .serviceName(text("site.desk", locale))
                .requestName(text("daypass.title", locale))
                .documents(season.asked().stream()
                        .map(pass -> pass.document(name(pass.day(), locale)))
                        .toList())
                .signaturesInACallback(SIGNATURES_IN_A_CALLBACK);
        permits.findSubmitted(request).flatMap(permit -> permit.form().hkic()).ifPresent(bulk::signer);
        return requests.begin(bulk.build())
                .reference(season.reference()) // the outcome brings it back
                .thenGoTo(BASE + "/report")
                .againAt(BASE)
                .redirect();
    }

    @EventListener
    void ended(RequestOutcomeEvent<BulkSigningResult> event) throws Exception {
        RequestOutcome<?> outcome = event.outcome();
        Optional<Season> waiting = seasons.waitingFor(outcome.request());
        if (outcome instanceof RequestOutcome.Completed && waiting.isEmpty()) {
            // The passes are gone, or another request has taken the place of this one.
            signing.acknowledge(outcome.request().businessId(), SigningAnswer.REJECTED);
            return;
        }
        new VerifiedBulkSigning(
                        signing,
                        new BulkVerifier(verifiers.getObject()),
                        sent -> BulkExpectation.of(
                                waiting.map(Season::documents).orElse(List.of())),
                        (ended, found) -> keep(waiting, ended, found))
                .handle(outcome); // verifies, keeps, tells the gateway
    }

    /** All of it, or as much as came in time. */
    private void keep(Optional<Season> waiting, RequestOutcome<?> outcome, Optional<BulkVerification> verification)
            throws IOException {
        boolean taken = waiting.flatMap(Season::end).isPresent(); // by an earlier delivery
        if (waiting.isPresent() && !taken && verification.isPresent()) {
            Map<String, DayPass> judged =
                    judge.judge(waiting.get(), outcome.request().businessId(), verification.get());
            End end = new End(clock.instant(), outcome instanceof RequestOutcome.TimedOut);
            seasons.update(waiting.get(), season -> season.judged(judged, end));
        }
    }
    // end::sign[]

    private String name(LocalDate day, Locale locale) {
        String pattern = text("format.date", locale);
        return text("daypass.name", locale) + " "
                + DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
