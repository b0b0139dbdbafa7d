package io.github.iamsmart.spring.internal.signin;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.spring.internal.web.Redirection;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.signin.SignInFailure;
import io.github.iamsmart.spring.signin.SignInFailure.Reason;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import io.github.iamsmart.spring.signin.SignInSuccess;
import io.github.iamsmart.spring.signin.SignInSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/** Completes sign-ins: hands their result to the application's handlers. */
public final class SignInCompletion {

    private static final Logger log = LoggerFactory.getLogger(SignInCompletion.class);

    private final SignInUrls urls;
    private final SignInSuccessHandler successHandler;
    private final SignInFailureHandler failureHandler;
    private final SignInHookRegistry hooks;

    /**
     * Creates it.
     *
     * @param urls the application's URLs
     * @param successHandler what a signed-in browser gets
     * @param failureHandler what another one gets
     * @param hooks may answer instead
     */
    public SignInCompletion(
            SignInUrls urls,
            SignInSuccessHandler successHandler,
            SignInFailureHandler failureHandler,
            SignInHookRegistry hooks) {
        this.urls = urls;
        this.successHandler = successHandler;
        this.failureHandler = failureHandler;
        this.hooks = hooks;
    }

    /** {@return the name of the client with which users sign in here} */
    public String clientName() {
        return urls.clientName();
    }

    /**
     * Answers a browser whose user has signed in.
     *
     * @param request the request at hand
     * @param response what the browser gets
     * @param signIn who signed in
     * @param returnTo where to go, a path within the application; {@code null} for the usual page
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    public void signedIn(
            HttpServletRequest request, HttpServletResponse response, IamSmartSignIn signIn, @Nullable String returnTo)
            throws IOException, ServletException {
        log.debug("Signed in: {}", signIn);
        Optional<SignInHook> hook = hooks.find(request, urls.clientName());
        URI target = Optional.ofNullable(returnTo)
                .or(() -> hook.flatMap(one -> one.savedPath(request, response)))
                .map(path -> urls.within(request, path))
                .orElseGet(() -> urls.target(request, null));
        SignInSuccess success = new SignInSuccess(signIn, Optional.ofNullable(returnTo), target);
        if (hook.isEmpty() || !hook.get().succeeded(request, response, success)) {
            successHandler.onSuccess(request, response, success);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, SignInFailure failure)
            throws IOException, ServletException {
        Optional<SignInHook> hook = hooks.find(request, urls.clientName());
        if (hook.isEmpty() || !hook.get().failed(request, response, failure)) {
            failureHandler.onFailure(request, response, failure);
        }
    }

    /**
     * Answers a browser whose user Spring Security does not let in.
     *
     * @param request the request at hand
     * @param response what the browser gets
     * @param refusal who refused
     * @param language the user's language
     * @param returnTo where to go after another attempt
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    public void refused(
            HttpServletRequest request,
            HttpServletResponse response,
            SignInRefusedException refusal,
            Language language,
            @Nullable String returnTo)
            throws IOException, ServletException {
        log.warn("A sign-in was refused by {}", refusal.reason());
        request.setAttribute(SignInRefusedException.class.getName(), refusal);
        failed(request, response, Reason.REFUSED, Optional.empty(), language, returnTo);
    }

    /**
     * Answers a link that is of no use: who is signed in already goes on, another one reads why.
     *
     * @param request the request at hand
     * @param response what the browser gets
     * @param reason what happened
     * @param language the user's language
     * @param returnTo where to go, a path within the application; {@code null} for the usual page
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    public void usedUp(
            HttpServletRequest request,
            HttpServletResponse response,
            Reason reason,
            Language language,
            @Nullable String returnTo)
            throws IOException, ServletException {
        if (IamSmartSignIn.from(request, urls.clientName()).isPresent()) {
            Redirection.send(response, urls.target(request, returnTo));
        } else {
            failed(request, response, reason, Optional.empty(), language, returnTo);
        }
    }

    /**
     * Answers a browser from whose network too many codes came that were refused.
     *
     * @param request the request at hand
     * @param response what the browser gets
     * @param pause how long to wait
     * @param language the user's language
     * @param returnTo where to go after another attempt
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    public void tooMany(
            HttpServletRequest request,
            HttpServletResponse response,
            Duration pause,
            Language language,
            @Nullable String returnTo)
            throws IOException, ServletException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds() + 1));
        failed(request, response, Reason.TOO_MANY_ATTEMPTS, Optional.empty(), language, returnTo);
    }

    /**
     * Answers a browser whose sign-in ended without a user.
     *
     * @param request the request at hand
     * @param response what the browser gets
     * @param reason what happened
     * @param code the gateway's code, if it gave one
     * @param language the user's language
     * @param returnTo where to go after another attempt
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    public void failed(
            HttpServletRequest request,
            HttpServletResponse response,
            Reason reason,
            Optional<ErrorCode> code,
            Language language,
            @Nullable String returnTo)
            throws IOException, ServletException {
        log.debug("A sign-in ended without a user: {} {}", reason, code);
        URI retry = urls.login(request, language, returnTo);
        answer(request, response, new SignInFailure(reason, code, Optional.empty(), language, retry));
    }

    /**
     * Answers a browser whose sign-in ended without a user.
     *
     * @param request the request at hand
     * @param response what the browser gets
     * @param exception why the gateway could not be asked, or what it refused
     * @param language the user's language
     * @param returnTo where to go after another attempt
     * @throws IOException if the response cannot be written
     * @throws ServletException if a handler throws it
     */
    public void failed(
            HttpServletRequest request,
            HttpServletResponse response,
            IamSmartException exception,
            Language language,
            @Nullable String returnTo)
            throws IOException, ServletException {
        log.warn("A sign-in failed. {}", exception.getMessage());
        log.debug("Where it failed", exception);
        Optional<ErrorCode> code =
                exception instanceof GatewayException refusal ? Optional.of(refusal.code()) : Optional.empty();
        URI retry = urls.login(request, language, returnTo);
        answer(request, response, new SignInFailure(Reason.UNAVAILABLE, code, Optional.of(exception), language, retry));
    }
}
