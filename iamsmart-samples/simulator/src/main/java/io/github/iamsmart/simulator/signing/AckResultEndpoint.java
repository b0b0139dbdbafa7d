package io.github.iamsmart.simulator.signing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.request.Status;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /account/signing/ackResult}: what a service made of a signature, of whichever kind, with a sign-in or
 * without [1][D]. What the real gateway makes of an acknowledgement that does not fit is not public [?].
 */
public final class AckResultEndpoint implements GatewayEndpoint {
    private static final String ACCEPTED = "SR001";
    private static final List<String> RESULTS = List.of(ACCEPTED, "SR002", "SR003");

    private final RequestRegistry requests;
    private final Clock clock;

    public AckResultEndpoint(RequestRegistry requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/account/signing/ackResult";
    }

    @Override
    public JsonNode handle(GatewayCall call) {
        String businessId = call.text("businessID");
        String result = call.text("signingResult");
        if (!RESULTS.contains(result)) {
            throw Refusal.about(
                    "signingResult",
                    Code.PARAMETER_INVALID,
                    "signingResult is '" + result + "'; it must be one of " + RESULTS + ".");
        }
        SignedInUsers.checkGranted(call.client(), SigningFlow.SCOPE);
        PendingRequest request = find(call.client().id(), businessId)
                .orElseThrow(() -> refuse("This client has made no signing request " + businessId + "."));
        Status status = request.status(clock.instant());
        if (status == Status.PENDING) {
            throw refuse("The request " + businessId + " still waits for the user; there is no result yet.");
        }
        if (result.equals(ACCEPTED) && status != Status.APPROVED) {
            throw refuse(
                    "The request " + businessId + " is " + status.wireName() + "; there is no signature to accept.");
        }
        if (!request.acknowledge(result)) {
            throw refuse("The result of " + businessId + " was acknowledged before.");
        }
        return Json.object();
    }

    private Optional<PendingRequest> find(String clientId, String businessId) {
        return requests.all().stream()
                .filter(one -> one.terms().clientId().equals(clientId))
                .filter(one -> one.terms().businessId().equals(Optional.of(businessId)))
                .filter(one -> SigningKind.isSigning(one.terms().flow()))
                .findFirst();
    }

    private static Refusal refuse(String reason) {
        return Refusal.of(SigningCodes.ACKNOWLEDGEMENT, reason);
    }
}
