package io.github.iamsmart.simulator.bulksigning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.Refusal;
import java.time.Clock;
import java.time.Instant;

/**
 * {@code POST /account/bdss/cancelRequest}: the service does not want the signatures any more, which it can say until
 * the user has begun [D]. No callback follows [?].
 */
final class CancelEndpoint implements GatewayEndpoint {
    private final BulkRequestFinder requests;
    private final Clock clock;

    CancelEndpoint(BulkRequestFinder requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/account/bdss/cancelRequest";
    }

    @Override
    public JsonNode handle(GatewayCall call) {
        PendingRequest request = requests.ofToken(call)
                .orElseThrow(() -> Refusal.of(
                        BulkSigningCodes.TOKEN, "This client has made no bulk signing request of this businessID."));
        Instant now = clock.instant();
        if (!request.withdraw(now)) {
            throw Refusal.of(
                    BulkSigningCodes.NOT_PENDING,
                    "The request is " + request.bulkStatus(now).word()
                            + "; it can be cancelled only before the user has opened it.");
        }
        return Json.object();
    }
}
