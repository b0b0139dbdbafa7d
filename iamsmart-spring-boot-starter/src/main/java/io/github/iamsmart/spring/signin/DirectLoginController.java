package io.github.iamsmart.spring.signin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.request.Language;
import io.github.iamsmart.request.Source;
import io.github.iamsmart.signin.AuthorizationCode;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.TokenRequest;
import io.github.iamsmart.spring.browser.BrowserLanguage;
import io.github.iamsmart.spring.signin.SignInFailure.Reason;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where a sign-in ends that began inside the iAM Smart app, Direct Login v2 [D]: {@code GET
 * /iamsmart/callback/direct-login}. There is no state, so nothing tells that this browser's user began it: the sign-in
 * never joins a session that exists, it always gets a new one.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class DirectLoginController {

    private final IamSmartClient client;
    private final SignInSettings settings;
    private final SignInSessions sessions;
    private final SignInEnding ending;
    private final Clock clock;
    private final UsedCodes usedCodes;

    /**
     * Creates the endpoint.
     *
     * @param client the client
     * @param settings how sign-in works here
     * @param sessions signs the user in
     * @param ending what the browser gets
     * @param usedCodes makes a code work once
     * @param clock the time
     */
    public DirectLoginController(
            IamSmartClient client,
            SignInSettings settings,
            SignInSessions sessions,
            SignInEnding ending,
            UsedCodes usedCodes,
            Clock clock) {
        this.client = client;
        this.settings = settings;
        this.sessions = sessions;
        this.ending = ending;
        this.clock = clock;
        this.usedCodes = usedCodes;
    }

    /**
     * Ends a sign-in: exchanges the code and hands over to the success or failure handler.
     *
     * @param request the redirect
     * @param response what the browser gets
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    @GetMapping(SignInPaths.PREFIX + SignInPaths.DIRECT_LOGIN_CALLBACK)
    public void callback(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!Navigation.begin(request, response)) {
            return;
        }
        Language language = BrowserLanguage.of(request, settings.language());
        try {
            AuthorizationRedirect redirect = client.signIn().parseRedirect(CallbackQueryFilter.query(request));
            if (redirect instanceof AuthorizationRedirect.Granted granted) {
                signIn(request, response, granted.code(), language);
            } else if (redirect instanceof AuthorizationRedirect.Declined declined) {
                ending.failed(request, response, Reason.DECLINED, declined.errorCode(), language, null);
            } else if (redirect instanceof AuthorizationRedirect.Failed failed) {
                ending.failed(request, response, Reason.FAILED, Optional.of(failed.errorCode()), language, null);
            }
        } catch (ProtocolException e) {
            ending.failed(request, response, Reason.MALFORMED, Optional.empty(), language, null);
        }
    }

    private void signIn(
            HttpServletRequest request, HttpServletResponse response, AuthorizationCode code, Language language)
            throws IOException, ServletException {
        if (!usedCodes.isFresh(code)) {
            ending.usedUp(request, response, Reason.ENDED, language);
            return;
        }
        try {
            var token = client.signIn().exchange(TokenRequest.of(code).directLoginV2());
            boolean sameDevice = Source.fromUserAgent(request.getHeader(HttpHeaders.USER_AGENT))
                    .isMobile();
            var signIn = new IamSmartSignIn(token, language, sameDevice, clock.instant());
            sessions.signInAfresh(request, signIn);
            ending.signedIn(request, response, signIn, null);
        } catch (IamSmartException e) {
            ending.failed(request, response, e, language, null);
        }
    }
}
