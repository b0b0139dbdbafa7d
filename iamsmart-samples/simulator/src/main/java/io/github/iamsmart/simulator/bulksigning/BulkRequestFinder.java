package io.github.iamsmart.simulator.bulksigning;

import io.github.iamsmart.simulator.account.SignedInUsers;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.request.RequestRegistry;
import io.github.iamsmart.simulator.signin.TokenisedIds;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.Optional;

/** Finds the bulk signings that a service asks about. */
public final class BulkRequestFinder {
    private final RequestRegistry requests;
    private final TokenisedIds ids;

    public BulkRequestFinder(RequestRegistry requests, TokenisedIds ids) {
        this.requests = requests;
        this.ids = ids;
    }

    /**
     * The request of {@code businessID}, if there is one. Refused are another token than its own (D71008) and another
     * user than its own (D20010 [?]).
     */
    Optional<PendingRequest> ofToken(GatewayCall call) {
        String token = call.text("BSQCToken");
        String businessId = call.text("businessID");
        String openId = call.text("openID");
        Optional<PendingRequest> request = find(call.client(), businessId);
        request.ifPresent(one -> check(one, token, openId));
        return request;
    }

    Optional<PendingRequest> find(Client client, String businessId) {
        SignedInUsers.checkGranted(client, BulkSigningFlow.SCOPE);
        return requests.all().stream()
                .filter(one -> one.terms().clientId().equals(client.id()))
                .filter(one -> one.terms().businessId().equals(Optional.of(businessId)))
                .filter(one -> one.bulk().isPresent())
                .findFirst();
    }

    private void check(PendingRequest request, String token, String openId) {
        if (!request.bulk().orElseThrow().token().equals(token)) {
            throw Refusal.of(BulkSigningCodes.TOKEN, "The BSQCToken is not the one of this request.");
        }
        Optional<String> user =
                request.personaId().map(persona -> ids.of(request.terms().clientId(), persona));
        if (!user.equals(Optional.of(openId))) {
            throw Refusal.about("openID", Code.OPEN_ID, "The openID is not that of the user of this request.");
        }
    }
}
