package io.github.iamsmart.simulator.directlogin;

import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.Flow;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signin.AuthorizationCodes;
import io.github.iamsmart.simulator.signin.BrowserRedirect;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.signin.SignInCodes;
import io.github.iamsmart.simulator.wire.RandomText;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Direct Login v2 [D]: the app opens the service's callback with a code and no state. */
public final class DirectLoginFlow implements Flow {
    public static final FlowDeclaration DECLARATION = new FlowDeclaration(
            "direct-login",
            DirectLoginFlow.class,
            Optional.empty(),
            Optional.empty(),
            List.of(DirectLogin.SCOPE),
            FlowDeclaration.USUAL_LIFETIME,
            SignInCodes.ALL);

    private final AuthorizationCodes codes;
    private final Clock clock;

    public DirectLoginFlow(AuthorizationCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public FlowDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public List<GatewayEndpoint> endpoints() {
        return List.of();
    }

    /** What RefID holds is not public [?]; here it is a random text. */
    @Override
    public Optional<URI> approved(PendingRequest request, Consent consent) {
        PendingRequest.Terms terms = request.terms();
        String code = codes.issueForDirectLogin(new Grant(
                terms.clientId(),
                consent.persona().id(),
                terms.scopes(),
                terms.sameDevice(),
                Optional.empty(),
                clock.instant()));
        return Optional.of(BrowserRedirect.to(terms.redirectUri().orElseThrow())
                .with("code", Optional.of(code))
                .with("RefID", Optional.of(RandomText.hex(32)))
                .uri());
    }

    @Override
    public Optional<URI> refused(PendingRequest request, Decision decision) {
        return Optional.of(BrowserRedirect.to(request.terms().redirectUri().orElseThrow())
                .with("error_code", Optional.of(SignInCodes.ALL.of(decision).value()))
                .uri());
    }

    @Override
    public Optional<URI> expired(PendingRequest request) {
        return refused(request, Decision.TIMEOUT);
    }
}
