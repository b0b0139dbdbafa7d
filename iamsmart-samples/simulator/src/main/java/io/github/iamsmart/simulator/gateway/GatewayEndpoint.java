package io.github.iamsmart.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** One server-to-server API. */
public interface GatewayEndpoint {

    /** Below {@code /api/v1}. */
    String path();

    /** Whether request and answer are sealed; of all APIs only the key calls are not. */
    default boolean sealed() {
        return true;
    }

    /**
     * Carries out a call that passed every general check.
     *
     * @return the content of the answer
     * @throws io.github.iamsmart.simulator.wire.Refusal when it may not be
     */
    JsonNode handle(GatewayCall call);
}
