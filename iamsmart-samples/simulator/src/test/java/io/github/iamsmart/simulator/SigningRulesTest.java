package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway refuses before it asks somebody to sign. */
class SigningRulesTest extends ServiceTest {
    private static final String NOT_32_BYTES = SigningRequestBodies.base64(new byte[31]);

    @BeforeEach
    void signIn() {
        service.signIn("plus", Map.of("scope", SigningRequestBodies.SCOPES));
    }

    @AfterEach
    void nothingElseWasSent() {
        assertThat(receiver.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "hashCode, (absent), D20001",
        "hashCode, '', D20002",
        "hashCode, not Base64, D20003",
        "hashCode, IQPVUH4I8+/dSN3+Lz3ViAVU6JgKXIW/zGGKkVNzUSU, D20003",
        "hashCode, 7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069, D20003",
        "sigAlgo, SHA512withRSA, D20003",
        "sigAlgo, sha256withrsa, D20003",
        "sigAlgo, '', D20002",
        "HKICHash, '', D20002",
        "HKICHash, A123456, D20003",
        "department, '', D20002",
        "serviceName, '', D20002",
        "documentName, '', D20002",
        "businessID, (absent), D20001",
        "state, has space, D20003",
        "redirectURI, https://evil.example.org/, D20008",
        "source, Opera, D20007",
        "openID, another, D20010",
        "accessToken, simtoken-unknown, D20009",
    })
    void checksEveryMember(String member, String value, String code) {
        ObjectNode body = SigningRequestBodies.hash(service);
        if (value.equals("(absent)")) {
            body.remove(member);
        } else {
            body.put(member, value);
        }
        assertRefused(service.post(SigningRequestBodies.HASH, body), code);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aHashHas32Bytes() {
        assertRefused(
                service.post(
                        SigningRequestBodies.HASH,
                        SigningRequestBodies.hash(service).put("hashCode", NOT_32_BYTES)),
                "D20003");
        assertRefused(
                service.post(
                        SigningRequestBodies.PDF,
                        SigningRequestBodies.pdf(service).put("docDigest", NOT_32_BYTES)),
                "D20003");
        assertThat(service.lastReason()).contains("32 bytes");
    }

    @Test
    void aPdfHasADigestAndNoHash() {
        assertRefused(service.post(SigningRequestBodies.PDF, SigningRequestBodies.hash(service)), "D20001");
        assertThat(service.lastReason()).contains("docDigest");
        assertRefused(service.post(SigningRequestBodies.HASH, SigningRequestBodies.pdf(service)), "D20001");
    }

    @ParameterizedTest
    @CsvSource({"department, 100", "serviceName, 255", "documentName, 255"})
    void textsHaveTheirLimitsInCharacters(String member, int limit) {
        ObjectNode fits = SigningRequestBodies.hash(service).put(member, "𠝹".repeat(limit));
        service.accepted(SigningRequestBodies.HASH, fits);
        ObjectNode tooLong = SigningRequestBodies.hash(service).put(member, "x".repeat(limit + 1));
        assertRefused(service.post(SigningRequestBodies.HASH, tooLong), "D20003");
        assertThat(service.lastReason()).contains(member, String.valueOf(limit));
    }

    @Test
    void theTextsMayBeAbsent() {
        ObjectNode body = SigningRequestBodies.hash(service);
        body.remove("department");
        body.remove("serviceName");
        body.remove("documentName");
        service.accepted(SigningRequestBodies.HASH, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {SigningRequestBodies.HASH, SigningRequestBodies.PDF})
    void anAccountThatMayNotSignIsRefused(String path) {
        service.signIn("basic", Map.of("scope", SigningRequestBodies.SCOPES));
        ObjectNode body = SigningRequestBodies.hash(service);
        body.set("docDigest", body.get("hashCode"));
        assertRefused(service.post(path, body), "D70004");
        assertThat(service.lastReason()).contains("iAM Smart+");
    }

    @ParameterizedTest
    @ValueSource(strings = {SigningRequestBodies.HASH, SigningRequestBodies.PDF})
    void theSignInMustHaveAskedForTheScope(String path) {
        service.signIn("plus", Map.of("scope", "eidapi_auth eidapi_sua"));
        ObjectNode body = SigningRequestBodies.hash(service);
        body.set("docDigest", body.get("hashCode"));
        assertRefused(service.post(path, body), "D20015");
        assertThat(service.lastReason()).contains("eidapi_sign");
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
        assertRefused(service.post(SigningRequestBodies.HASH, SigningRequestBodies.hash(service)), "D20012");
        assertRefused(
                service.post(SigningRequestBodies.ACK, SigningRequestBodies.acknowledgement("business", "SR001")),
                "D20012");
    }

    @Test
    void aStepUpNeedsAScopeOfItsOwn() {
        service.signIn("plus", Map.of("scope", "eidapi_auth eidapi_sign"));
        service.accepted(SigningRequestBodies.HASH, SigningRequestBodies.hash(service));
        ObjectNode body = SigningRequestBodies.hash(service).put("suaMethod", "{\"unary\":[\"FR\"]}");
        assertRefused(service.post(SigningRequestBodies.HASH, body), "D20015");
        assertThat(service.lastReason()).contains("eidapi_sua");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"unary\":[\"FR\"]}|0",
                "{\"unary\":[\"NFC\"]}|720",
                "{ \"and\": [\"FR\", \"NFC\"] }|24",
            })
    void theStepUpIsAJsonTextWithHours(String method, int hours) {
        service.accepted(
                SigningRequestBodies.HASH,
                SigningRequestBodies.hash(service).put("suaMethod", method).put("suaWaitPeriod", hours));
        service.accepted(
                SigningRequestBodies.PDF,
                SigningRequestBodies.pdf(service)
                        .put("stepupAuthMethod", method)
                        .put("stepupAuthPeriod", hours));
        service.accepted(
                SigningRequestBodies.HASH, SigningRequestBodies.hash(service).put("suaMethod", method));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR",
                "{\"unary\":[\"FR\",\"NFC\"]}",
                "{\"and\":[\"FR\"]}",
                "{\"or\":[\"FR\",\"NFC\"]}",
                "{\"unary\":\"FR\"}",
                "[\"FR\"]"
            })
    void otherStepUpsAreRefused(String method) {
        assertRefused(
                service.post(
                        SigningRequestBodies.HASH,
                        SigningRequestBodies.hash(service).put("suaMethod", method)),
                "D20003");
    }

