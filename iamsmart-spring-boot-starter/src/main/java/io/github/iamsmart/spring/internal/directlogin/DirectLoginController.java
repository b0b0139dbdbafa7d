package io.github.iamsmart.spring.internal.directlogin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.signin.AuthorizationCode;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.TokenRequest;
import io.github.iamsmart.spring.internal.signin.CodeExchange;
import io.github.iamsmart.spring.internal.signin.Navigation;
import io.github.iamsmart.spring.internal.signin.SignInCompletion;
import io.github.iamsmart.spring.internal.signin.SignInPaths;
import io.github.iamsmart.spring.internal.signin.SignInRefusedException;
import io.github.iamsmart.spring.internal.signin.SignInSessions;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.internal.web.CallbackQueryFilter;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignInFailure.Reason;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Completes a sign-in that began inside the iAM Smart app, Direct Login v2 [D]: {@code GET
 * /iamsmart/callback/direct-login}. There is no state, so nothing proves that this browser's user began it: the sign-in
 * never joins a session that exists, it always gets a new one.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class DirectLoginController {

    private final boolean enabled;
    private final IamSmartClient client;
    private final Language language;
    private final SignInSessions sessions;
    private final SignInCompletion completion;
    private final Clock clock;
    private final UsedCodes usedCodes;
    private final CodeExchange exchange;

    /**
     * Creates the endpoint.
     *
     * @param enabled whether it is switched on; it answers 404 otherwise
     * @param client the client
     * @param language the language where the browser asks for none of iAM Smart's
     * @param sessions signs the user in
     * @param completion answers the browser
     * @param usedCodes makes a code work once
     * @param exchange exchanges the codes
     * @param clock the time
     */
    public DirectLoginController(
            boolean enabled,
            IamSmartClient client,
            Language language,
            SignInSessions sessions,
            SignInCompletion completion,
            UsedCodes usedCodes,
            CodeExchange exchange,
            Clock clock) {
        this.enabled = enabled;
        this.client = client;
        this.language = language;
        this.sessions = sessions;
        this.completion = completion;
        this.clock = clock;
        this.usedCodes = usedCodes;
        this.exchange = exchange;
    }

    /**
     * Completes a sign-in: exchanges the code and hands over to the success or failure handler.
     *
     * @param request the redirect
     * @param response what the browser gets
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    @GetMapping(SignInPaths.PREFIX + SignInPaths.DIRECT_LOGIN_CALLBACK)
    public void callback(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!enabled) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!Navigation.begin(request, response)) {
            return;
        }
        Language asked = BrowserLanguage.of(request, language);
        try {
            AuthorizationRedirect redirect = client.signIn().parseRedirect(CallbackQueryFilter.query(request));
            if (redirect instanceof AuthorizationRedirect.Granted granted) {
                signIn(request, response, granted.code(), asked);
            } else if (redirect instanceof AuthorizationRedirect.Declined declined) {
                completion.failed(request, response, Reason.DECLINED, declined.errorCode(), asked, null);
            } else if (redirect instanceof AuthorizationRedirect.Failed failed) {
                completion.failed(request, response, Reason.FAILED, Optional.of(failed.errorCode()), asked, null);
            }
        } catch (ProtocolException e) {
            completion.failed(request, response, Reason.MALFORMED, Optional.empty(), asked, null);
        }
    }

    private void signIn(
            HttpServletRequest request, HttpServletResponse response, AuthorizationCode code, Language asked)
            throws IOException, ServletException {
        Optional<Duration> pause = exchange.begin(request);
        if (pause.isPresent()) {
            completion.tooMany(request, response, pause.get(), asked, null);
            return;
        }
        try {
            if (!exchange.isFirstUse(request, () -> usedCodes.isFresh(code))) {
                completion.usedUp(request, response, Reason.ENDED, asked, null);
                return;
            }
            var token = exchange.exchange(request, TokenRequest.of(code).directLoginV2());
            boolean sameDevice = Source.fromUserAgent(request.getHeader(HttpHeaders.USER_AGENT))
                    .isMobile();
            var signIn = new IamSmartSignIn(completion.clientName(), token, asked, sameDevice, clock.instant());
            sessions.signInAfresh(request, response, signIn);
            completion.signedIn(request, response, signIn, null);
        } catch (SignInRefusedException e) {
            completion.refused(request, response, e, asked, null);
        } catch (IamSmartException e) {
            completion.failed(request, response, e, asked, null);
        }
    }
}
