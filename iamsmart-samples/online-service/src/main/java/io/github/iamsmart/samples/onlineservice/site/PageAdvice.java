package io.github.iamsmart.samples.onlineservice.site;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.samples.onlineservice.signin.SignInView;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every template the frame of the page and the visitor's sign-in. */
@ControllerAdvice
final class PageAdvice {

    private final ObjectProvider<IamSmartSimulator> simulator;
    private final Clock clock;

    PageAdvice(ObjectProvider<IamSmartSimulator> simulator, Clock clock) {
        this.simulator = simulator;
        this.clock = clock;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Locale locale) {
        // An error page stands at an address of its own; the switch leads to the start page from there.
        boolean error = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        String address = error ? "/" : addressWithoutLanguage(request);
        return new Page(Language.closestTo(locale), address, phone());
    }

    @ModelAttribute("signIn")
    @Nullable
    SignInView signIn(HttpServletRequest request) {
        // One that has run out is none: the page offers to sign in again.
        return IamSmartSignIn.from(request)
                .filter(signIn -> signIn.expiresAt().isAfter(clock.instant()))
                .map(SignInView::of)
                .orElse(null);
    }

    private static String addressWithoutLanguage(HttpServletRequest request) {
        return UriComponentsBuilder.fromPath(request.getServletPath())
                .query(request.getQueryString())
                .replaceQueryParam("lang")
                .build()
                .toUriString();
    }

    private @Nullable URI phone() {
        return Optional.ofNullable(simulator.getIfAvailable())
                .map(running -> running.baseUrl().resolve("/phone"))
                .orElse(null);
    }
}
