package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway refuses before it asks somebody to sign many documents. */
class BulkSigningRulesTest extends ServiceTest {

    @BeforeEach
    void signIn() {
        service.signIn("plus", Map.of("scope", BulkRequestBodies.SCOPES));
    }

    @ParameterizedTest
    @CsvSource({
        "callbackResultURI, (absent), D20001, callbackResultURI",
        "callbackResultURI, https://evil.example.org/, D20008, callbackResultURI",
        "serviceName, (absent), D20001, serviceName",
        "serviceName, '', D20002, serviceName",
        "requestName, (absent), D20001, requestName",
        "requestName, '', D20002, requestName",
        "department, '', D20002, department",
        "HKICHash, '', D20002, HKICHash",
        "HKICHash, A123456, D20003, HKICHash",
        "maxCallbackSigs, 7, D20003, from 1 to 1000",
        "documents, P-1, D20003, array",
        "documents, (absent), D20001, documents",
        "businessID, (absent), D20001, businessID",
        "state, has space, D20003, state",
        "redirectURI, https://evil.example.org/, D20008, redirectURI",
        "source, Opera, D20007, source",
        "openID, another, D20010, openID",
        "accessToken, simtoken-unknown, D20009, access token",
        "suaMethod, FR, D20003, suaMethod",
        "suaWaitPeriod, 24, D20003, suaWaitPeriod",
    })
    void checksEveryMember(String member, String value, String code, String word) {
        ObjectNode body = BulkRequestBodies.hashes(service, 1);
        if (value.equals("(absent)")) {
            body.remove(member);
        } else {
            body.put(member, value);
        }
        assertRefused(body, code, word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "1.5", "true", "[7]"})
    void aCallbackBrings1To1000Signatures(String json) {
        ObjectNode body = BulkRequestBodies.hashes(service, 1);
        body.set("maxCallbackSigs", json(json));
        assertRefused(body, "D20003", "from 1 to 1000");
    }

    @Test
    void aCallbackBrings1000UnlessTheRequestSaysOtherwise() {
        ObjectNode body = BulkRequestBodies.hashes(service, 1000);
        service.accepted(BulkRequestBodies.INITIATE, body);
        assertThat(bulk(body).callbacks()).isEqualTo(1);
        ObjectNode one = BulkRequestBodies.hashes(service, 3).put("maxCallbackSigs", 1);
        service.accepted(BulkRequestBodies.INITIATE, one);
        assertThat(bulk(one)).isEqualTo(new SimulatedBulkSigning("pending", 3, 0, 0, 3, 0, Map.of()));
    }

    @Test
    void thereAre1To1000Documents() {
        assertRefused(BulkRequestBodies.hashes(service, 0), "D20003", "empty array");
        assertRefused(BulkRequestBodies.hashes(service, 1001), "D20003", "1001 items; 1000 are allowed");
        ObjectNode body = BulkRequestBodies.hashes(service, 1);
        body.withArray("documents").add("P-2");
        assertRefused(body, "D20003", "documents[1] must be a JSON object");
    }

    @ParameterizedTest
    @CsvSource({
        "id, (absent), D20001",
        "id, '', D20002",
        "id, 1234567890123456789012345678901234567, D20003",
        "documentName, (absent), D20001",
        "documentName, '', D20002",
        "hashCode, (absent), D20001",
        "hashCode, '', D20002",
        "hashCode, IQPVUH4I8+/dSN3+Lz3ViAVU6JgKXIW/zGGKkVNzUSU, D20003",
        "docDigest, IQPVUH4I8+/dSN3+Lz3ViAVU6JgKXIW/zGGKkVNzUSU=, D20003",
        "sigAlgo, sha256withrsa, D20003",
    })
    void everyDocumentIsCheckedAndTheRefusalSaysWhich(String member, String value, String code) {
        ObjectNode body = BulkRequestBodies.hashes(service, 2);
        ObjectNode second = (ObjectNode) body.path("documents").get(1);
        if (value.equals("(absent)")) {
            second.remove(member);
        } else {
            second.put(member, value);
        }
        assertRefused(body, code, "documents[1]: ");
    }

    @Test
    void aPdfHasADigestOf32BytesAndNoAlgorithm() {
        ObjectNode body = BulkRequestBodies.hashes(service, 0);
        ObjectNode pdf = BulkRequestBodies.pdf(body, 0);
        service.accepted(BulkRequestBodies.INITIATE, body);
        assertRefused(renewed(body, () -> pdf.put("sigAlgo", "SHA256withRSA")), "D20003", "belongs to 'hashCode'");
        pdf.remove("sigAlgo");
        assertRefused(
                renewed(body, () -> pdf.put("docDigest", SigningRequestBodies.base64(new byte[31]))),
                "D20003",
                "32 bytes");
    }

