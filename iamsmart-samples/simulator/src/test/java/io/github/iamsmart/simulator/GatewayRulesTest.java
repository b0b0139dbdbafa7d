package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.TestService.Draft;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(IamSmartSimulatorExtension.class)
class GatewayRulesTest {
    private static final String PLAINTEXT = "{\"code\":\"simcode-x\",\"grantType\":\"authorization_code\"}";

    private IamSmartSimulator simulator;
    private TestService service;

    @BeforeEach
    void registerAService(IamSmartSimulator running) {
        simulator = running;
        service = new TestService(running);
        service.fetchKey();
    }

    // A call that passes every general rule ends in D40004, because the code in it is unknown.
    private Draft goodCall() {
        return service.sealed("/auth/getToken", PLAINTEXT);
    }

    @Test
    void theCallThatTheRefusalsSpoilIsGood() {
        assertThat(code(goodCall())).isEqualTo("D40004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientID", "signatureMethod", "timestamp", "nonce", "signature"})
    void refusesACallWithoutAHeader(String header) {
        assertThat(code(goodCall().without(header))).isEqualTo("D20001");
        assertThat(lastReason()).contains(header);
        assertThat(code(goodCall().header(header, ""))).isEqualTo("D20002");
    }

    @Test
    void refusesAnUnknownClient() {
        assertThat(code(goodCall().header("clientID", "stranger"))).isEqualTo("D20003");
        assertThat(lastReason()).contains("stranger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HmacSHA1", "hmacsha256", "SM3"})
    void refusesAnotherSignatureMethod(String method) {
        assertThat(code(goodCall().header("signatureMethod", method))).isEqualTo("D20005");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1.5",
                "+1790000000000",
                "01790000000000",
                "2026-11-23T00:00:00Z",
                "99999999999999999999"
            })
    void refusesATimestampThatIsNoPositiveDecimal(String timestamp) {
        JsonNode answer = goodCall().header("timestamp", timestamp).json();
        assertThat(answer.path("code").asText()).isEqualTo("D20003");
        assertThat(answer.path("message").asText()).contains("timestamp");
    }

    @Test
    void refusesATimestampThatGoesBackByMoreThanTheTolerance() {
        long newest = service.timestamp.addAndGet(10_000);
        assertThat(code(at(newest))).isEqualTo("D40004");
        assertThat(code(at(newest - 2_000))).isEqualTo("D40004");
        JsonNode late = at(newest - 2_001).json();
        assertThat(late.path("code").asText()).isEqualTo("D20003");
        assertThat(late.path("message").asText()).contains("timestamp");
        assertThat(lastReason()).contains("2001 ms older");
        assertThat(code(at(newest))).isEqualTo("D40004");
    }

    @Test
    void takesTheRuleOfTheTimestampToTheLetterWithoutTolerance() {
        try (IamSmartSimulator strict =
                IamSmartSimulator.builder().timestampTolerance(Duration.ZERO).start()) {
            TestService exact = new TestService(strict);
            exact.fetchKey();
            String now = Long.toString(exact.timestamp.addAndGet(10));
            String before = Long.toString(exact.timestamp.get() - 1);
            assertThat(code(exact.sealed("/auth/getToken", PLAINTEXT).header("timestamp", now)))
                    .isEqualTo("D40004");
            assertThat(code(exact.sealed("/auth/getToken", PLAINTEXT).header("timestamp", now)))
                    .isEqualTo("D40004");
            assertThat(code(exact.sealed("/auth/getToken", PLAINTEXT).header("timestamp", before)))
                    .isEqualTo("D20003");
        }
    }

    @Test
    void anUnsignedTimestampDoesNotMoveTheNewest() {
        long far = service.timestamp.get() + 1_000_000;
        assertThat(code(goodCall().header("timestamp", Long.toString(far)).signature("forged")))
                .isEqualTo("D20006");
        assertThat(code(goodCall())).isEqualTo("D40004");
    }

    @Test
    void refusesANonceThatWasUsed() {
        String nonce = UUID.randomUUID().toString();
        assertThat(code(goodCall().header("nonce", nonce))).isEqualTo("D40004");
        assertThat(code(goodCall().header("nonce", nonce))).isEqualTo("D20004");
        simulator.advance(Duration.ofHours(12));
        service.fetchKey();
        assertThat(code(goodCall().header("nonce", nonce))).isEqualTo("D20004");
    }

    @Test
    void noncesOfTwoClientsDoNotMeet() {
        TestService other = new TestService(simulator);
        other.fetchKey();
        String nonce = UUID.randomUUID().toString();
        assertThat(code(goodCall().header("nonce", nonce))).isEqualTo("D40004");
        assertThat(code(other.sealed("/auth/getToken", PLAINTEXT).header("nonce", nonce)))
                .isEqualTo("D40004");
    }

    @Test
    void refusesANonceOfMoreThan36Characters() {
        assertThat(code(goodCall().header("nonce", "n".repeat(36)))).isEqualTo("D40004");
        assertThat(code(goodCall().header("nonce", "n".repeat(37)))).isEqualTo("D20003");
    }

    @Test
    void refusesASignatureOverThePlaintextAndSaysSo() {
        assertThat(code(goodCall().signing(PLAINTEXT))).isEqualTo("D20006");
        assertThat(lastReason()).contains("the plaintext was signed");
    }

    @Test
    void refusesASignatureOverTheValueOfContentAndSaysSo() {
        Draft draft = goodCall();
        String content = TestService.parse(draft.body).path("content").asText();
        assertThat(code(draft.signing(content))).isEqualTo("D20006");
        assertThat(lastReason()).contains("only the value of content");
    }

    @Test
    void refusesRawBase64AndSaysSo() {
        Draft draft = goodCall();
        assertThat(code(draft.signature(draft.base64Signature()))).isEqualTo("D20006");
        assertThat(lastReason()).contains("percent-encoded");
    }

    @Test
    void refusesLowerCaseHexAndSaysSo() {
        Draft draft = goodCall();
        String lower = URLEncoder.encode(draft.base64Signature(), StandardCharsets.UTF_8)
                .replace("%3D", "%3d")
                .replace("%2B", "%2b")
                .replace("%2F", "%2f");
        assertThat(code(draft.signature(lower))).isEqualTo("D20006");
        assertThat(lastReason()).contains("lower-case hex");
    }

    @Test
    void recognisesTheEmptyStringSignedForABodyAndTheOtherWayRound() {
        assertThat(code(service.plain("/security/getKey", "{}").signing(""))).isEqualTo("D20006");
        assertThat(lastReason()).contains("the empty string was signed");
        assertThat(code(service.plain("/security/getKey", "").signing("{}"))).isEqualTo("D20006");
        assertThat(lastReason()).contains("{} was signed");
    }

    @Test
    void showsTheStringThatTheGatewaySignedWithoutTheSecret() {
        Draft draft = goodCall().signature("something%20else");
        assertThat(code(draft)).isEqualTo("D20006");
        assertThat(lastReason())
                .contains(service.clientId + "HmacSHA256" + draft.headers.get("timestamp") + draft.headers.get("nonce")
                        + new String(draft.body, StandardCharsets.UTF_8))
                .doesNotContain(service.secret);
    }

    @Test
    void theSignatureIsOverTheExactBytes() {
        Draft spaced = service.plain("/security/getKey", "{ }");
        assertThat(code(spaced)).isEqualTo("D00000");
        assertThat(code(service.plain("/security/getKey", "{ }").signing("{}"))).isEqualTo("D20006");
        assertThat(lastReason()).contains("white space");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|D20001",
                "{}|D20001",
                "{\"content\":\"\"}|D20002",
                "{\"content\":7}|D20003",
                "{\"content\":{}}|D20003",
                "{\"content\":\"AAAA\",\"more\":1}|D20003",
                "[]|D20003",
                "{\"content\":\"AAAA\"}{}|D20003",
                "{\"content\":\"AAAA\",\"content\":\"AAAA\"}|D20003",
                "{\"content\":\"AAAA\"}|D30004",
                "{\"content\":\"not base64\"}|D30004",
            })
    void refusesABodyThatIsNotOneSealedContent(String body, String code) {
        assertThat(code(service.plain("/auth/getToken", body))).isEqualTo(code);
    }

    @Test
    void refusesAnIvOfAnotherLength() {
        byte[] sealed = contentOf(goodCall());
        sealed[3] = 16;
        assertThat(code(withContent(sealed))).isEqualTo("D30004");
        assertThat(lastReason()).contains("16 bytes").contains("AAAAD");
    }

    @Test
    void refusesAFlippedBitAnywhere() {
        byte[] good = contentOf(goodCall());
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] spoiled = good.clone();
            spoiled[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(code(withContent(spoiled))).as("bit %d", bit).isEqualTo("D30004");
        }
    }

    @Test
    void refusesAContentUnderAnotherKey() {
        String sealed = TestService.seal(
                new javax.crypto.spec.SecretKeySpec(new byte[32], "AES"), PLAINTEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(code(service.plain("/auth/getToken", "{\"content\":\"" + sealed + "\"}")))
                .isEqualTo("D30004");
    }

    @Test
    void refusesAContentTypeThatIsNotJson() {
        assertThat(code(goodCall().header("Content-Type", "text/plain"))).isEqualTo("D20003");
        assertThat(code(goodCall().header("Content-Type", "application/json; charset=Big5")))
                .isEqualTo("D20003");
        assertThat(code(goodCall().header("Content-Type", "application/json; charset=UTF-8")))
                .isEqualTo("D40004");
    }

    @Test
    void getKeyGivesTheSameKeyUntilItIsRevoked() {
        JsonNode first = service.plain("/security/getKey", "").json();
        simulator.advance(Duration.ofHours(1));
        JsonNode second = service.plain("/security/getKey", "{}").json();
        assertThat(second.path("content")).isEqualTo(first.path("content"));
        assertThat(first.path("content").path("pubKey").asText())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(TestService.KEK.getPublic().getEncoded()));
        assertThat(first.path("content").path("expiresIn").asLong())
                .isEqualTo(Duration.ofHours(24).toMillis());

        SecretKey old = service.cek();
        assertThat(code(service.plain("/security/revokeKey", ""))).isEqualTo("D00000");
        assertThat(code(goodCall())).isEqualTo("D30002");
        assertThat(service.fetchKey()).isNotEqualTo(old);
        assertThat(code(goodCall())).isEqualTo("D40004");
    }

    @Test
    void saysThatARevokedKeyWasUsed() {
        Draft underTheOldKey = goodCall();
        simulator.revokeCek(service.clientId);
        service.fetchKey();
        assertThat(code(underTheOldKey)).isEqualTo("D30004");
        assertThat(lastReason()).contains("revoked or has expired");
    }

    @Test
    void aKeyExpires() {
        SecretKey old = service.cek();
        simulator.advance(Duration.ofHours(24));
        assertThat(code(goodCall())).isEqualTo("D30002");
        assertThat(service.fetchKey()).isNotEqualTo(old);
    }

    @Test
    void aClientThatNeverFetchedItsKeyHasNone() {
        TestService fresh = new TestService(simulator);
        String content = TestService.seal(service.cek(), PLAINTEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(code(fresh.plain("/auth/getToken", "{\"content\":\"" + content + "\"}")))
                .isEqualTo("D30002");
        assertThat(lastReason()).contains("getKey first");
    }

    @Test
    void withoutAKekThereIsNoKey() {
        ClientRegistration whole = service.registration();
        simulator.register(new ClientRegistration(
                whole.clientId(), whole.clientSecret(), null, whole.redirectUris(), whole.scopes()));
        assertThat(code(service.plain("/security/getKey", ""))).isEqualTo("D30001");
    }

    @Test
    void aNewKekCountsWithTheNextKey() {
        String old = pubKey();
        simulator.uploadKek(service.clientId, TestService.rsa().getPublic());
        assertThat(pubKey()).isEqualTo(old);
        simulator.revokeCek(service.clientId);
        assertThat(pubKey()).isNotEqualTo(old);
    }

    @Test
    void getKeyTakesNoMembers() {
        assertThat(code(service.plain("/security/getKey", "{\"a\":1}"))).isEqualTo("D20003");
    }

    @Test
    void wrongPathsAndMethodsAreHttpErrors() {
        assertThat(service.plain("/auth/nothing", "").send().statusCode()).isEqualTo(404);
        Draft get = service.plain("/security/getKey", "");
        get.method = "PUT";
        HttpResponse<byte[]> answer = get.send();
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(TestService.parse(answer.body()).path("error").asText()).contains("POST");
        assertThat(simulator.log().get(simulator.log().size() - 1).httpStatus()).isEqualTo(405);
    }

    @Test
    void refusesMoreThanTenMebibytes() {
        String most = "x".repeat(10 * 1024 * 1024 - "{\"content\":\"\"}".length());
        assertThat(code(service.plain("/auth/getToken", "{\"content\":\"" + most + "\"}")))
                .isEqualTo("D30004");
        HttpResponse<byte[]> answer = service.plain("/auth/getToken", "{\"content\":\"" + most + "x\"}")
                .send();
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private Draft at(long timestamp) {
        return goodCall().header("timestamp", Long.toString(timestamp));
    }

    private Draft withContent(byte[] sealed) {
        return service.plain(
                "/auth/getToken", "{\"content\":\"" + Base64.getEncoder().encodeToString(sealed) + "\"}");
    }

    private String pubKey() {
        return service.plain("/security/getKey", "")
                .json()
                .path("content")
                .path("pubKey")
                .asText();
    }

    private static byte[] contentOf(Draft draft) {
        return Base64.getDecoder()
                .decode(TestService.parse(draft.body).path("content").asText());
    }

    private static String code(Draft draft) {
        return draft.json().path("code").asText();
    }

    private String lastReason() {
        return simulator.log().get(simulator.log().size() - 1).reason().orElseThrow();
    }
}
