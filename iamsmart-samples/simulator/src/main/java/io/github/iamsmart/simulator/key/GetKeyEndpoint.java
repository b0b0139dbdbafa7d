package io.github.iamsmart.simulator.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.client.Cek;
import io.github.iamsmart.simulator.fault.FaultInjector;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.Refusal;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;

/** {@code POST /security/getKey}: the client's CEK under its KEK. */
public final class GetKeyEndpoint implements GatewayEndpoint {
    private final FaultInjector faults;
    private final Clock clock;
    private final Duration lifetime;

    public GetKeyEndpoint(FaultInjector faults, Clock clock, Duration lifetime) {
        this.faults = faults;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    @Override
    public String path() {
        return "/security/getKey";
    }

    @Override
    public boolean sealed() {
        return false;
    }

    @Override
    public JsonNode handle(GatewayCall call) {
        String clientId = call.client().id();
        PublicKey kek = call.client().registration().kekPublicKey();
        if (kek == null) {
            throw Refusal.of(
                    Code.KEK_MISSING, "No KEK is registered for this client; register it with its kekPublicKey.");
        }
        boolean hasKey = call.client().keys().current(clock.instant()).isPresent();
        boolean asText = !hasKey && faults.take(FaultKind.CEK_AS_TEXT, clientId).isPresent();
        Cek cek = call.client().keys().fetch(kek, clock.instant(), lifetime, asText);
        boolean absolute = faults.take(FaultKind.CEK_ABSOLUTE_EXPIRY, clientId).isPresent();
        long lives = Duration.between(cek.issuedAt(), cek.expiresAt()).toMillis();
        return Json.object()
                .put("secretKey", cek.wrapped())
                .put("pubKey", cek.kek())
                .put("issueAt", cek.issuedAt().toEpochMilli())
                .put("expiresIn", absolute ? cek.expiresAt().toEpochMilli() : lives);
    }
}