    @Test
    void noTwoDocumentsHaveTheSameId() {
        ObjectNode body = BulkRequestBodies.hashes(service, 2);
        BulkRequestBodies.pdf(body, 0);
        assertRefused(body, "D20003", "Two documents have the id 'P-0'");
    }

    @Test
    void oneCertificateHasToDoForAllHashes() {
        ObjectNode body = BulkRequestBodies.hashes(service, 1);
        BulkRequestBodies.pdf(body, 1);
        BulkRequestBodies.hash(body, 2).put("sigAlgo", "SM3withSM2");
        assertRefused(body, "D20003", "in two requests");
        body.withArray("documents").remove(0);
        service.accepted(BulkRequestBodies.INITIATE, body);
    }

    @ParameterizedTest
    @CsvSource({"department, 100", "serviceName, 255", "requestName, 255", "documentName, 255", "id, 36"})
    void textsHaveTheirLimitsInCharacters(String member, int limit) {
        ObjectNode fits = BulkRequestBodies.hashes(service, 1);
        owner(fits, member).put(member, "𠝹".repeat(limit));
        service.accepted(BulkRequestBodies.INITIATE, fits);
        ObjectNode tooLong = BulkRequestBodies.hashes(service, 1);
        owner(tooLong, member).put(member, "x".repeat(limit + 1));
        assertRefused(tooLong, "D20003", limit + " are allowed");
    }

    @Test
    void anAccountThatMayNotSignIsRefused() {
        service.signIn("basic", Map.of("scope", BulkRequestBodies.SCOPES));
        assertRefused(BulkRequestBodies.hashes(service, 1), "D71004", "iAM Smart+");
    }

    @Test
    void theSignInMustHaveAskedForTheScope() {
        service.signIn("plus", Map.of("scope", "eidapi_auth eidapi_sign eidapi_sua"));
        assertRefused(BulkRequestBodies.hashes(service, 1), "D20015", "eidapi_bulksign");
        service.signIn("plus", Map.of("scope", "eidapi_auth eidapi_bulksign"));
        service.accepted(BulkRequestBodies.INITIATE, BulkRequestBodies.hashes(service, 1));
        assertRefused(
                BulkRequestBodies.hashes(service, 1).put("suaMethod", "{\"unary\":[\"FR\"]}"), "D20015", "eidapi_sua");
    }

    @Test
    void theClientMustHaveBeenGrantedTheScope() {
        simulator.register(new ClientRegistration(
                service.service.clientId,
                service.service.secret,
                TestService.KEK.getPublic(),
                Set.of(TestService.REDIRECT, receiver.url()),
                Set.of("eidapi_auth")));
        service.service.fetchKey();
        service.signIn("plus", Map.of("scope", "eidapi_auth"));
        assertRefused(BulkRequestBodies.hashes(service, 1), "D20012", "eidapi_bulksign");
        assertThat(service.post(BulkRequestBodies.ACK, SigningRequestBodies.acknowledgement("business", "SR001"))
                        .path("code")
                        .asText())
                .isEqualTo("D20012");
    }

    @Test
    void aBusinessIdIsNeverUsedAgain() {
        ObjectNode body = BulkRequestBodies.hashes(service, 1);
        service.accepted(BulkRequestBodies.INITIATE, body);
        receiver.next();
        assertRefused(body, "D20011", "was used");
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void theLogSaysNothingOfTheSigner() {
        service.accepted(
                BulkRequestBodies.INITIATE,
                BulkRequestBodies.hashes(service, 1).put("HKICHash", SigningRequestBodies.HKIC_HASH));
        String token = receiver.next().content().path("BSQCToken").asText();
        service.post(
                BulkRequestBodies.INITIATE, BulkRequestBodies.hashes(service, 1).put("HKICHash", "B000002(2)"));
        assertThat(simulator.log().toString() + simulator.requests())
                .doesNotContain(SigningRequestBodies.HKIC_HASH)
                .doesNotContain("B000002")
                .doesNotContain(token);
    }

    private void assertRefused(ObjectNode body, String code, String word) {
        JsonNode envelope = service.post(BulkRequestBodies.INITIATE, body);
        assertThat(envelope.path("code").asText()).isEqualTo(code);
        assertThat(envelope.has("content")).isFalse();
        assertThat(simulator.log())
                .anySatisfy(entry -> assertThat(entry.reason().orElse("")).contains(word));
    }

    private ObjectNode renewed(ObjectNode body, Runnable change) {
        change.run();
        return body.setAll(service.common());
    }

    private static ObjectNode owner(ObjectNode body, String member) {
        return body.has(member) ? body : (ObjectNode) body.path("documents").get(0);
    }

    private SimulatedBulkSigning bulk(JsonNode body) {
        return simulator
                .findByBusinessId(body.path("businessID").asText())
                .flatMap(SimulatedRequest::bulkSigning)
                .orElseThrow();
    }

    private static JsonNode json(String text) {
        return TestService.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
