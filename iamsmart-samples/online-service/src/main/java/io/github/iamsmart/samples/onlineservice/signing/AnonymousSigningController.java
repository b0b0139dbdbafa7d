package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.AuthorizationRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The way of a visitor who has not signed in to iAM Smart, and back. */
@Controller
@RequestMapping("/signing/{subject}")
final class AnonymousSigningController {

    private final IamSmartClient client;
    private final SigningSession session;
    private final SigningDesk desk;
    private final SigningAnswers answers;
    private final SigningEndings endings;

    AnonymousSigningController(
            IamSmartClient client,
            SigningSession session,
            SigningDesk desk,
            SigningAnswers answers,
            SigningEndings endings) {
        this.client = client;
        this.session = session;
        this.desk = desk;
        this.answers = answers;
        this.endings = endings;
    }

    /** Shows the four digits before the visitor leaves for the gateway's page. */
    @GetMapping("/continue")
    String handOver(@PathVariable String subject, HttpServletRequest request, Model model) {
        Place place = Place.of(subject, request);
        Optional<Attempt> attempt = attempt(place, request);
        Optional<AnonymousRequest> begun = attempt.flatMap(Attempt::anonymous);
        if (begun.isEmpty()) {
            return place.redirectTo("");
        }
        model.addAttribute("onward", client.signIn().authorizationUri(AuthorizationRequest.of(begun.get())));
        model.addAttribute("digits", attempt.get().code());
        model.addAttribute("place", place);
        return "signing/continue";
    }

    // tag::return[]
    @GetMapping("/return")
    String back(@PathVariable String subject, HttpServletRequest request, Locale locale, Model model)
            throws IOException {
        Place place = Place.of(subject, request);
        Optional<AnonymousRequest> begun = attempt(place, request).flatMap(Attempt::anonymous);
        if (begun.isEmpty()) {
            return endings.showOtherBrowser(place, locale, model);
        }
        try {
            AuthorizationRedirect redirect =
                    client.signIn().parseRedirect(Objects.requireNonNullElse(request.getQueryString(), ""));
            // The business id and the state are those of this browser's session, not those of the redirect.
            desk.take(complete(
                    place, redirect, begun.get().businessId(), begun.get().state()));
            return place.redirectTo("/answer");
        } catch (ProtocolException e) {
            return endings.showOtherBrowser(place, locale, model);
        } catch (IamSmartException e) {
            return endings.show(e, place, locale, model);
        }
    }

    private RequestOutcome<?> complete(
            Place place, AuthorizationRedirect redirect, BusinessId businessId, State state) {
        return switch (place.subject()) {
            case APPLICATION -> client.signing().completeAnonymousPdf(redirect, businessId, state);
            case TERMS -> client.signing().completeAnonymousHash(redirect, businessId, state);
        };
    }
    // end::return[]

    /** Without the code in its address, which must not stay in the history. */
    @GetMapping("/answer")
    String answer(@PathVariable String subject, HttpServletRequest request, Locale locale, Model model) {
        Place place = Place.of(subject, request);
        try {
            return attempt(place, request)
                    .flatMap(one -> answers.next(place, one.businessId(), locale, model))
                    .orElseGet(() -> place.redirectTo(""));
        } catch (IamSmartException e) {
            return endings.show(e, place, locale, model);
        }
    }

    private Optional<Attempt> attempt(Place place, HttpServletRequest request) {
        return session.find(place, request).flatMap(SigningCase::attempt);
    }
}
