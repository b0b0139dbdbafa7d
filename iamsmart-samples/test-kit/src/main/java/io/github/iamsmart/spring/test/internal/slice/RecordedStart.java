package io.github.iamsmart.spring.test.internal.slice;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.Scope;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.UserRequest;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.web.BrowserLanguage;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.internal.web.LocalPath;
import io.github.iamsmart.spring.internal.web.Redirection;
import io.github.iamsmart.spring.requests.RequestStart;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import io.github.iamsmart.spring.test.BegunRequest;
import io.github.iamsmart.spring.test.IamSmartRecorder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.View;

/** Begins a request for the record. The browser is led as it would be: to the page that waits, or to sign in first. */
final class RecordedStart implements RequestStart {

    private final UserRequest request;
    private final boolean anonymous;
    private final EndpointSettings endpoints;
    private final IamSmartRecorder recorder;
    private final Clock clock;

    private @Nullable String reference;
    private String goTo = "/";
    private @Nullable String againAt;
    private boolean sent;

    RecordedStart(
            UserRequest request,
            boolean anonymous,
            EndpointSettings endpoints,
            IamSmartRecorder recorder,
            Clock clock) {
        this.request = request;
        this.anonymous = anonymous;
        this.endpoints = endpoints;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public RequestStart reference(String value) {
        RequestOptions.builder().reference(value).build();
        this.reference = value;
        return this;
    }

    @Override
    public RequestStart thenGoTo(String path) {
        this.goTo = local("thenGoTo", path);
        return this;
    }

    @Override
    public RequestStart againAt(String path) {
        this.againAt = local("againAt", path);
        return this;
    }

    private static String local(String method, String path) {
        return LocalPath.of(path)
                .orElseThrow(() -> new InvalidRequestException(method + " takes a path within the application, from"
                        + " one slash on and of at most 1024 characters, such as /permits/17."));
    }

    @Override
    public View redirect() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            throw new IllegalStateException(
                    "There is no browser here to lead to iAM Smart: call redirect() in a method of a controller.");
        }
        if (sent) {
            throw new IllegalStateException("This request has begun already: call begin again for another one.");
        }
        sent = true;
        HttpServletRequest current = attributes.getRequest();
        Optional<IamSmartSignIn> signIn = IamSmartSignIn.from(current);
        if (!anonymous && (signIn.isEmpty() || !isUsable(signIn.get()))) {
            return seeOther(LoginController.path(
                    endpoints.pathPrefix(), BrowserLanguage.of(current, endpoints.language()), goTo, current));
        }
        return seeOther(begin(anonymous ? Optional.empty() : signIn.map(IamSmartSignIn::tokenisedId)));
    }

    /** As when the request is really sent: no scopes at all means that nobody knows them. */
    private boolean isUsable(IamSmartSignIn signIn) {
        Set<Scope> scopes = signIn.scopes();
        return !signIn.accessToken().isExpiredAt(clock.instant())
                && (scopes.isEmpty() || scopes.containsAll(request.scopes()));
    }

    private String begin(Optional<TokenisedId> user) {
        BusinessId businessId = BusinessId.random();
        recorder.add(new BegunRequest(
                anonymous ? request.anonymousKind().orElseThrow() : request.kind(),
                request,
                businessId,
                Optional.ofNullable(reference),
                goTo,
                Optional.ofNullable(againAt),
                user,
                clock.instant()));
        return endpoints.pathPrefix() + RequestPaths.page(businessId);
    }

    private View seeOther(String path) {
        return (model, request, response) ->
                Redirection.seeOther(response, endpoints.application().path(request) + path);
    }
}
