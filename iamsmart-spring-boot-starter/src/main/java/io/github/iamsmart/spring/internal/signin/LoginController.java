package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.spring.internal.signin.page.InAppBrowserPage;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.internal.web.LocalPath;
import io.github.iamsmart.spring.internal.web.Redirection;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Begins a sign-in: {@code GET /iamsmart/login?lang=…&returnTo=…} sends the browser to iAM Smart. A browser inside
 * another app is shown a page first, which asks the user to open the phone's own browser.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class LoginController {

    private final IamSmartClient client;
    private final Language language;
    private final Set<Scope> scopes;
    private final SignInStart start;
    private final InAppBrowserPage inApp;

    /**
     * Creates the endpoint.
     *
     * @param client the client
     * @param language the language where the browser asks for none of iAM Smart's
     * @param scopes what to ask for
     * @param start starts the sign-in
     * @param inApp what a browser inside another app is shown
     */
    public LoginController(
            IamSmartClient client, Language language, Set<Scope> scopes, SignInStart start, InAppBrowserPage inApp) {
        this.client = client;
        this.language = language;
        this.scopes = Set.copyOf(scopes);
        this.start = start;
        this.inApp = inApp;
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
}
