package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.spring.internal.web.BrowserCookie;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.PendingSignIn;
import io.github.iamsmart.spring.signin.SignInFailure.Reason;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Takes the browser back from iAM Smart: {@code GET /iamsmart/callback/login}.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class LoginCallbackController {

    private final IamSmartClient client;
    private final SignInUrls urls;
    private final SignInTracker tracker;
    private final SignInSessions sessions;
    private final SignInCompletion completion;
    private final Clock clock;

    /**
     * Creates the endpoint.
     *
     * @param client the client
     * @param urls the application's URLs
     * @param tracker knows the sign-ins that are under way
     * @param sessions signs the user in
     * @param completion answers the browser
     * @param clock the time
     */
    public LoginCallbackController(
            IamSmartClient client,
            SignInUrls urls,
            SignInTracker tracker,
            SignInSessions sessions,
            SignInCompletion completion,
            Clock clock) {
        this.client = client;
        this.urls = urls;
        this.tracker = tracker;
        this.sessions = sessions;
        this.completion = completion;
        this.clock = clock;
    }

    /**
     * Completes a sign-in: uses up the state, exchanges the code, and hands over to the success or failure handler.
     *
     * @param request the redirect
     * @param response what the browser gets
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    @GetMapping(SignInPaths.PREFIX + SignInPaths.LOGIN_CALLBACK)
    public void callback(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!Navigation.begin(request, response)) {
            return;
        }
        Language guessed = BrowserLanguage.of(request, client.language());
        AuthorizationRedirect redirect;
        try {
            redirect = client.signIn().parseRedirect(CallbackQueryFilter.query(request));
        } catch (ProtocolException e) {
            completion.failed(request, response, Reason.MALFORMED, Optional.empty(), guessed, null);
            return;
        }
        Optional<PendingSignIn> pending = redirect.state().flatMap(tracker::take);
        if (pending.isEmpty()) {
            completion.usedUp(request, response, Reason.ENDED, guessed);
        } else {
            finish(request, response, redirect, pending.get());
        }
    }

    private void finish(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthorizationRedirect redirect,
            PendingSignIn pending)
            throws IOException, ServletException {
        Language language = pending.language();
        String returnTo = pending.returnTo();
        try {
            BrowserCookie cookie = BrowserCookie.of(SignInPaths.COOKIE, urls.application(request));
            if (!cookie.isOf(request, pending.browser())) {
                // A second window of a browser that is signed in by now may go on; the code is not used.
                completion.usedUp(request, response, Reason.OTHER_BROWSER, language);
            } else if (redirect instanceof AuthorizationRedirect.Granted granted) {
                var token = client.signIn().exchange(granted.code());
                var signIn = new IamSmartSignIn(token, language, pending.sameDevice(), clock.instant());
                sessions.signIn(request, signIn);
                cookie.clear(response);
                completion.signedIn(request, response, signIn, returnTo);
            } else if (redirect instanceof AuthorizationRedirect.Declined declined) {
                completion.failed(request, response, Reason.DECLINED, declined.errorCode(), language, returnTo);
            } else if (redirect instanceof AuthorizationRedirect.Failed failed) {
                completion.failed(
                        request, response, Reason.FAILED, Optional.of(failed.errorCode()), language, returnTo);
            }
        } catch (IamSmartException e) {
            completion.failed(request, response, e, language, returnTo);
        }
    }
}
