package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationCode;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.signin.TokenRequest;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.internal.web.CallbackQueryFilter;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignInFailure.Reason;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
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
    private final CodeExchange exchange;
    private final Clock clock;

    /**
     * Creates the endpoint.
     *
     * @param client the client
     * @param urls the application's URLs
     * @param tracker knows the sign-ins that are under way
     * @param sessions signs the user in
     * @param completion answers the browser
     * @param exchange exchanges the codes
     * @param clock the time
     */
    public LoginCallbackController(
            IamSmartClient client,
            SignInUrls urls,
            SignInTracker tracker,
            SignInSessions sessions,
            SignInCompletion completion,
            CodeExchange exchange,
            Clock clock) {
        this.client = client;
        this.urls = urls;
        this.tracker = tracker;
        this.sessions = sessions;
        this.completion = completion;
        this.exchange = exchange;
        this.clock = clock;
    }

    /**
     * Completes a sign-in: uses up the state, exchanges the code, and hands over to the success or failure handler. A
     * visit without the cookie of the sign-in uses up nothing.
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
        Optional<State> state = redirect.state();
        if (state.isEmpty()) {
            completion.usedUp(request, response, Reason.ENDED, guessed, null);
            return;
        }
        try {
            URI application = urls.application(request);
            Optional<PendingSignIn> pending = tracker.find(request, application, state.get());
            if (pending.isPresent()) {
                finish(new Visit(request, response, application, state.get(), pending.get()), redirect);
            } else {
                // A second window of a browser that is signed in by now may go on; the code is not used.
                boolean here = tracker.isHere(request, application, state.get());
                completion.usedUp(request, response, here ? Reason.ENDED : Reason.OTHER_BROWSER, guessed, null);
            }
        } catch (IamSmartException e) {
            completion.failed(request, response, e, guessed, null);
        }
    }

    /** The browser that began a sign-in has come back. */
    private record Visit(
            HttpServletRequest request,
            HttpServletResponse response,
            URI application,
            State state,
            PendingSignIn pending) {}

    private void finish(Visit visit, AuthorizationRedirect redirect) throws IOException, ServletException {
        if (redirect instanceof AuthorizationRedirect.Granted granted) {
            signIn(visit, granted.code());
        } else if (redirect instanceof AuthorizationRedirect.Declined declined) {
            fail(visit, Reason.DECLINED, declined.errorCode());
        } else if (redirect instanceof AuthorizationRedirect.Failed failed) {
            fail(visit, Reason.FAILED, Optional.of(failed.errorCode()));
        }
    }

    private void fail(Visit visit, Reason reason, Optional<ErrorCode> code) throws IOException, ServletException {
        end(visit);
        PendingSignIn pending = visit.pending();
        completion.failed(visit.request(), visit.response(), reason, code, pending.language(), pending.returnTo());
    }

    private void signIn(Visit visit, AuthorizationCode code) throws IOException, ServletException {
        HttpServletRequest request = visit.request();
        HttpServletResponse response = visit.response();
        PendingSignIn pending = visit.pending();
        Optional<Duration> pause = exchange.begin(request);
        if (pause.isPresent()) {
            completion.tooMany(request, response, pause.get(), pending.language(), pending.returnTo());
            return;
        }
        try {
            if (!exchange.isFirstUse(request, () -> tracker.use(visit.state(), pending))) {
                completion.usedUp(request, response, Reason.ENDED, pending.language(), pending.returnTo());
                return;
            }
            var token = exchange.exchange(request, TokenRequest.of(code));
            var signIn = new IamSmartSignIn(
                    urls.clientName(), token, pending.language(), pending.sameDevice(), clock.instant());
            sessions.signIn(request, response, signIn);
            tracker.clear(response, visit.application(), visit.state());
            completion.signedIn(request, response, signIn, pending.returnTo());
        } catch (SignInRefusedException e) {
            end(visit);
            completion.refused(request, response, e, pending.language(), pending.returnTo());
        } catch (IamSmartException e) {
            end(visit);
            completion.failed(request, response, e, pending.language(), pending.returnTo());
        }
    }

    private void end(Visit visit) {
        tracker.end(visit.response(), visit.application(), visit.state(), visit.pending());
    }
}
