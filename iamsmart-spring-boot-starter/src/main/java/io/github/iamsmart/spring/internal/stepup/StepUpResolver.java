package io.github.iamsmart.spring.internal.stepup;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.signin.Navigation;
import io.github.iamsmart.spring.internal.text.JsonText;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.PageRequest;
import io.github.iamsmart.spring.internal.web.Redirection;
import io.github.iamsmart.spring.internal.web.RefererPath;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.security.IamSmartPlusRequiredException;
import io.github.iamsmart.spring.security.ReauthenticationRequiredException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers where a method asks for more than its user has: leads a browser to authenticate again and back, tells a user
 * that they need iAM Smart+, and tells other clients so in JSON. Thread-safe.
 */
final class StepUpResolver implements HandlerExceptionResolver {

    private final EndpointSettings endpoints;
    private final SmallPage page;
    private final Captions captions;
    private final Supplier<IamSmartRequests> requests;
    private final ProofKeeper proofs;

    StepUpResolver(
            EndpointSettings endpoints,
            SmallPage page,
            Captions captions,
            Supplier<IamSmartRequests> requests,
            ProofKeeper proofs) {
        this.endpoints = endpoints;
        this.page = page;
        this.captions = captions;
        this.requests = requests;
        this.proofs = proofs;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (response.isCommitted()) {
            return null;
        }
        try {
            if (exception instanceof ReauthenticationRequiredException required) {
                reauthenticate(request, response, required);
                return new ModelAndView();
            }
            if (exception instanceof IamSmartPlusRequiredException) {
                plus(request, response);
                return new ModelAndView();
            }
            return null;
        } catch (IOException e) {
            return null; // nobody is there to be told
        }
    }

    private void reauthenticate(
            HttpServletRequest request, HttpServletResponse response, ReauthenticationRequiredException required)
            throws IOException {
        if (!PageRequest.is(request)) {
            long seconds = required.within().toSeconds();
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "iAM-Smart error=\"insufficient_user_authentication\", max_age=" + seconds);
            json(response, HttpStatus.UNAUTHORIZED, Map.of("error", "reauthentication_required", "max_age", seconds));
            return;
        }
        if (Navigation.isNone(request)) {
            // A speculative load asks nobody, and takes nothing away from a request that is under way.
            Navigation.begin(request, response);
            return;
        }
        String again = RefererPath.of(request, endpoints).orElse("/");
        String back = ReturnPath.of(request, response).orElse(again);
        Optional<BusinessId> waiting = proofs.waiting(request, back);
        if (waiting.isPresent()) {
            Redirection.seeOther(
                    response,
                    endpoints.application().path(request) + endpoints.pathPrefix() + RequestPaths.page(waiting.get()));
            return;
        }
        try {
            requests.get()
                    .begin(new ReauthenticationRequest())
                    .reference(proofs.begin(request, back))
                    .thenGoTo(back)
                    .againAt(again)
                    .redirect()
                    .render(Map.of(), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The way to a re-authentication could not be shown.", e);
        }
    }

    private void plus(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!PageRequest.is(request)) {
            json(response, HttpStatus.FORBIDDEN, Map.of("error", "iamsmart_plus_required"));
            return;
        }
        Language language = new RequestBrowser(endpoints).language(request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        page.send(
                request,
                response,
                HttpStatus.FORBIDDEN.value(),
                language,
                Map.of(
                        "title", captions.text("plus.title", language),
                        "message", captions.text("plus.message", language),
                        "retry", endpoints.application().path(request) + "/",
                        "retryLabel", captions.text("plus.start", language)));
    }

    private static void json(HttpServletResponse response, HttpStatus status, Map<String, Object> members)
            throws IOException {
        byte[] body = JsonText.of(members).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
