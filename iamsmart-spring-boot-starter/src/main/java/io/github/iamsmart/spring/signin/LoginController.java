package io.github.iamsmart.spring.signin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.Source;
import io.github.iamsmart.request.State;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.spring.browser.BrowserLanguage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Begins a sign-in: {@code GET /iamsmart/login?lang=…&returnTo=…} sends the browser to iAM Smart.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class LoginController {

    private final IamSmartClient client;
    private final SignInSettings settings;
    private final SignInUrls urls;
    private final SignInStates states;
    private final SignInEnding ending;
    private final List<CallbackUrlListener> listeners;

    /**
     * Creates the endpoint.
     *
     * @param client the client
     * @param settings how sign-in works here
     * @param urls the application's URLs
     * @param states makes the state
     * @param ending what a browser gets if it cannot begin
     * @param listeners are told of the callback URL
     */
    public LoginController(
            IamSmartClient client,
            SignInSettings settings,
            SignInUrls urls,
            SignInStates states,
            SignInEnding ending,
            List<CallbackUrlListener> listeners) {
        this.client = client;
        this.settings = settings;
        this.urls = urls;
        this.states = states;
        this.ending = ending;
        this.listeners = List.copyOf(listeners);
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
        Language language = BrowserLanguage.of(request, settings.language());
        String returnTo = LocalPath.of(request.getParameter("returnTo")).orElse(null);
        try {
            URI application = urls.application(request);
            URI callback = urls.loginCallback(application);
            listeners.forEach(listener -> listener.onCallbackUrl(callback));
            Source source = Source.fromUserAgent(request.getHeader(HttpHeaders.USER_AGENT));
            State state = states.begin(request, response, application, language, source.isMobile(), returnTo);
            URI gateway = client.signIn()
                    .authorizationUri(AuthorizationRequest.builder()
                            .redirectUri(callback)
                            .state(state)
                            .scopes(settings.scopes())
                            .source(source)
                            .language(language)
                            .build());
            response.sendRedirect(gateway.toString());
        } catch (IamSmartException e) {
            ending.failed(request, response, e, language, returnTo);
        }
    }
}
