package io.github.iamsmart.simulator.anonymous;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.request.Consent;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.signin.AccessTokens;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Optional;

/**
 * {@code POST /anonymous/…/getResult}, or what a flow calls it: the result of the one request that the token was given
 * for, once [1][D].
 */
final class AnonymousResultEndpoint implements GatewayEndpoint {
    private final AnonymousFlow flow;
    private final SignedInUsers users;
    private final AccessTokens tokens;
    private final RequestRegistry requests;
    private final FaultInjector faults;

    AnonymousResultEndpoint(
            AnonymousFlow flow,
            SignedInUsers users,
            AccessTokens tokens,
            RequestRegistry requests,
            FaultInjector faults) {
        this.flow = flow;
        this.users = users;
        this.tokens = tokens;
        this.requests = requests;
        this.faults = faults;
    }

    @Override
    public String path() {
        return flow.resultPath();
    }

    @Override
    public JsonNode handle(GatewayCall call) {
        Optional<String> businessId = businessId(call);
        String ticket = users.anonymousTicket(call);
        PendingRequest request = requests.find(ticket).orElseThrow(AnonymousResultEndpoint::gone);
        if (!request.terms().flow().equals(flow.name())) {
            throw Refusal.about(
                    "accessToken",
                    Code.ACCESS_TOKEN,
                    "The access token was given for " + request.terms().flow() + ", not for " + flow.name() + ".");
        }
        Consent consent = request.consent().orElseThrow(AnonymousResultEndpoint::gone);
        if (businessId.isPresent() && !businessId.equals(request.terms().businessId())) {
            throw Refusal.about(
                    "businessID",
                    Code.PARAMETER_INVALID,
                    "The access token was given for the request "
                            + request.terms().businessId().orElse("") + ", not for " + businessId.get() + ".");
        }
        tokens.spend(call.text("accessToken"));
        return flow.result(request, consent);
    }

    /** The texts of the sister system require it for hash and PDF [D], and clients leave it out for forms [1]. */
    private Optional<String> businessId(GatewayCall call) {
        Optional<String> given = call.optionalText("businessID");
        boolean required = given.isEmpty()
                && faults.take(
                                FaultKind.BUSINESS_ID_REQUIRED,
                                path(),
                                call.client().id())
                        .isPresent();
        return required ? Optional.of(call.text("businessID")) : given;
    }

    private static Refusal gone() {
        return Refusal.about(
                "accessToken", Code.ACCESS_TOKEN, "The simulator has forgotten the request of this token.");
    }
}
