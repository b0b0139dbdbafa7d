package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultTest {
    private static final String GET_TOKEN = "/auth/getToken";

    @RegisterExtension
    final IamSmartSimulatorExtension fresh = new IamSmartSimulatorExtension();

    private IamSmartSimulator simulator;
    private TestService service;

    @BeforeEach
    void registerAService(IamSmartSimulator running) {
        simulator = running;
        service = new TestService(running);
        service.fetchKey();
    }

    @Test
    void anErrorCodeComesSoManyTimesAndDoesNothing() {
        String code = service.newCode("basic");
        simulator.inject(
                Fault.of(FaultKind.ERROR_CODE).onPath(GET_TOKEN).times(2).code("D99999"));
        assertThat(answer(code)).isEqualTo("D99999");
        assertThat(service.fetchKey()).isNotNull();
        assertThat(simulator.faults().get(0).times()).isEqualTo(1);
        assertThat(answer(code)).isEqualTo("D99999");
        assertThat(answer(code)).isEqualTo("D00000");
        assertThat(simulator.faults()).isEmpty();
    }

    @Test
    void anErrorCodeDoesNotHideAWrongSignature() {
        simulator.inject(Fault.of(FaultKind.ERROR_CODE).code("D99999"));
        assertThat(service.getToken("x").signature("wrong").json().path("code").asText())
                .isEqualTo("D20006");
        assertThat(answer("x")).isEqualTo("D99999");
    }

    @Test
    void aProxyAnswersWithHtml() {
        simulator.inject(Fault.of(FaultKind.HTML_ERROR));
        HttpResponse<byte[]> answer = service.getToken("x").send();
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(TestService.text(answer)).contains("<h1>502");
    }

    @Test
    void tooManyRequestsSayWhenToComeBack() {
        simulator.inject(Fault.of(FaultKind.TOO_MANY_REQUESTS).delay(Duration.ofSeconds(3)));
        HttpResponse<byte[]> answer = service.getToken("x").send();
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
    }

    @Test
    void theKeyApiIsDownUntilCleared() {
        simulator.inject(Fault.of(FaultKind.KEY_API_DOWN));
        for (int i = 0; i < 3; i++) {
            assertThat(service.plain("/security/getKey", "").send().statusCode())
                    .isEqualTo(503);
        }
        assertThat(answer("x")).isEqualTo("D40004");
        simulator.clearFaults();
        assertThat(service.plain("/security/getKey", "").send().statusCode()).isEqualTo(200);
    }

    @Test
    void theKeyIsRevokedUnderTheClient() {
        simulator.inject(Fault.of(FaultKind.CEK_REVOKED));
        assertThat(answer("x")).isEqualTo("D30002");
        service.fetchKey();
        assertThat(answer("x")).isEqualTo("D40004");
    }

    @Test
    void theJsonIsTruncated() {
        simulator.inject(Fault.of(FaultKind.TRUNCATED_JSON));
        HttpResponse<byte[]> answer = service.getToken("x").send();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> TestService.JSON.readTree(answer.body())).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void theConnectionEndsInTheBody() {
        simulator.inject(Fault.of(FaultKind.RESET));
        assertThatThrownBy(() -> service.getToken("x").send()).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void theAnswerDrips() {
        simulator.inject(Fault.of(FaultKind.SLOW_DRIP).delay(Duration.ofMillis(5)));
        long start = System.nanoTime();
        JsonNode answer = service.getToken("x").json();
        assertThat(answer.path("code").asText()).isEqualTo("D40004");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(5L * answer.toString().length() / 2));
    }

    @Test
    void theAnswerIsLate() {
        simulator.inject(Fault.of(FaultKind.DELAY).delay(Duration.ofMillis(300)));
        long start = System.nanoTime();
        assertThat(answer("x")).isEqualTo("D40004");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
    }

    @Test
    void theCharsetIsNotUtf8() {
        simulator.inject(Fault.of(FaultKind.WRONG_CHARSET));
        HttpResponse<byte[]> answer = service.getToken("x").send();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=Big5");
        assertThat(new String(answer.body(), Charset.forName("Big5"))).contains("成功");
        assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(answer.body())))
                .isInstanceOf(java.nio.charset.CharacterCodingException.class);
    }

    @Test
    void theContentIsNotBase64() {
        String code = service.newCode("basic");
        simulator.inject(Fault.of(FaultKind.BAD_BASE64));
        String content = service.getToken(code).json().path("content").asText();
        assertThatThrownBy(() -> Base64.getDecoder().decode(content)).isInstanceOf(IllegalArgumentException.class);
        simulator.inject(Fault.of(FaultKind.BAD_BASE64));
        String key = service.plain("/security/getKey", "")
                .json()
                .path("content")
                .path("secretKey")
                .asText();
        assertThatThrownBy(() -> Base64.getDecoder().decode(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theContentIsTamperedWith() {
        String code = service.newCode("basic");
        simulator.inject(Fault.of(FaultKind.TAMPERED_CONTENT));
        JsonNode answer = service.getToken(code).json();
        assertThatThrownBy(() -> service.open(answer)).hasCauseInstanceOf(javax.crypto.AEADBadTagException.class);
    }

    @Test
    void theKeyComesAsText() throws GeneralSecurityException {
        simulator.revokeCek(service.clientId);
        simulator.inject(Fault.of(FaultKind.CEK_AS_TEXT));
        JsonNode answer = service.plain("/security/getKey", "").json();
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, TestService.KEK.getPrivate());
        byte[] text = rsa.doFinal(Base64.getDecoder()
                .decode(answer.path("content").path("secretKey").asText()));
        assertThat(text).hasSize(44);
        assertThat(Base64.getDecoder().decode(text)).hasSize(32);
    }

    @Test
    void theLifetimeComesAsATime() {
        simulator.inject(Fault.of(FaultKind.CEK_ABSOLUTE_EXPIRY));
        JsonNode key = service.plain("/security/getKey", "").json().path("content");
        assertThat(key.path("expiresIn").asLong())
                .isEqualTo(key.path("issueAt").asLong() + Duration.ofHours(24).toMillis());
    }

    @Test
    void theTxIdStandsInBrackets() {
        simulator.inject(Fault.of(FaultKind.TX_ID_IN_BRACKETS));
        assertThat(service.getToken("x").json().path("txID").asText()).matches("<T=[0-9a-f]{32}>");
        assertThat(service.getToken("x").json().path("txID").asText()).matches("T[0-9a-f]{32}");
    }

    @Test
    void theRedirectHasNoErrorCode() {
        simulator.inject(Fault.of(FaultKind.REDIRECT_WITHOUT_ERROR_CODE));
        assertThat(simulator
                        .reject(service.openQr("only-state"))
                        .redirect()
                        .orElseThrow()
                        .toString())
                .isEqualTo(TestService.REDIRECT + "?state=only-state");
        assertThat(simulator
                        .reject(service.openQr("next"))
                        .redirect()
                        .orElseThrow()
                        .toString())
                .contains("error_code=D40001");
    }

    @Test
    void aFaultOfOneClientSparesTheOthers() {
        TestService other = new TestService(simulator);
        other.fetchKey();
        simulator.inject(Fault.of(FaultKind.HTML_ERROR).forClient(service.clientId));
        assertThat(other.getToken("x").send().statusCode()).isEqualTo(200);
        assertThat(service.getToken("x").send().statusCode()).isEqualTo(502);
    }

    @Test
    void theLogNamesTheFault() {
        simulator.inject(Fault.of(FaultKind.TRUNCATED_JSON));
        service.getToken("x").send();
        LogEntry entry = simulator.log().get(simulator.log().size() - 1);
        assertThat(entry.reason().orElseThrow()).startsWith("Fault truncated-json");
    }

    private String answer(String code) {
        return service.getToken(code).json().path("code").asText();
    }
}
