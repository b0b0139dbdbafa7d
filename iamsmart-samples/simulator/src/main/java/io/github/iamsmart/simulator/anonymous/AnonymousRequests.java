package io.github.iamsmart.simulator.anonymous;

import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.account.RequestParameters;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.Asked;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.FlowDeclaration;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.request.Visit;
import io.github.iamsmart.simulator.signin.AccessTokens;
import io.github.iamsmart.simulator.signin.AuthorizationCodes;
import io.github.iamsmart.simulator.signin.Grant;
import io.github.iamsmart.simulator.wire.RandomText;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Takes requests of people who have not signed in, and gives the codes that lead to their results. */
public final class AnonymousRequests {
    private final RequestRegistry requests;
    private final AuthorizationCodes codes;
    private final AccessTokens tokens;
    private final SignedInUsers users;
    private final FaultInjector faults;
    private final Clock clock;

    public AnonymousRequests(
            RequestRegistry requests,
            AuthorizationCodes codes,
            AccessTokens tokens,
            SignedInUsers users,
            FaultInjector faults,
            Clock clock) {
        this.requests = requests;
        this.codes = codes;
        this.tokens = tokens;
        this.users = users;
        this.faults = faults;
        this.clock = clock;
    }

    PendingRequest accept(
            GatewayCall call, FlowDeclaration flow, RequestParameters parameters, Asked asked, Set<String> scopes) {
        scopes.forEach(scope -> SignedInUsers.checkGranted(call.client(), scope));
        call.client().businessIds().use(parameters.businessId());
        Instant now = clock.instant();
        PendingRequest request = new PendingRequest(new PendingRequest.Terms(
                RandomText.hex(32),
                call.client().id(),
                flow.name(),
                parameters.state(),
                Optional.of(parameters.businessId()),
                parameters.redirectUri(),
                scopes,
                parameters.source(),
                parameters.lang(),
                false,
                Optional.empty(),
                asked,
                false,
                now,
                now.plus(flow.lifetime())));
        requests.add(request);
        return request;
    }

    /** Keeps the consent until the service comes for the result, with the token of this code. */
    String code(PendingRequest request, Consent consent) {
        Visit visit = request.visit();
        request.keep(consent);
        return codes.issue(new Grant(
                request.terms().clientId(),
                consent.persona().id(),
                visit.scopes(),
                visit.sameDevice(),
                Optional.of(request.terms().ticketId()),
                clock.instant()));
    }

    /** Whether a fault takes the code away from the refusal. */
    boolean refusesSilently(PendingRequest request) {
        return faults.take(
                        FaultKind.REDIRECT_WITHOUT_ERROR_CODE, request.terms().clientId())
                .isPresent();
    }

    AnonymousResultEndpoint results(AnonymousFlow flow) {
        return new AnonymousResultEndpoint(flow, users, tokens, requests, faults);
    }
}
