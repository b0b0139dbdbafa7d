package io.github.iamsmart.spring.requests;

import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.RequestOptions;
import io.github.iamsmart.spring.browser.ApplicationUrl;
import io.github.iamsmart.spring.browser.BrowserCookie;
import io.github.iamsmart.spring.browser.BrowserLanguage;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** What tells one browser from another, and what its user reads. */
final class RequestBrowser {

    private static final String COOKIE = "iamsmart-requests";

    /** Longer than any request lives, so that its page can be loaded again afterwards. */
    private static final Duration MEMORY = Duration.ofHours(2);

    private final ApplicationUrl application;
    private final Language language;

    RequestBrowser(ApplicationUrl application, Language language) {
        this.application = application;
        this.language = language;
    }

    /** Makes the browser the {@linkplain RequestOptions#owner() owner} of what it begins. */
    String makeOwner(HttpServletRequest request, HttpServletResponse response) {
        return BrowserCookie.of(COOKIE, application.of(request)).issue(request, response, MEMORY);
    }

    /** Returns whose requests a browser may look at; empty if it has begun none. */
    Optional<String> owner(HttpServletRequest request) {
        return application.isKnown(request)
                ? BrowserCookie.of(COOKIE, application.of(request)).digest(request)
                : Optional.empty();
    }

    /** Returns the language that the page asks for, else that of the sign-in, else that of the browser. */
    Language language(HttpServletRequest request) {
        return BrowserLanguage.asked(request)
                .or(() -> IamSmartSignIn.from(request).map(IamSmartSignIn::language))
                .orElseGet(() -> BrowserLanguage.of(request, language));
    }
}
