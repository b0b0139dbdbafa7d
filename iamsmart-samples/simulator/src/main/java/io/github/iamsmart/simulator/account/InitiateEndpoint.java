package io.github.iamsmart.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import java.util.function.Function;

/** An API that is one function. */
public record InitiateEndpoint(String path, Function<GatewayCall, ? extends JsonNode> action)
        implements GatewayEndpoint {
    @Override
    public JsonNode handle(GatewayCall call) {
        return action.apply(call);
    }
}
