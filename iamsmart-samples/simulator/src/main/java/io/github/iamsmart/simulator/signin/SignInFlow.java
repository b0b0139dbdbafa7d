package io.github.iamsmart.simulator.signin;

import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.Flow;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Code;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Sign-in: the browser asks at getQR, the user answers, the browser takes a code back. */
public final class SignInFlow implements Flow {
    public static final FlowDeclaration DECLARATION = new FlowDeclaration(
            "sign-in",
            SignInFlow.class,
            Optional.of(GetQrPage.PATH),
            Optional.of(GetTokenEndpoint.PATH),
            List.of("eidapi_auth"),
            // How long the real page waits is not public [?].
            FlowDeclaration.USUAL_LIFETIME,
            SignInCodes.ALL);

    private final AuthorizationCodes codes;
    private final FaultInjector faults;
    private final Clock clock;
    private final GetTokenEndpoint getToken;

    public SignInFlow(
            AuthorizationCodes codes,
            AccessTokens tokens,
            TokenisedIds ids,
            Personas personas,
            FaultInjector faults,
            Clock clock) {
        this.codes = codes;
        this.faults = faults;
        this.clock = clock;
        this.getToken = new GetTokenEndpoint(codes, tokens, ids, personas, clock);
    }

    @Override
    public FlowDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public List<GatewayEndpoint> endpoints() {
        return List.of(getToken);
    }

    @Override
    public Optional<URI> approved(PendingRequest request, Consent consent) {
        PendingRequest.Terms terms = request.terms();
        String code = codes.issue(new Grant(
                terms.clientId(),
                consent.persona().id(),
                terms.scopes(),
                terms.sameDevice(),
                Optional.empty(),
                clock.instant()));
        return Optional.of(redirect(terms, "code", Optional.of(code)));
    }

    @Override
    public Optional<URI> refused(PendingRequest request, Decision decision) {
        Code code = SignInCodes.ALL.of(decision);
        PendingRequest.Terms terms = request.terms();
        boolean silent = faults.take(FaultKind.REDIRECT_WITHOUT_ERROR_CODE, terms.clientId())
                .isPresent();
        return Optional.of(redirect(terms, "error_code", silent ? Optional.empty() : Optional.of(code.value())));
    }

    @Override
    public Optional<URI> expired(PendingRequest request) {
        return refused(request, Decision.TIMEOUT);
    }

    private static URI redirect(PendingRequest.Terms terms, String name, Optional<String> value) {
        return BrowserRedirect.to(terms.redirectUri().orElseThrow())
                .with(name, value)
                .with("state", terms.state())
                .uri();
    }
}
