package io.github.iamsmart.simulator.anonymous;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.account.InitiateEndpoint;
import io.github.iamsmart.simulator.account.RequestParameters;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.Flow;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signin.BrowserRedirect;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A flow without a sign-in before it [1][D]: the service gets a ticket, sends the browser to getQR with it, gets a code
 * back, and with the code's token the result, once.
 */
public abstract class AnonymousFlow implements Flow {
    private final FlowDeclaration declaration;
    private final String resultPath;
    private final AnonymousRequests requests;

    protected AnonymousFlow(FlowDeclaration declaration, AnonymousRequests requests) {
        this.declaration = declaration;
        this.resultPath = declaration.resultPath().orElseThrow();
        this.requests = requests;
    }

    /** Reads, and checks, what this flow asks for. */
    protected abstract Asked asked(GatewayCall call);

    /** Reads the members that every request has. */
    protected RequestParameters parameters(GatewayCall call) {
        return RequestParameters.read(call);
    }

    /** {@return what the browser must ask getQR for} */
    protected Set<String> scopes(Asked asked) {
        return declaration.scope().map(Set::of).orElse(Set.of());
    }

    /** What the service fetches. */
    protected abstract ObjectNode result(PendingRequest request, Consent consent);

    @Override
    public final FlowDeclaration declaration() {
        return declaration;
    }

    @Override
    public final List<GatewayEndpoint> endpoints() {
        return List.of(new InitiateEndpoint(declaration.path().orElseThrow(), this::initiate), requests.results(this));
    }

    @Override
    public final Optional<URI> approved(PendingRequest request, Consent consent) {
        return redirect(request, "code", Optional.of(requests.code(request, consent)));
    }

    /** The browser carries the flow's code back [?], since the user has refused the flow and no sign-in. */
    @Override
    public final Optional<URI> refused(PendingRequest request, Decision decision) {
        return failed(request, declaration.codes().of(decision));
    }

    @Override
    public final Optional<URI> failed(PendingRequest request, Code reason) {
        boolean silent = requests.refusesSilently(request);
        return redirect(request, "error_code", silent ? Optional.empty() : Optional.of(reason.value()));
    }

    @Override
    public final Optional<URI> expired(PendingRequest request) {
        return refused(request, Decision.TIMEOUT);
    }

    final String resultPath() {
        return resultPath;
    }

    private ObjectNode initiate(GatewayCall call) {
        RequestParameters parameters = parameters(call);
        Asked asked = asked(call);
        PendingRequest request = requests.accept(call, declaration, parameters, asked, scopes(asked));
        return Json.object().put("ticketID", request.terms().ticketId()).put("businessID", parameters.businessId());
    }

    /** Nowhere, if neither the request nor a browser has said where to. */
    private static Optional<URI> redirect(PendingRequest request, String name, Optional<String> value) {
        return request.visit()
                .redirectUri()
                .map(target -> BrowserRedirect.to(target)
                        .with(name, value)
                        .with("state", request.visit().state())
                        .with("businessID", request.terms().businessId())
                        .uri());
    }
}
