package io.github.iamsmart.samples.onlineservice.signing;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.samples.onlineservice.permit.SubmittedPermit;
import io.github.iamsmart.samples.onlineservice.permit.SubmittedPermits;
import io.github.iamsmart.samples.onlineservice.services.ServiceEntry;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what will be signed, and begins it. */
@Controller
@RequestMapping({"/services/signing/{subject}", "/signing/{subject}"})
final class SigningController {

    private final SigningSession session;
    private final SigningRequests requests;
    private final SubmittedPermits permits;
    private final SigningEndings endings;

    SigningController(
            SigningSession session, SigningRequests requests, SubmittedPermits permits, SigningEndings endings) {
        this.session = session;
        this.requests = requests;
        this.permits = permits;
        this.endings = endings;
    }

    @Bean
    @Order(30)
    static ServiceEntry termsService() {
        return new ServiceEntry("terms", new Place(Subject.TERMS, true).base());
    }

    @GetMapping
    String start(@PathVariable String subject, HttpServletRequest request, Locale locale, Model model)
            throws IOException {
        Place place = Place.of(subject, request);
        if (place.isWrongFor(request)) {
            return new Place(place.subject(), true).redirectTo("");
        }
        Optional<SigningCase> one = session.findOrOpen(place, request, locale);
        return one.isPresent() ? show(one.get(), false, request, model) : nothingToSign(place);
    }

    @PostMapping
    String sign(
            @PathVariable String subject,
            @RequestParam(defaultValue = "") String hkic,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        Place place = Place.of(subject, request);
        if (place.isWrongFor(request)) {
            return new Place(place.subject(), true).redirectTo("");
        }
        Optional<SigningCase> one = session.findOrOpen(place, request, locale);
        if (one.isEmpty()) {
            return nothingToSign(place);
        }
        try {
            if (place.signedIn()) {
                return place.redirectTo("/waiting/"
                        + requests.sign(one.get(), applicant(place, request), request, response, locale)
                                .value());
            }
            Optional<Hkic> signer = Hkic.parse(hkic);
            if (signer.isEmpty()) {
                return show(one.get(), true, request, model);
            }
            requests.signAnonymously(one.get(), signer.get(), request, response, locale);
            return place.redirectTo("/continue");
        } catch (IamSmartException e) {
            return endings.show(e, place, locale, model);
        }
    }

    /** Only the applicant signs the application; anybody may sign the terms. */
    private Optional<Hkic> applicant(Place place, HttpServletRequest request) {
        return place.subject() == Subject.APPLICATION
                ? permits.find(request).flatMap(SubmittedPermit::hkic)
                : Optional.empty();
    }

    private static String nothingToSign(Place place) {
        return place.signedIn() ? "redirect:/services/permit" : "redirect:/permit/new";
    }

    private static String show(SigningCase one, boolean wrongNumber, HttpServletRequest request, Model model)
            throws IOException {
        model.addAttribute("place", one.place());
        model.addAttribute("wrongNumber", wrongNumber);
        model.addAttribute("signedAlready", one.signed().isPresent());
        model.addAttribute(
                "basic",
                IamSmartSignIn.from(request)
                        .filter(signIn -> !signIn.accountType().value().equals("sign"))
                        .isPresent());
        model.addAttribute(
                "text",
                one.place().subject() == Subject.TERMS
                        ? Files.readString(one.paper().file()).lines().toList()
                        : null);
        return "signing/start";
    }
}
