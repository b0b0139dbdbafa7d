package io.github.iamsmart.simulator.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.wire.Json;

/** {@code POST /security/revokeKey}: the next getKey makes a new CEK. Without a CEK it does nothing. */
public final class RevokeKeyEndpoint implements GatewayEndpoint {
    @Override
    public String path() {
        return "/security/revokeKey";
    }

    @Override
    public boolean sealed() {
        return false;
    }

    @Override
    public JsonNode handle(GatewayCall call) {
        call.client().keys().revoke();
        return Json.object();
    }
}
