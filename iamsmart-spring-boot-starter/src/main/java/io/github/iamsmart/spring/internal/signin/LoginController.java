package io.github.iamsmart.spring.internal.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.spring.internal.requests.PostponedRequest;
import io.github.iamsmart.spring.internal.signin.page.HandOverPage;
import io.github.iamsmart.spring.internal.signin.page.InAppBrowserPage;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.LocalPath;
import io.github.iamsmart.spring.internal.web.Redirection;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriUtils;

/**
 * Begins a sign-in: {@code GET /iamsmart/login?lang=…&returnTo=…} sends the browser to iAM Smart. A browser inside
 * another app is shown a page first, which asks the user to open the phone's own browser.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class LoginController {

    /** Says that a form led here: a page must stand between it and the gateway. */
    private static final String FROM_FORM = "fromForm";

    private final IamSmartClient client;
    private final Language language;
    private final EndpointSettings endpoints;
    private final Set<Scope> scopes;
    private final SignInStart start;
    private final Clock clock;
    private final InAppBrowserPage inApp;
    private final HandOverPage handOver;

    /**
     * Creates the endpoint.
     *
     * @param client the client
     * @param endpoints where the endpoints are, and the language where the browser asks for none of iAM Smart's
     * @param scopes what to ask for
     * @param start starts the sign-in
     * @param clock the time
     * @param inApp what a browser inside another app is shown
     * @param handOver what stands between a form and the gateway
     */
    public LoginController(
            IamSmartClient client,
            EndpointSettings endpoints,
            Set<Scope> scopes,
            SignInStart start,
            Clock clock,
            InAppBrowserPage inApp,
            HandOverPage handOver) {
        this.client = client;
        this.language = endpoints.language();
        this.endpoints = endpoints;
        this.scopes = Set.copyOf(scopes);
        this.start = start;
        this.clock = clock;
        this.inApp = inApp;
        this.handOver = handOver;
    }

    /**
     * Sends the browser to iAM Smart.
     *
     * @param request with the optional parameters {@code lang} and {@code returnTo}, a path within the application
     * @param response gets the cookie and the redirect
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    @GetMapping(SignInPaths.PREFIX + SignInPaths.LOGIN)
    public void login(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (!Navigation.begin(request, response)) {
            return;
        }
        Language asked = BrowserLanguage.of(request, language);
        Source source = Source.fromUserAgent(request.getHeader(HttpHeaders.USER_AGENT));
        String returnTo = LocalPath.of(request.getParameter("returnTo")).orElse(null);
        if (inApp.shown(request, response, asked, returnTo)) {
            return;
        }
        if (request.getParameter(FROM_FORM) != null) {
            handOver.send(request, response, asked, query(asked, returnTo));
            return;
        }
        Set<Scope> scopes = scopes(request, returnTo);
        start.start(request, response, asked, source.isMobile(), returnTo, (state, callback) -> {
            URI gateway = client.signIn()
                    .authorizationUri(AuthorizationRequest.builder()
                            .redirectUri(callback)
                            .state(state)
                            .scopes(scopes)
                            .source(source)
                            .language(asked)
                            .build());
            Redirection.send(response, gateway);
        });
    }

    /** What the application asks for, and what a request needs for which its user signs in. */
    private Set<Scope> scopes(HttpServletRequest request, @Nullable String returnTo) {
        Set<Scope> all = new LinkedHashSet<>(scopes);
        all.addAll(PostponedRequest.scopes(request, endpoints, returnTo, clock.instant()));
        return all;
    }

    /**
     * {@return the path that begins a sign-in, within the application}
     *
     * @param pathPrefix of the endpoints
     * @param language of the pages
     * @param returnTo where to go afterwards, a path within the application; {@code null} for the usual page
     * @param request which is answered with this path: after a form, a page comes in between
     */
    public static String path(
            String pathPrefix, Language language, @Nullable String returnTo, HttpServletRequest request) {
        String path = pathPrefix + SignInPaths.LOGIN + query(language, returnTo);
        boolean safe = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        return safe ? path : path + "&" + FROM_FORM + "=true";
    }

    private static String query(Language language, @Nullable String returnTo) {
        String query = "?lang=" + language.wireValue();
        return returnTo == null ? query : query + "&returnTo=" + UriUtils.encode(returnTo, UTF_8);
    }
}
