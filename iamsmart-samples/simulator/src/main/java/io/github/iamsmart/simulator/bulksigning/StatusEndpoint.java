package io.github.iamsmart.simulator.bulksigning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.request.BulkStatus;
import io.github.iamsmart.simulator.wire.Json;
import java.time.Clock;

/** {@code POST /account/bdss/enquireStatus}: how far a bulk signing is, with a sign-in or without [D]. */
final class StatusEndpoint implements GatewayEndpoint {
    private final BulkRequestFinder requests;
    private final Clock clock;

    StatusEndpoint(BulkRequestFinder requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/account/bdss/enquireStatus";
    }

    @Override
    public JsonNode handle(GatewayCall call) {
        BulkStatus status = requests.ofToken(call)
                .map(request -> request.bulkStatus(clock.instant()))
                .orElse(BulkStatus.NO_RECORD);
        return Json.object().put("status", status.code());
    }
}
