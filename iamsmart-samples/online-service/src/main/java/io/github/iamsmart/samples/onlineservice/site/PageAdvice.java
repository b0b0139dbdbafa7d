package io.github.iamsmart.samples.onlineservice.site;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.samples.onlineservice.signin.SignInView;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every template the frame of the page and the visitor's sign-in. */
@ControllerAdvice
final class PageAdvice {

    private static final Pattern WAITING = Pattern.compile("/iamsmart/requests/([^/]+)/page");

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

    /** The request of a page that waits, on the simulated phone: it takes the place of the app while developing. */
    @ModelAttribute("requestOnPhone")
    @Nullable
    URI requestOnPhone(HttpServletRequest request, Locale locale) {
        Matcher waiting = WAITING.matcher(request.getServletPath());
        IamSmartSimulator running = simulator.getIfAvailable();
        if (running == null || !waiting.matches()) {
            return null;
        }
        UriComponentsBuilder link = UriComponentsBuilder.fromUri(running.baseUrl())
                .path("/phone")
                .queryParam("ticketID", "{ticket}")
                .queryParam("lang", Language.closestTo(locale).wireValue());
        // On the same device it leads on where the request leads, or comes back, as the app does.
        if (Source.fromUserAgent(request.getHeader(HttpHeaders.USER_AGENT)).isMobile()) {
            link.queryParam("here", "1").queryParam("back", "{page}");
        }
        String page = request.getRequestURL().toString();
        return running.findByBusinessId(waiting.group(1))
                .map(one -> link.encode()
                        .buildAndExpand(Map.of("ticket", one.ticketId(), "page", page))
                        .toUri())
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
