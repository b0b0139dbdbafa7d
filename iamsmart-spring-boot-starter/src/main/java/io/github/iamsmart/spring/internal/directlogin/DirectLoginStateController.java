package io.github.iamsmart.spring.internal.directlogin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.spring.internal.signin.Navigation;
import io.github.iamsmart.spring.internal.signin.SignInCompletion;
import io.github.iamsmart.spring.internal.signin.SignInPaths;
import io.github.iamsmart.spring.internal.signin.SignInStart;
import io.github.iamsmart.spring.internal.web.AsciiUrl;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.signin.SignInFailure.Reason;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
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

    private final boolean enabled;
    private final String clientId;
    private final Language language;
    private final Set<String> scopes;
    private final DirectLoginHosts hosts;
    private final SignInStart start;
    private final SignInCompletion completion;

    /**
     * Creates the endpoint.
     *
     * @param enabled whether it is switched on; it answers 404 otherwise
     * @param clientId for which client
     * @param language the language where the browser asks for none of iAM Smart's
     * @param scopes what the application asks for itself
     * @param hosts where a browser may be sent
     * @param start starts the sign-in
     * @param completion answers a browser that cannot start
     */
    public DirectLoginStateController(
            boolean enabled,
            String clientId,
            Language language,
            Set<Scope> scopes,
            DirectLoginHosts hosts,
            SignInStart start,
            SignInCompletion completion) {
        this.enabled = enabled;
        this.clientId = clientId;
        this.language = language;
        this.scopes = scopes.stream().map(Scope::value).collect(Collectors.toUnmodifiableSet());
        this.hosts = hosts;
        this.start = start;
        this.completion = completion;
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
        if (!enabled) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!Navigation.begin(request, response)) {
            return;
        }
        Language asked = BrowserLanguage.of(request, language);
        Optional<URI> target = hosts.find(request.getParameter("redirectURI"));
        String scope = request.getParameter("scope");
        String service = request.getParameter("eserviceName");
        boolean ours = clientId.equals(request.getParameter("ClientID"));
        if (target.isEmpty() || !ours || !isWanted(scope) || !isName(service)) {
            completion.failed(request, response, Reason.MALFORMED, Optional.empty(), asked, null);
            return;
        }
        String separator = target.get().getRawQuery() == null ? "?" : "&";
        start.start(request, response, asked, true, null, (state, callback) -> {
            // Not sendRedirect, which may rewrite the address: it goes out as it was checked.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(
                    HttpHeaders.LOCATION, AsciiUrl.of(target.get() + separator + parameters(state, scope, service)));
        });
    }

    /** No wider token than the application would ask for itself. */
    private boolean isWanted(@Nullable String scope) {
        return scope != null
                && !scope.isBlank()
                && Stream.of(scope.strip().split(" +")).allMatch(scopes::contains);
    }

    private static boolean isName(@Nullable String service) {
        return service != null
                && service.length() <= LONGEST_NAME
                && service.chars().noneMatch(Character::isISOControl);
    }

    private String parameters(State state, String scope, String service) {
        return "state=" + state.value() + "&clientID=" + encoded(clientId) + "&scope=" + encoded(scope)
                + "&eserviceName=" + encoded(service);
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, UTF_8);
    }
}
