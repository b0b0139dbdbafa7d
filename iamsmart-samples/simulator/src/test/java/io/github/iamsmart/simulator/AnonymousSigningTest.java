package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymousSigningTest extends ServiceTest {
    private static final String HASH = "/anonymous/signing/";
    private static final String PDF = "/anonymous/pdfsigning/";
    private static final String INITIATE = "initiateRequest";
    private static final String RESULT = "getResult";

    @AfterEach
    void nothingElseWasSent() {
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void aHashGoesFromTheTicketToTheSignature() throws Exception {
        ObjectNode body = hash();
        JsonNode answer = service.accepted(HASH + INITIATE, body);
        assertThat(answer.path("businessID")).isEqualTo(body.path("businessID"));
        String ticket = answer.path("ticketID").asText();
        HttpResponse<byte[]> page = open(ticket, Map.of("state", "of-the-browser"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(TestService.text(page)).contains("Sign with your simulated phone", "digital signature");

        URI redirect = simulator.approve(ticket, "plus").redirect().orElseThrow();
        assertThat(TestService.query(redirect))
                .containsOnlyKeys("code", "state", "businessID")
                .containsEntry("state", "of-the-browser");
        ObjectNode token = token(redirect);
        JsonNode result = service.accepted(HASH + RESULT, token);
        assertThat(result.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state", "hashCode", "timestamp", "signature", "cert");
        assertThat(result.path("state")).isEqualTo(body.path("state"));
        X509Certificate certificate = SigningChecks.certificate(
                Base64.getDecoder().decode(result.path("cert").asText()));
        assertThat(SigningChecks.verifies(
                        "SHA256withRSA",
                        certificate.getPublicKey(),
                        SigningRequestBodies.sha256(SigningRequestBodies.DOCUMENT),
                        Base64.getDecoder().decode(result.path("signature").asText())))
                .isTrue();

        assertThat(refused(HASH + RESULT, token)).isEqualTo("D20009");
        String businessId = body.path("businessID").asText();
        service.accepted(SigningRequestBodies.ACK, SigningRequestBodies.acknowledgement(businessId, "SR001"));
        assertThat(simulator.findByBusinessId(businessId).orElseThrow().acknowledged())
                .contains("SR001");
    }

    @Test
    void aPdfToo() throws Exception {
        ObjectNode body = pdf();
        JsonNode result = service.accepted(PDF + RESULT, token(approved(service.ticket(PDF + INITIATE, body))));
        assertThat(result.path("docDigest")).isEqualTo(body.path("docDigest"));
        CMSSignedData cms = new CMSSignedData(
                Base64.getDecoder().decode(result.path("pdfSignature").asText()));
        assertThat(cms.isDetachedSignature()).isTrue();
        assertThat(cms.getSignerInfos().size()).isEqualTo(1);
    }

    @Test
    void theTokenFetchesTheResultOfItsOwnFlowOnly() {
        ObjectNode token = token(approved(service.ticket(HASH + INITIATE, hash())));
        assertThat(refused(PDF + RESULT, token)).isEqualTo("D20009");
        assertThat(refused("/anonymous/eme/getResult", token)).isEqualTo("D20009");
        service.accepted(HASH + RESULT, token);
    }

    /** Texts of the sister system require it; the simulator takes both unless it is told to be strict. */
    @ParameterizedTest
    @ValueSource(strings = {HASH, PDF})
    void aStrictGatewayWantsTheBusinessIdToo(String flow) {
        ObjectNode body = flow.equals(HASH) ? hash() : pdf();
        ObjectNode token = token(approved(service.ticket(flow + INITIATE, body)));
        simulator.inject(Fault.of(FaultKind.BUSINESS_ID_REQUIRED));

        assertThat(refused(flow + RESULT, token)).isEqualTo("D20001");
        assertThat(refused(flow + RESULT, token)).isEqualTo("D20001");
        assertThat(refused(flow + RESULT, token.put("businessID", "another"))).isEqualTo("D20003");
        service.accepted(
                flow + RESULT, token.put("businessID", body.path("businessID").asText()));
    }

    @ParameterizedTest
    @ValueSource(strings = {HASH, PDF})
    void theServiceHasToSayWhoSigns(String flow) {
        ObjectNode body = hash();
        body.set("docDigest", body.get("hashCode"));
        body.remove("HKICHash");
        assertThat(refused(flow + INITIATE, body)).isEqualTo("D20001");
        assertThat(refused(flow + INITIATE, body.put("HKICHash", "B000002"))).isEqualTo("D20003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "redirectURI"})
    void signingNeedsWhatAFormDoesNot(String member) {
        ObjectNode body = hash();
        body.remove(member);
        assertThat(refused(HASH + INITIATE, body)).isEqualTo("D20001");
        body = hash();
        body.remove("state");
        service.accepted(HASH + INITIATE, body);
    }

    @ParameterizedTest
    @CsvSource({"village-lot, D70005", "basic, D70004", "suspended, D70002"})
    void anybodyElseFails(String persona, String code) {
        String ticket = service.ticket(HASH + INITIATE, hash());
        open(ticket, Map.of("state", "mine"));
        Outcome outcome = simulator.approve(ticket, persona);
        assertThat(outcome.status()).isEqualTo("failed");
        assertThat(TestService.query(outcome.redirect().orElseThrow()))
                .containsEntry("error_code", code)
                .containsEntry("state", "mine")
                .doesNotContainKey("code");
    }

    @ParameterizedTest
    @CsvSource({"cancel, D70000", "reject, D70001", "fail, D70002", "timeout, D70003"})
    void aRefusalGoesBackWithTheBrowser(String ending, String code) {
        String ticket = service.ticket(PDF + INITIATE, pdf());
        Outcome outcome = switch (ending) {
            case "reject" -> simulator.reject(ticket);
            case "cancel" -> simulator.cancel(ticket);
            case "fail" -> simulator.fail(ticket);
            default -> simulator.timeout(ticket);
        };
        assertThat(TestService.query(outcome.redirect().orElseThrow())).containsEntry("error_code", code);
    }

    @Test
    void theTicketLivesForTwelveMinutes() {
        String ticket = service.ticket(HASH + INITIATE, hash());
        simulator.advance(Duration.ofMinutes(12).minusSeconds(1));
        assertThat(open(ticket, Map.of("state", "late")).statusCode()).isEqualTo(200);
        simulator.advance(Duration.ofSeconds(1));
        JsonNode status =
                TestService.parse(TestService.get(URI.create(simulator.baseUrl() + "/qr/status?ticket=" + ticket))
                        .body());
        assertThat(status.path("redirect").asText()).contains("error_code=D70003", "state=late");
    }

    @Test
    void aStepUpNeedsItsScope() {
        ObjectNode body = hash().put("suaMethod", "{\"unary\":[\"FR\"]}");
        String ticket = service.ticket(HASH + INITIATE, body);
        HttpResponse<byte[]> page = open(ticket, Map.of());
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(TestService.text(page)).contains("D20015", "eidapi_sua");
        assertThat(open(ticket, Map.of("scope", "eidapi_sign eidapi_sua")).statusCode())
                .isEqualTo(200);
        Outcome outcome = simulator.approve(ticket, Approval.by("plus").failingTheFaceCheck());
        assertThat(TestService.query(outcome.redirect().orElseThrow())).containsEntry("error_code", "D70002");
    }

    @Test
    void theClientMustHaveBeenGrantedTheScope() {
        simulator.register(new ClientRegistration(
                service.service.clientId,
                service.service.secret,
                TestService.KEK.getPublic(),
                Set.of(TestService.REDIRECT),
                Set.of("eidapi_auth")));
        service.service.fetchKey();
        assertThat(refused(HASH + INITIATE, hash())).isEqualTo("D20012");
    }

    @Test
    void theCodeKnowsTheSignerAndTheService() {
        ObjectNode body = hash();
        service.accepted(HASH + INITIATE, body);
        String code = simulator
                .findByBusinessId(body.path("businessID").asText())
                .orElseThrow()
                .identificationCode()
                .orElseThrow();
        assertThat(code).matches("\\d{4}");
        String screen = TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/phone?lang=en-US&ticketID="
                + simulator.requests().get(0).ticketId())));
        assertThat(screen).containsPattern("data-testid=\"identification-code\"[^>]*>" + code + "<");
        assertThat(screen).contains("Digital signing without sign-in", "name=\"persona\"");
    }

    @Test
    void theFaultsShowThemselvesHereToo() {
        simulator.inject(Fault.of(FaultKind.SIGNATURE_OTHER_HASH).onPath(HASH + INITIATE));
        ObjectNode body = hash();
        JsonNode result = service.accepted(HASH + RESULT, token(approved(service.ticket(HASH + INITIATE, body))));
        assertThat(result.path("hashCode")).isNotEqualTo(body.path("hashCode"));
    }

    private ObjectNode hash() {
        return anonymous(SigningRequestBodies.hash(service));
    }

    private ObjectNode pdf() {
        return anonymous(SigningRequestBodies.pdf(service));
    }

    private static ObjectNode anonymous(ObjectNode body) {
        body.remove("accessToken");
        body.remove("openID");
        return body.put("redirectURI", TestService.REDIRECT.toString()).put("HKICHash", SigningRequestBodies.HKIC_HASH);
    }

    private HttpResponse<byte[]> open(String ticket, Map<String, String> changes) {
        Map<String, String> parameters = new HashMap<>(changes);
        parameters.put("ticketID", ticket);
        parameters.putIfAbsent("scope", "eidapi_sign");
        return TestService.get(service.service.authorizationUri(parameters));
    }

    private URI approved(String ticket) {
        return simulator.approve(ticket, "plus").redirect().orElseThrow();
    }

    private ObjectNode token(URI redirect) {
        JsonNode token = service.service.open(
                service.service.getToken(TestService.code(redirect)).json());
        return TestService.JSON
                .createObjectNode()
                .put("accessToken", token.path("accessToken").asText())
                .put("openID", token.path("openID").asText());
    }

    private String refused(String path, JsonNode body) {
        return service.post(path, body).path("code").asText();
    }
}
