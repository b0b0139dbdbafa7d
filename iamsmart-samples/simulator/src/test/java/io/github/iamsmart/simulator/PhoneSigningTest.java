package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CallbackReceiver.Received;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The phone's screens for signing. */
class PhoneSigningTest extends ServiceTest {

    @BeforeEach
    void signIn() {
        service.signIn("plus", Map.of("scope", SigningRequestBodies.SCOPES));
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, Digital signing, Department, Identification code",
        "zh-HK, 數碼簽署, 部門, 識別碼",
        "zh-CN, 数字签名, 部门, 识别码",
    })
    void showsWhatIsSignedAndTheCode(String lang, String flow, String department, String codeName) {
        ObjectNode body = SigningRequestBodies.hash(service)
                .put("documentName", "Form <b>7</b>")
                .put("HKICHash", SigningRequestBodies.HKIC_HASH);
        String ticket = service.ticket(SigningRequestBodies.HASH, body);
        String code = simulator
                .findByBusinessId(body.path("businessID").asText())
                .orElseThrow()
                .identificationCode()
                .orElseThrow();
        assertThat(show(ticket, lang))
                .contains("<html lang=\"" + lang + "\">", flow, department, codeName)
                .contains("data-testid=\"sign-department\">Permit Office<")
                .contains("data-testid=\"sign-service\">Beach permits<")
                .contains("data-testid=\"sign-document\">Form &lt;b&gt;7&lt;/b&gt;<")
                .contains("data-testid=\"sign-algorithm\">SHA256withRSA<")
                .containsPattern("data-testid=\"identification-code\"[^>]*>" + code + "<")
                .contains("data-testid=\"approve\"")
                .doesNotContain("data-testid=\"other-face\"", SigningRequestBodies.HKIC_HASH);
    }

    @Test
    void aPdfHasNoAlgorithmAndOtherRequestsHaveNoCode() {
        assertThat(show(service.ticket(SigningRequestBodies.PDF, SigningRequestBodies.pdf(service)), "en-US"))
                .contains("Digital signing of a PDF", "data-testid=\"identification-code\"")
                .doesNotContain("data-testid=\"sign-algorithm\"");
        service.signIn("basic");
        assertThat(show(service.ticket(SignedInService.PROFILE, service.profile("idNo")), "en-US"))
                .doesNotContain("identification-code", "data-testid=\"sign-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"unary\":[\"FR\"]}|look at the face now|true",
                "{\"unary\":[\"NFC\"]}|read the identity card now|false",
                "{\"and\":[\"FR\",\"NFC\"]}|look at the face and read the identity card|true",
            })
    void showsTheStepUp(String method, String hint, boolean face) {
        ObjectNode body = SigningRequestBodies.hash(service).put("suaMethod", method);
        String screen = show(service.ticket(SigningRequestBodies.HASH, body), "en-US");
        assertThat(screen).contains(hint, "data-testid=\"other-face\"", "data-testid=\"identification-code\"");
        assertThat(screen.contains("A face in a frame")).isEqualTo(face);
    }

    @Test
    void theButtonsSignOrFailTheStepUp() {
        answer(service.ticket(SigningRequestBodies.HASH, SigningRequestBodies.hash(service)), "approve");
        Received signed = receiver.next();
        assertThat(signed.code()).isEqualTo("D00000");
        assertThat(signed.content().has("signature")).isTrue();
        ObjectNode body = SigningRequestBodies.hash(service).put("suaMethod", "{\"unary\":[\"FR\"]}");
        answer(service.ticket(SigningRequestBodies.HASH, body), "other-face");
        assertThat(receiver.next().code()).isEqualTo("D70002");
    }

    @Test
    void theListNamesTheSigning() {
        service.accepted(SigningRequestBodies.PDF, SigningRequestBodies.pdf(service));
        assertThat(TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/phone?lang=en-US"))))
                .contains("Digital signing of a PDF", "SAMPLE, Plus");
    }

    private String show(String ticket, String lang) {
        return TestService.text(
                TestService.get(URI.create(simulator.baseUrl() + "/phone?ticketID=" + ticket + "&lang=" + lang)));
    }

    private void answer(String ticket, String decision) {
        TestService.post(
                URI.create(simulator.baseUrl() + "/phone/answer"),
                "application/x-www-form-urlencoded",
                "ticket=" + ticket + "&lang=en-US&decision=" + decision);
    }
}
