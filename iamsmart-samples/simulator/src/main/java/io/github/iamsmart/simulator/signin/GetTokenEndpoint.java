package io.github.iamsmart.simulator.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.gateway.GatewayEndpoint;
import io.github.iamsmart.simulator.persona.Persona;
import io.github.iamsmart.simulator.persona.Personas;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Json;
import io.github.iamsmart.simulator.wire.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /auth/getToken}: an authorization code for an access token. */
final class GetTokenEndpoint implements GatewayEndpoint {
    static final String PATH = "/auth/getToken";

    private static final String GRANT_TYPE = "authorization_code";

    private final AuthorizationCodes codes;
    private final AccessTokens tokens;
    private final TokenisedIds ids;
    private final Personas personas;
    private final Clock clock;

    GetTokenEndpoint(AuthorizationCodes codes, AccessTokens tokens, TokenisedIds ids, Personas personas, Clock clock) {
        this.codes = codes;
        this.tokens = tokens;
        this.ids = ids;
        this.personas = personas;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public JsonNode handle(GatewayCall call) {
        String code = call.text("code");
        String grantType = call.text("grantType");
        if (!grantType.equals(GRANT_TYPE)) {
            throw Refusal.about(
                    "grantType",
                    Code.PARAMETER_INVALID,
                    "grantType is '" + grantType + "'; it must be " + GRANT_TYPE + ".");
        }
        boolean directLogin = directLogin(call.content().get("isDirectLoginV2"));
        Optional<String> verifier = call.optionalText("code_verifier");
        Grant redeemed = codes.redeem(code, call.client().id(), directLogin, verifier);
        Persona persona = personas.known(redeemed.personaId());
        Instant now = clock.instant();
        Grant grant = redeemed.at(now);
        return Json.object()
                .put("accessToken", tokens.issue(grant))
                .put("tokenType", "Bearer")
                .put("issueAt", now.toEpochMilli())
                .put("expiresIn", AccessTokens.LIFETIME.toMillis())
                .put("openID", ids.of(grant.clientId(), grant.personaId()))
                .put("lastModifiedDate", persona.lastModified())
                .put("userType", persona.userType())
                .put("scope", String.join(" ", grant.scopes()));
    }

    /** One public client sends a text [1]; the twin of the sister system is a Boolean [D]. */
    private static boolean directLogin(@Nullable JsonNode flag) {
        if (flag == null || flag.isNull()) {
            return false;
        }
        if (!flag.equals(TextNode.valueOf("true")) && !flag.equals(BooleanNode.TRUE)) {
            throw Refusal.about(
                    "isDirectLoginV2",
                    Code.PARAMETER_INVALID,
                    "isDirectLoginV2 is \"true\", as a JSON string or a JSON literal, or absent.");
        }
        return true;
    }
}
