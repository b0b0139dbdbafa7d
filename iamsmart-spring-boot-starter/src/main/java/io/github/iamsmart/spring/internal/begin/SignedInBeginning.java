package io.github.iamsmart.spring.internal.begin;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCategory;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.spring.internal.requests.BrowserOptions;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.PostponedRequest;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.RequestStart;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/**
 * Begins requests of users who have signed in. Who has not, or with a token that does not do, signs in first; the
 * request is sent when they are back, or not at all: nobody is sent to sign in a second time. Thread-safe.
 */
public final class SignedInBeginning {

    private static final Logger log = LoggerFactory.getLogger(SignedInBeginning.class);

    private final IamSmartClient client;
    private final BrowserOptions options;
    private final EndpointSettings endpoints;
    private final RequestBrowser browser;
    private final ProblemPages problems;
    private final BooleanSupplier signInIsOn;
    private final Clock clock;
    private final BeginningListener listener;

    /**
     * Creates it.
     *
     * @param client sends the requests
     * @param options fills their options
     * @param signInIsOn whether the application has the endpoints of sign-in
     * @param problems tell why a request was not sent
     * @param clock the time
     * @param listener hears of requests that were sent
     */
    public SignedInBeginning(
            IamSmartClient client,
            BrowserOptions options,
            BooleanSupplier signInIsOn,
            ProblemPages problems,
            Clock clock,
            BeginningListener listener) {
        this.client = client;
        this.options = options;
        this.endpoints = options.endpoints();
        this.browser = new RequestBrowser(endpoints);
        this.signInIsOn = signInIsOn;
        this.problems = problems;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * {@return a request, not yet sent}
     *
     * @param request what the user is asked
     */
    public RequestStart begin(UserRequest request) {
        return new DefaultRequestStart(request, endpoints, this::begin);
    }

    private View begin(HttpServletRequest request, HttpServletResponse response, Beginning beginning) {
        Optional<IamSmartSignIn> signIn = IamSmartSignIn.from(request, endpoints.clientName());
        if (signIn.isEmpty() || !isUsable(signIn.get().accessToken(), beginning.request())) {
            return signInFirst(request, beginning, signIn);
        }
        try {
            return send(request, beginning, signIn.get());
        } catch (GatewayException e) {
            return e.code().category() == ErrorCategory.SIGN_IN_ENDED
                    ? signInFirst(request, beginning, signIn)
                    : problem(request, e, beginning);
        } catch (InvalidRequestException | ConfigurationException e) {
            throw e; // the developer's to mend
        } catch (IamSmartException e) {
            return problem(request, e, beginning);
        }
    }

    private boolean isUsable(AccessToken token, UserRequest request) {
        return !token.isExpiredAt(clock.instant())
                && (areUnknown(token.scopes()) || token.scopes().containsAll(request.scopes()));
    }

    /** A gateway that does not tell the scopes decides by itself. */
    private static boolean areUnknown(Set<Scope> scopes) {
        return scopes.isEmpty();
    }

    /** {@return where a request leads that waited for its user, who has signed in} */
    View resume(HttpServletRequest request, PostponedRequest postponed, IamSmartSignIn signIn) {
        Beginning beginning =
                new Beginning(postponed.request(), postponed.reference(), postponed.goTo(), postponed.againAt());
        Set<Scope> missing = new LinkedHashSet<>(beginning.request().scopes());
        missing.removeAll(signIn.scopes());
        if (!missing.isEmpty() && !areUnknown(signIn.scopes())) {
            log.warn(
                    "A request of the kind {} was not sent: the user signed in for it, and iAM Smart granted all but the"
                            + " scopes {}. It grants those alone with which this client is registered.",
                    beginning.request().kind(),
                    missing);
            return problems.of(
                    HttpStatus.FORBIDDEN.value(),
                    browser.language(request),
                    "scope-missing",
                    again(request, beginning));
        }
        try {
            return send(request, beginning, signIn);
        } catch (InvalidRequestException | ConfigurationException e) {
            throw e;
        } catch (IamSmartException e) {
            return problem(request, e, beginning);
        }
    }

    private View send(HttpServletRequest request, Beginning beginning, IamSmartSignIn signIn) {
        RequestOptions.Builder filled = options.ofUser(request, signIn.tokenisedId());
        if (beginning.reference() != null) {
            filled.reference(beginning.reference());
        }
        RequestOptions options = filled.build();
        Language language = browser.language(request);
        InitiatedRequest sent;
        try {
            sent = client.initiate(beginning.request(), signIn.accessToken(), options);
        } catch (IamSmartException e) {
            if (!isOpen(options)) {
                throw e;
            }
            log.warn(
                    "Request {} may have reached iAM Smart, whose answer was lost: its user may find it in the app, and"
                            + " is led to the page that waits. {}",
                    options.businessId(),
                    e.getMessage());
            return page(request, beginning, options.businessId(), unknown(beginning, language));
        }
        PageContext context = new PageContext(
                beginning.goTo(),
                beginning.againAt(),
                sent.authByQr(),
                sent.appLink(),
                Optional.empty(),
                sent.identificationCode(),
                language);
        return page(request, beginning, sent.businessId(), context);
    }

    /** Whether a request that failed may be in the app: sent again, it would be there twice. */
    private boolean isOpen(RequestOptions options) {
        try {
            return options.owner()
                    .flatMap(owner -> client.requests().view(options.businessId(), owner))
                    .isPresent();
        } catch (RuntimeException e) {
            return false; // what went wrong before is the better answer
        }
    }

    /** What is known of a request whose answer was lost. */
    private static PageContext unknown(Beginning beginning, Language language) {
        return new PageContext(
                beginning.goTo(),
                beginning.againAt(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                language);
    }

    private View page(HttpServletRequest request, Beginning beginning, BusinessId businessId, PageContext context) {
        listener.sent(request, beginning.reference(), businessId);
        return ContextKeeper.keep(client.requests(), businessId, context)
                ? new SeeOther(endpoint(request, RequestPaths.page(businessId)))
                : problems.unavailable(
                        context.language(), endpoints.application().path(request) + beginning.goTo());
    }

    private View signInFirst(HttpServletRequest request, Beginning beginning, Optional<IamSmartSignIn> signIn) {
        if (!signInIsOn.getAsBoolean()) {
            throw new ConfigurationException(
                    "A request needs a user who has signed in with iAM Smart, and the endpoints"
                            + " of sign-in are switched off in this application: do not exclude"
                            + " IamSmartSignInAutoConfiguration, or sign the user in and attach an IamSmartSignIn to the"
                            + " session before a request begins.");
        }
        PostponedRequest postponed = PostponedRequest.of(
                beginning.request(),
                beginning.reference(),
                beginning.goTo(),
                beginning.againAt(),
                signIn,
                clock.instant());
        postponed.keepIn(request.getSession(), endpoints.clientName());
        Language language = browser.language(request);
        String back = postponed.continuePath(endpoints.pathPrefix());
        return new SeeOther(endpoints.application().path(request)
                + LoginController.path(endpoints.pathPrefix(), language, back, request));
    }

    private View problem(HttpServletRequest request, IamSmartException exception, Beginning beginning) {
        return problems.of(exception, browser.language(request), again(request, beginning));
    }

    private String again(HttpServletRequest request, Beginning beginning) {
        return endpoints.application().path(request) + beginning.againAt();
    }

    private String endpoint(HttpServletRequest request, String path) {
        return endpoints.application().path(request) + endpoints.pathPrefix() + path;
    }
}