    @Test
    void theStepUpIsNoJsonObjectOnTheWire() {
        ObjectNode body = SigningRequestBodies.hash(service);
        body.set("suaMethod", TestService.parse("{\"unary\":[\"FR\"]}".getBytes(StandardCharsets.UTF_8)));
        assertRefused(service.post(SigningRequestBodies.HASH, body), "D20003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"721", "-1", "1.5", "24.0", "\"24\"", "\"721\"", "\"a day\"", "true", "\"\""})
    void otherPeriodsAreRefused(String json) {
        ObjectNode body = SigningRequestBodies.hash(service).put("suaMethod", "{\"unary\":[\"FR\"]}");
        body.set("suaWaitPeriod", TestService.parse(json.getBytes(StandardCharsets.UTF_8)));
        assertRefused(service.post(SigningRequestBodies.HASH, body), "D20003");
        body.set("stepupAuthPeriod", body.remove("suaWaitPeriod"));
        assertRefused(service.post(SigningRequestBodies.HASH, body), "D20003");
    }

    @Test
    void aPeriodAloneSaysNothing() {
        assertRefused(
                service.post(
                        SigningRequestBodies.HASH,
                        SigningRequestBodies.hash(service).put("suaWaitPeriod", 24)),
                "D20001");
        assertThat(service.lastReason()).contains("suaMethod");
    }

    @Test
    void theLogSaysNothingOfTheSigner() {
        service.accepted(
                SigningRequestBodies.HASH,
                SigningRequestBodies.hash(service).put("HKICHash", SigningRequestBodies.HKIC_HASH));
        service.post(
                SigningRequestBodies.HASH, SigningRequestBodies.hash(service).put("HKICHash", "B000002(2)"));
        assertThat(simulator.log().toString() + simulator.requests())
                .doesNotContain(SigningRequestBodies.HKIC_HASH)
                .doesNotContain("B000002");
    }

    private static void assertRefused(JsonNode envelope, String code) {
        assertThat(envelope.path("code").asText()).isEqualTo(code);
        assertThat(envelope.has("content")).isFalse();
    }
}
