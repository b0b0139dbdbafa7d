package io.github.iamsmart.spring.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.request.State;
import io.github.iamsmart.spring.browser.BrowserLanguage;
import io.github.iamsmart.spring.signin.SignInFailure.Reason;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriUtils;

/**
 * The get-state address of Direct Login v1 [1]: {@code GET /iamsmart/direct-login}. The iAM Smart app opens it with
 * {@code redirectURI}, {@code eserviceName}, {@code ClientID} and {@code scope}; it makes a state that is bound to the
 * browser and sends the browser on, to an address of iAM Smart only. The sign-in then ends at the ordinary callback,
 * which finds the state.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class DirectLoginStateController {

    private static final int LONGEST_NAME = 255;

    private final IamSmartClient client;
    private final SignInSettings settings;
    private final SignInUrls urls;
    private final SignInStates states;
    private final SignInEnding ending;
    private final DirectLoginHosts hosts;
    private final List<CallbackUrlListener> listeners;

    /**
     * Creates the endpoint.
     *
     * @param client the client
     * @param settings how sign-in works here
     * @param urls the application's URLs
     * @param states makes the state
     * @param ending what a browser gets if it cannot begin
     * @param hosts where a browser may be sent
     * @param listeners are told of the callback URL
     */
    public DirectLoginStateController(
            IamSmartClient client,
            SignInSettings settings,
            SignInUrls urls,
            SignInStates states,
            SignInEnding ending,
            DirectLoginHosts hosts,
            List<CallbackUrlListener> listeners) {
        this.client = client;
        this.settings = settings;
        this.urls = urls;
        this.states = states;
        this.ending = ending;
        this.hosts = hosts;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Sends the browser on with a state.
     *
     * @param request what the app asks for
     * @param response gets the cookie and the redirect
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    @GetMapping(SignInPaths.PREFIX + SignInPaths.DIRECT_LOGIN_STATE)
    public void begin(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (!Navigation.begin(request, response)) {
            return;
        }
        Language language = BrowserLanguage.of(request, settings.language());
        Optional<URI> target = hosts.find(request.getParameter("redirectURI"));
        String scope = request.getParameter("scope");
        String service = request.getParameter("eserviceName");
        boolean ours = client.clientId().equals(request.getParameter("ClientID"));
        if (target.isEmpty() || !ours || !isWanted(scope) || !isName(service)) {
            ending.failed(request, response, Reason.MALFORMED, Optional.empty(), language, null);
            return;
        }
        try {
            URI application = urls.application(request);
            URI callback = urls.loginCallback(application);
            listeners.forEach(listener -> listener.onCallbackUrl(callback));
            State state = states.begin(request, response, application, language, true, null);
            String query = parameters(state, scope, service);
            String separator = target.get().getRawQuery() == null ? "?" : "&";
            // Not sendRedirect, which may rewrite the address: it goes out as it was checked.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(HttpHeaders.LOCATION, target.get().toASCIIString() + separator + query);
        } catch (IamSmartException e) {
            ending.failed(request, response, e, language, null);
        }
    }

    /** No wider token than the application would ask for itself. */
    private boolean isWanted(@Nullable String scope) {
        if (scope == null || scope.isBlank()) {
            return false;
        }
        Set<String> wanted = settings.scopes().stream().map(Scope::value).collect(Collectors.toSet());
        return Stream.of(scope.strip().split(" +")).allMatch(wanted::contains);
    }

    private static boolean isName(@Nullable String service) {
        return service != null
                && service.length() <= LONGEST_NAME
                && service.chars().noneMatch(Character::isISOControl);
    }

    private String parameters(State state, String scope, String service) {
        return "state=" + state.value() + "&clientID=" + encoded(client.clientId()) + "&scope=" + encoded(scope)
                + "&eserviceName=" + encoded(service);
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, UTF_8);
    }
}
