package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The phone's screens for bulk signing. */
class PhoneBulkSigningTest extends ServiceTest {

    @BeforeEach
    void signIn() {
        service.signIn("plus", Map.of("scope", BulkRequestBodies.SCOPES));
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, Digital signing of several documents, asks you to sign several documents at once, Documents: 1000, Request",
        "zh-HK, 多份文件數碼簽署, 要求你一次過簽署多份文件, 文件：1000 份, 要求",
        "zh-CN, 多份文件数字签名, 请求您一次签署多份文件, 文件：1000 份, 请求",
    })
    void showsWhatIsSigned(String lang, String flow, String asks, String count, String request) {
        ObjectNode body = BulkRequestBodies.hashes(service, 1000).put("requestName", "Permits <b>of June</b>");
        assertThat(show(service.ticket(BulkRequestBodies.INITIATE, body), lang))
                .contains("<html lang=\"" + lang + "\">", flow, asks)
                .contains("data-testid=\"sign-department\">Permit Office<")
                .contains("data-testid=\"sign-service\">Beach permits<")
                .contains("<span>" + request + "</span>")
                .contains("data-testid=\"sign-request\">Permits &lt;b&gt;of June&lt;/b&gt;<")
                .contains("data-testid=\"document-count\">" + count + "<")
                .contains("<li>Permit 0</li>", "<li>Permit 999</li>")
                .contains("data-testid=\"approve\"")
                .doesNotContain("identification-code", "data-testid=\"other-face\"");
    }

    @Test
    void otherRequestsHaveNoDocuments() {
        service.signIn("plus", Map.of("scope", SigningRequestBodies.SCOPES));
        assertThat(show(service.ticket(SigningRequestBodies.HASH, SigningRequestBodies.hash(service)), "en-US"))
                .doesNotContain("data-testid=\"documents\"", "data-testid=\"document-count\"");
    }

    @Test
    void theButtonsSignOrFailTheStepUp() {
        ObjectNode body = BulkRequestBodies.hashes(service, 2).put("suaMethod", "{\"unary\":[\"FR\"]}");
        String ticket = service.ticket(BulkRequestBodies.INITIATE, body);
        receiver.next();
        assertThat(show(ticket, "en-US")).contains("look at the face now", "data-testid=\"other-face\"");
        answer(ticket, "approve");
        assertThat(BulkRequestBodies.signatures(receiver.next())).hasSize(2);
        String again = service.ticket(
                BulkRequestBodies.INITIATE,
                BulkRequestBodies.hashes(service, 2).put("suaMethod", "{\"unary\":[\"NFC\"]}"));
        receiver.next();
        answer(again, "other-face");
        assertThat(receiver.next().code()).isEqualTo("D71002");
    }

    @Test
    void theListNamesTheSigningAndDoesNotBeginIt() {
        ObjectNode body = BulkRequestBodies.hashes(service, 2);
        service.accepted(BulkRequestBodies.INITIATE, body);
        assertThat(TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/phone?lang=en-US"))))
                .contains("Digital signing of several documents", "SAMPLE, Plus");
        assertThat(simulator
                        .findByBusinessId(body.path("businessID").asText())
                        .flatMap(SimulatedRequest::bulkSigning)
                        .orElseThrow()
                        .status())
                .isEqualTo("pending");
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
