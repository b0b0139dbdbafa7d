package io.github.iamsmart.spring.internal.requests;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.spring.internal.web.ApplicationUrl;
import io.github.iamsmart.spring.internal.web.BrowserCookie;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.internal.web.Digests;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells one browser from another, and which language its user reads. */
public final class RequestBrowser {

    private static final String COOKIE = "iamsmart-requests";

    /** Longer than any request lives, so that its page can be loaded again afterwards. */
    private static final Duration MEMORY = Duration.ofHours(2);

    private final ApplicationUrl application;
    private final Language language;
    private final String client;

    /**
     * Creates it.
     *
     * @param endpoints where the endpoints are
     */
    public RequestBrowser(EndpointSettings endpoints) {
        this.application = endpoints.application();
        this.language = endpoints.language();
        this.client = endpoints.clientName();
    }

    /** Makes the browser the {@linkplain RequestOptions#owner() owner} of what it starts. */
    String makeOwner(HttpServletRequest request, HttpServletResponse response) {
        return BrowserCookie.of(COOKIE, application.of(request)).issue(request, response, MEMORY);
    }

    /**
     * {@return whose requests a browser may look at: its own, and those of the user who has signed in, wherever they
     * began them}
     *
     * @param request what the browser sent
     */
    public List<String> owners(HttpServletRequest request) {
        Optional<String> browser = application.isKnown(request)
                ? BrowserCookie.of(COOKIE, application.of(request)).digest(request)
                : Optional.empty();
        Optional<String> user = IamSmartSignIn.from(request, client).map(signIn -> owner(signIn.tokenisedId()));
        return Stream.of(browser, user).flatMap(Optional::stream).toList();
    }

    /**
     * {@return what makes a user the owner of a request: a digest}
     *
     * @param user who has signed in
     */
    public static String owner(TokenisedId user) {
        return "user:" + Digests.of(user.value());
    }

    /**
     * {@return the language that the page asks for, else that of the sign-in, else that of the browser}
     *
     * @param request what the browser sent
     */
    public Language language(HttpServletRequest request) {
        return BrowserLanguage.asked(request)
                .or(() -> IamSmartSignIn.from(request, client).map(IamSmartSignIn::language))
                .orElseGet(() -> BrowserLanguage.of(request, language));
    }

    /**
     * {@return the language of a page of a request: the one that the page asks for, else that in which the request
     * began}
     *
     * @param request what the browser sent
     * @param context of the request
     */
    public Language language(HttpServletRequest request, PageContext context) {
        return BrowserLanguage.asked(request).orElseGet(context::language);
    }
}
