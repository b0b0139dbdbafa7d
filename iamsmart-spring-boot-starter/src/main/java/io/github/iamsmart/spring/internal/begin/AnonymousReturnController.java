package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.requests.RequestView.Phase;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRedirect;
import io.github.iamsmart.spring.internal.limit.NetworkLimit;
import io.github.iamsmart.spring.internal.requests.OwnedRequests;
import io.github.iamsmart.spring.internal.requests.OwnedRequests.Owned;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.signin.Navigation;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.internal.web.CallbackQueryFilter;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * Takes the browser back from iAM Smart after an anonymous request: {@code GET /iamsmart/callback/anonymous}. It
 * fetches the result and leads to the page of the request, away from the URL with the code.
 *
 * <p>Not final, so that aspects of the application can wrap it.
 */
@Controller
public class AnonymousReturnController {

    private final IamSmartClient client;
    private final EndpointSettings endpoints;
    private final OwnedRequests requests;
    private final ReturnTracker returns;
    private final NetworkLimit refusals;
    private final ProblemPages problems;
    private final Runnable whenCompleted;

    /**
     * Creates the endpoint.
     *
     * @param client fetches the results
     * @param endpoints where the endpoints are
     * @param returns recognises the browser
     * @param refusals counts the codes that the gateway refused, and those about which it is being asked
     * @param problems tell why a request was not completed
     * @param whenCompleted delivers the result at once, where this node delivers
     */
    public AnonymousReturnController(
            IamSmartClient client,
            EndpointSettings endpoints,
            ReturnTracker returns,
            NetworkLimit refusals,
            ProblemPages problems,
            Runnable whenCompleted) {
        this.client = client;
        this.endpoints = endpoints;
        this.requests = new OwnedRequests(client.requests(), new RequestBrowser(endpoints));
        this.returns = returns;
        this.refusals = refusals;
        this.problems = problems;
        this.whenCompleted = whenCompleted;
    }

    /**
     * {@return where browsers come back to: the absolute URL that is registered with iAM Smart}
     *
     * @param application where the application is
     * @param endpoints where the endpoints are
     */
    public static URI url(URI application, EndpointSettings endpoints) {
        return URI.create(application + endpoints.pathPrefix() + RequestPaths.ANONYMOUS_RETURN);
    }

    /**
     * Completes a request. A visit without the cookie of the request uses up nothing; a browser that comes again is led
     * to the page, and nothing is fetched.
     *
     * @param request the redirect
     * @param response what the browser gets
     * @throws Exception if the response cannot be written
     */
    @GetMapping(EndpointSettings.PATH_PREFIX + RequestPaths.ANONYMOUS_RETURN)
    public void callback(HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (Navigation.begin(request, response)) {
            view(request, response).render(Map.of(), request, response);
        }
    }

    private View view(HttpServletRequest request, HttpServletResponse response) {
        Language guessed = BrowserLanguage.of(request, endpoints.language());
        String start = endpoints.application().path(request) + "/";
        AuthorizationRedirect redirect;
        try {
            redirect = client.signIn().parseRedirect(CallbackQueryFilter.query(request));
        } catch (ProtocolException e) {
            return problems.of(HttpStatus.BAD_REQUEST.value(), guessed, "malformed", start);
        }
        try {
            URI application = endpoints.application().of(request);
            Optional<PendingReturn> pending =
                    redirect.state().flatMap(state -> returns.find(request, application, state));
            if (pending.isEmpty()) {
                String key = redirect.state().isEmpty() ? "ended" : "other-browser";
                return problems.of(HttpStatus.BAD_REQUEST.value(), guessed, key, start);
            }
            Visit visit =
                    new Visit(request, response, application, redirect.state().get(), pending.get());
            return pending.get().completed() ? page(visit) : complete(visit, redirect);
        } catch (IamSmartException e) {
            return problems.of(e, guessed, start);
        }
    }

    /** The browser that began a request has come back. */
    private record Visit(
            HttpServletRequest request,
            HttpServletResponse response,
            URI application,
            State state,
            PendingReturn pending) {}

    private View complete(Visit visit, AuthorizationRedirect redirect) {
        HttpServletRequest request = visit.request();
        PendingReturn pending = visit.pending();
        Optional<Duration> pause = refusals.count(request);
        if (pause.isPresent()) {
            visit.response()
                    .setHeader(
                            HttpHeaders.RETRY_AFTER, String.valueOf(pause.get().toSeconds() + 1));
            return problems.of(HttpStatus.TOO_MANY_REQUESTS.value(), pending.language(), "too-many", again(visit));
        }
        boolean refused = false;
        try {
            client.completeAnonymous(redirect, pending.businessId(), visit.state());
            whenCompleted.run();
            if (hasResult(visit)) {
                returns.complete(request, visit.response(), visit.application(), visit.state(), pending);
            }
            return page(visit);
        } catch (GatewayException e) {
            refused = true;
            return problems.of(e, pending.language(), again(visit));
        } catch (ProtocolException e) {
            return isKnown(visit)
                    ? problems.of(e, pending.language(), again(visit))
                    : problems.of(HttpStatus.BAD_REQUEST.value(), pending.language(), "ended", again(visit));
        } catch (IamSmartException e) {
            return problems.of(e, pending.language(), again(visit));
        } finally {
            if (!refused) {
                refusals.takeBack(request); // trouble on the way says nothing about the code
            }
        }
    }

    /**
     * Whether nothing is left to be fetched: the request has ended, or the rest of its answer comes in parts, by
     * callback. While another visit fetches, that is not known: it may fail, and then the next one fetches.
     */
    private boolean hasResult(Visit visit) {
        return requests.find(visit.pending().businessId(), visit.request())
                .map(Owned::view)
                .filter(view -> view.phase().isFinal()
                        || (view.phase() == Phase.WAITING && view.progress().isPresent()))
                .isPresent();
    }

    /** What a store in memory kept is gone after a restart, and at another node. */
    private boolean isKnown(Visit visit) {
        return requests.find(visit.pending().businessId(), visit.request()).isPresent();
    }

    private View page(Visit visit) {
        return new SeeOther(endpoints.application().path(visit.request())
                + endpoints.pathPrefix()
                + RequestPaths.page(visit.pending().businessId()));
    }

    private String again(Visit visit) {
        String path = requests.find(visit.pending().businessId(), visit.request())
                .flatMap(requests::context)
                .map(PageContext::againAt)
                .orElse("/");
        return endpoints.application().path(visit.request()) + path;
    }
}
