package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.spring.internal.requests.BrowserOptions;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.RequestStart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.View;

/** Begins requests of users who have not signed in. Thread-safe. */
public final class AnonymousBeginning {

    private final IamSmartClient client;
    private final BrowserOptions options;
    private final EndpointSettings endpoints;
    private final RequestBrowser browser;
    private final ReturnTracker returns;
    private final ProblemPages problems;

    /**
     * Creates it.
     *
     * @param client sends the requests
     * @param options fills their options
     * @param returns recognises the browser when it comes back
     * @param problems tell why a request was not sent
     */
    public AnonymousBeginning(
            IamSmartClient client, BrowserOptions options, ReturnTracker returns, ProblemPages problems) {
        this.client = client;
        this.options = options;
        this.endpoints = options.endpoints();
        this.browser = new RequestBrowser(endpoints);
        this.returns = returns;
        this.problems = problems;
    }

    /**
     * {@return a request, not yet sent}
     *
     * @param request what the user is asked
     * @throws InvalidRequestException if users must sign in for it
     */
    public RequestStart begin(UserRequest request) {
        if (request.anonymousKind().isEmpty()) {
            throw new InvalidRequestException("A " + request.kind() + " is for users who have signed in, call begin:"
                    + " its kind is not an anonymous one.");
        }
        return new DefaultRequestStart(request, endpoints, this::begin);
    }

    private View begin(HttpServletRequest request, HttpServletResponse response, Beginning beginning) {
        RequestOptions.Builder filled =
                options.anonymous(request, response, endpoints.pathPrefix() + RequestPaths.ANONYMOUS_RETURN);
        if (beginning.reference() != null) {
            filled.reference(beginning.reference());
        }
        Language language = browser.language(request);
        try {
            AnonymousRequest sent = client.initiateAnonymous(beginning.request(), filled.build());
            URI gateway = client.signIn().authorizationUri(AuthorizationRequest.of(sent));
            returns.begin(request, response, endpoints.application().of(request), sent, language);
            return keep(beginning, sent, gateway, language)
                    ? new SeeOther(next(request, sent, gateway))
                    : problems.unavailable(language, gateway.toString());
        } catch (InvalidRequestException | ConfigurationException e) {
            throw e; // the developer's to mend
        } catch (IamSmartException e) {
            return problems.of(e, language, path(request) + beginning.againAt());
        }
    }

    private boolean keep(Beginning beginning, AnonymousRequest sent, URI gateway, Language language) {
        boolean sameDevice = sent.source().isMobile();
        PageContext context = new PageContext(
                beginning.goTo(),
                beginning.againAt(),
                !sameDevice,
                sameDevice ? Optional.of(sent.appLink()) : Optional.empty(),
                Optional.of(gateway),
                sent.identificationCode(),
                language);
        return ContextKeeper.keep(client.requests(), sent.businessId(), context);
    }

    /**
     * The page comes first where it has something to show: the button that opens the app on this device, and the digits
     * that are compared while the app is open. A form ends at a page of this host in any case.
     */
    private String next(HttpServletRequest request, AnonymousRequest sent, URI gateway) {
        String prefix = path(request) + endpoints.pathPrefix();
        if (sent.source().isMobile() || sent.identificationCode().isPresent()) {
            return prefix + RequestPaths.page(sent.businessId());
        }
        return HttpMethod.GET.matches(request.getMethod())
                ? gateway.toString()
                : prefix + RequestPaths.gateway(sent.businessId());
    }

    private String path(HttpServletRequest request) {
        return endpoints.application().path(request);
    }
}
