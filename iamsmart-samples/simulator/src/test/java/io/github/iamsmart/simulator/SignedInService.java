package io.github.iamsmart.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** An online service with a signed-in user and a callback URL. */
final class SignedInService {
    static final String PROFILE = "/account/auth/profile/initiateRequest";
    static final String FORM = "/account/eme/initiateRequest";
    static final String STEP_UP = "/account/stepup/initiateRequest";
    static final String CCIC = "/account/ccic/initiateRequest";
    static final String SCOPES = "eidapi_auth eidapi_profiles eidapi_formFilling eidapi_fr";

    private static final AtomicInteger COUNT = new AtomicInteger();

    final TestService service;
    final IamSmartSimulator simulator;
    final CallbackReceiver receiver;
    String accessToken;
    String openId;

    SignedInService(IamSmartSimulator simulator, CallbackReceiver receiver) {
        this.simulator = simulator;
        this.receiver = receiver;
        this.service = new TestService(simulator);
        simulator.register(new ClientRegistration(
                service.clientId,
                service.secret,
                TestService.KEK.getPublic(),
                Set.of(TestService.REDIRECT, receiver.url()),
                ClientRegistration.ALL_SCOPES));
        service.fetchKey();
    }

    SignedInService signIn(String persona) {
        return signIn(persona, Map.of("scope", SCOPES));
    }

    SignedInService signIn(String persona, Map<String, String> getQr) {
        String state = "s" + COUNT.incrementAndGet();
        TestService.get(service.authorizationUri(with(getQr, "state", state)));
        SimulatedRequest request = simulator.requests().stream()
                .filter(one -> one.state().equals(java.util.Optional.of(state)))
                .findFirst()
                .orElseThrow();
        URI redirect = simulator.approve(request.ticketId(), persona).redirect().orElseThrow();
        JsonNode token =
                service.open(service.getToken(TestService.code(redirect)).json());
        accessToken = token.path("accessToken").asText();
        openId = token.path("openID").asText();
        return this;
    }

    /** The members that every request has, good ones. */
    ObjectNode common() {
        return TestService.JSON
                .createObjectNode()
                .put("businessID", "business-" + COUNT.incrementAndGet())
                .put("accessToken", accessToken)
                .put("openID", openId)
                .put("source", "PC_Browser")
                .put("redirectURI", receiver.url().toString())
                .put("state", "state-" + COUNT.incrementAndGet())
                .put("lang", "en-US");
    }

    ObjectNode profile(String... fields) {
        ObjectNode body = common();
        for (String field : fields) {
            body.withArray("profileFields").add(field);
        }
        return body;
    }

    ObjectNode form(String... fields) {
        ObjectNode body =
                common().put("formName", "Permit").put("formNum", "P-1").put("formDesc", "A permit");
        for (String field : fields) {
            body.withArray("eMEFields").add(field);
        }
        return body;
    }

    JsonNode post(String path, JsonNode body) {
        return service.sealed(path, body.toString()).json();
    }

    /** The ticket of a request that must be accepted. */
    String ticket(String path, JsonNode body) {
        return accepted(path, body).path("ticketID").asText();
    }

    JsonNode accepted(String path, JsonNode body) {
        JsonNode envelope = post(path, body);
        if (!envelope.path("code").asText().equals("D00000")) {
            throw new AssertionError(envelope + " " + lastReason());
        }
        return service.open(envelope);
    }

    String lastReason() {
        return simulator.log().get(simulator.log().size() - 1).reason().orElse("");
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new java.util.LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }
}
