package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.samples.onlineservice.waiting.WaitingViews;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page that waits for the phone, with the four digits that the app shows too. */
@Controller
final class SigningWaitingController {

    private final SigningSession session;
    private final SigningAnswers answers;
    private final WaitingViews views;
    private final SigningEndings endings;

    SigningWaitingController(
            SigningSession session, SigningAnswers answers, WaitingViews views, SigningEndings endings) {
        this.session = session;
        this.answers = answers;
        this.views = views;
        this.endings = endings;
    }

    @GetMapping("/services/signing/{subject}/waiting/{businessId}")
    String waiting(
            @PathVariable String subject,
            @PathVariable String businessId,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Place place = Place.of(subject, request);
        // To every other browser the page does not exist.
        SigningCase one =
                session.find(place, request).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Attempt> attempt = one.attempt()
                .filter(latest -> latest.businessId().value().equals(businessId))
                .filter(latest -> latest.sent().isPresent());
        if (attempt.isEmpty()) {
            // Replaced by another request, or never taken by the gateway.
            return place.redirectTo("");
        }
        try {
            return answers.next(place, attempt.get().businessId(), locale, model)
                    .orElseGet(() -> show(place, attempt.get(), request, locale, model));
        } catch (IamSmartException e) {
            return endings.show(e, place, locale, model);
        }
    }

    private String show(Place place, Attempt attempt, HttpServletRequest request, Locale locale, Model model) {
        URI page = ServletUriComponentsBuilder.fromRequestUri(request).build().toUri();
        model.addAttribute("waiting", views.of(attempt.sent().orElseThrow(), page, locale));
        model.addAttribute("digits", attempt.code());
        model.addAttribute("place", place);
        return "signing/waiting";
    }
}
