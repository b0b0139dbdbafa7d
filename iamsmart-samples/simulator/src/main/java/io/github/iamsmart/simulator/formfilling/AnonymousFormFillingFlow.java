package io.github.iamsmart.simulator.formfilling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.account.AccountRequests;
import io.github.iamsmart.simulator.account.InitiateEndpoint;
import io.github.iamsmart.simulator.account.RequestParameters;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.Decision;
import io.github.iamsmart.simulator.request.Flow;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestBook;
import io.github.iamsmart.simulator.request.Visit;
import io.github.iamsmart.simulator.signin.AccessTokens;
import io.github.iamsmart.simulator.signin.AuthorizationCodes;
import io.github.iamsmart.simulator.signin.BrowserRedirect;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.RandomText;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A form filled by somebody who has not signed in [1][D]: the service gets a ticket, sends the browser to getQR with
 * it, gets a code back, and with the code's token the result, once.
 */
public final class AnonymousFormFillingFlow implements Flow {
    public static final String NAME = "anonymous-form-filling";

    private final RequestBook requests;
    private final AuthorizationCodes codes;
    private final FaultInjector faults;
    private final Clock clock;
    private final AnonymousResultEndpoint getResult;

    public AnonymousFormFillingFlow(
            RequestBook requests,
            AuthorizationCodes codes,
            AccessTokens tokens,
            SignedInUsers users,
            FaultInjector faults,
            Clock clock) {
        this.requests = requests;
        this.codes = codes;
        this.faults = faults;
        this.clock = clock;
        this.getResult = new AnonymousResultEndpoint(users, tokens, requests);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<GatewayEndpoint> endpoints() {
        return List.of(new InitiateEndpoint("/anonymous/eme/initiateRequest", this::initiate), getResult);
    }

    @Override
    public Optional<URI> approved(PendingRequest request, Consent consent) {
        Visit visit = request.visit();
        request.keep(consent);
        String code = codes.issue(new Grant(
                request.terms().clientId(),
                consent.persona().id(),
                visit.scopes(),
                visit.sameDevice(),
                Optional.of(request.terms().ticketId()),
                clock.instant()));
        return Optional.of(redirect(request, "code", Optional.of(code)));
    }

    /** With the codes of form filling [?]: the user has refused that, and not a sign-in. */
    @Override
    public Optional<URI> refused(PendingRequest request, Decision decision) {
        boolean silent = faults.take(
                        FaultKind.REDIRECT_WITHOUT_ERROR_CODE, request.terms().clientId())
                .isPresent();
        String code = FormFillingFlow.refusalCode(decision).value();
        return Optional.of(redirect(request, "error_code", silent ? Optional.empty() : Optional.of(code)));
    }

    @Override
    public Optional<URI> expired(PendingRequest request) {
        return refused(request, Decision.TIMEOUT);
    }

    private ObjectNode initiate(GatewayCall call) {
        RequestParameters parameters = RequestParameters.read(call);
        Asked asked = FormRequest.asked(call);
        FormRequest.multipart(call); // There is no callback to use it for, but a wrong value is still wrong.
        SignedInUsers.checkGranted(call.client(), FormFillingFlow.SCOPE);
        call.client().businessIds().use(parameters.businessId());
        Instant now = clock.instant();
        PendingRequest request = new PendingRequest(new PendingRequest.Terms(
                RandomText.hex(32),
                call.client().id(),
                NAME,
                Optional.of(parameters.state()),
                Optional.of(parameters.businessId()),
                parameters.redirectUri(),
                Set.of(FormFillingFlow.SCOPE),
                parameters.source(),
                parameters.lang(),
                false,
                Optional.empty(),
                asked,
                false,
                now,
                now.plus(AccountRequests.LIFETIME)));
        requests.add(request);
        return Json.object().put("ticketID", request.terms().ticketId()).put("businessID", parameters.businessId());
    }

    private static URI redirect(PendingRequest request, String name, Optional<String> value) {
        return BrowserRedirect.to(request.visit().redirectUri())
                .with(name, value)
                .with("state", request.visit().state())
                .with("businessID", request.terms().businessId())
                .uri();
    }
}
