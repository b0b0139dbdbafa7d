package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CallbackReceiver.Received;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymousBulkSigningTest extends ServiceTest {
    private static final String INITIATE = "/anonymous/bdss/initiateRequest";
    private static final String TOKEN = "/anonymous/bdss/getBSQCToken";

    private ObjectNode body;

    @BeforeEach
    void registerAService() {
        body = BulkRequestBodies.hashes(service, 3);
        body.remove("accessToken");
        body.remove("openID");
        body.put("redirectURI", TestService.REDIRECT.toString()).put("HKICHash", SigningRequestBodies.HKIC_HASH);
    }

    @AfterEach
    void nothingElseWasSent() {
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void goesFromTheTicketToTheSignatures() {
        JsonNode answer = service.accepted(INITIATE, body);
        assertThat(answer.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("ticketID", "businessID");
        assertThat(answer.path("businessID")).isEqualTo(body.path("businessID"));
        String ticket = answer.path("ticketID").asText();
        HttpResponse<byte[]> page = open(ticket, Map.of("state", "of-the-browser"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(TestService.text(page)).contains("Sign with your simulated phone");
        URI redirect = simulator.approve(ticket, "plus").redirect().orElseThrow();
        assertThat(TestService.query(redirect))
                .containsOnlyKeys("code", "state", "businessID")
                .containsEntry("state", "of-the-browser");

        ObjectNode credentials = credentials(redirect);
        assertThat(bulk()).isEqualTo(new SimulatedBulkSigning("in-progress", 3, 0, 0, 1, 0, Map.of()));
        JsonNode token = service.accepted(TOKEN, credentials);
        assertThat(token.properties()).extracting(Map.Entry::getKey).containsExactly("BSQCToken");
        Received callback = receiver.next();
        assertThat(callback.content().path("state")).isEqualTo(body.path("state"));
        assertThat(BulkRequestBodies.signatures(callback)).hasSize(3);
        simulator.awaitCallback(ticket, Duration.ofSeconds(60));

        assertThat(service.post(TOKEN, credentials).path("code").asText()).isEqualTo("D20009");
        service.openId = credentials.path("openID").asText();
        ObjectNode enquiry =
                BulkRequestBodies.enquiry(service, body, token.path("BSQCToken").asText());
        assertThat(BulkRequestBodies.status(service, enquiry)).isEqualTo("SS003");
        assertThat(service.post(BulkRequestBodies.CANCEL, enquiry).path("code").asText())
                .isEqualTo("D71007");
        String businessId = body.path("businessID").asText();
        service.accepted(BulkRequestBodies.ACK, SigningRequestBodies.acknowledgement(businessId, "SR001"));
        assertThat(simulator.findByBusinessId(businessId).orElseThrow().acknowledged())
                .contains("SR001");
    }

    @Test
    void theFaultsOfTheInitiatingApiShowThemselves() {
        simulator.inject(Fault.of(FaultKind.BULK_FILE_WITH_BRACES).onPath(INITIATE));
        service.accepted(TOKEN, credentials(approved()));
        assertThat(BulkRequestBodies.file(receiver.next())).startsWith("{");
    }

    @Test
    void theTokenFetchesItsOwnResultOnly() {
        ObjectNode credentials = credentials(approved());
        assertThat(service.post("/anonymous/signing/getResult", credentials)
                        .path("code")
                        .asText())
                .isEqualTo("D20009");
        service.accepted(TOKEN, credentials);
        receiver.next();
    }

    @Test
    void theServiceHasToSayWhoSigns() {
        body.remove("HKICHash");
        assertThat(service.post(INITIATE, body).path("code").asText()).isEqualTo("D20001");
    }

    @ParameterizedTest
    @CsvSource({"village-lot, D71005", "basic, D71004", "suspended, D71002"})
    void anybodyElseFails(String persona, String code) {
        String ticket = service.ticket(INITIATE, body);
        Outcome outcome = simulator.approve(ticket, persona);
        assertThat(outcome.status()).isEqualTo("failed");
        assertThat(TestService.query(outcome.redirect().orElseThrow()))
                .containsEntry("error_code", code)
                .doesNotContainKey("code");
    }

    @ParameterizedTest
    @CsvSource({"cancel, D71000", "reject, D71001", "fail, D71002", "timeout, D71003"})
    void aRefusalGoesBackWithTheBrowser(String ending, String code) {
        String ticket = service.ticket(INITIATE, body);
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
        String ticket = service.ticket(INITIATE, body);
        simulator.advance(Duration.ofMinutes(12).minusSeconds(1));
        assertThat(open(ticket, Map.of()).statusCode()).isEqualTo(200);
        simulator.advance(Duration.ofSeconds(1));
        assertThat(open(ticket, Map.of()).statusCode()).isEqualTo(400);
    }

    @Test
    void aStepUpNeedsItsScope() {
        body.put("suaMethod", "{\"unary\":[\"FR\"]}");
        String ticket = service.ticket(INITIATE, body);
        assertThat(TestService.text(open(ticket, Map.of()))).contains("D20015", "eidapi_sua");
        assertThat(open(ticket, Map.of("scope", "eidapi_bulksign eidapi_sua")).statusCode())
                .isEqualTo(200);
        Outcome outcome = simulator.approve(ticket, Approval.by("plus").failingTheFaceCheck());
        assertThat(TestService.query(outcome.redirect().orElseThrow())).containsEntry("error_code", "D71002");
    }

    private HttpResponse<byte[]> open(String ticket, Map<String, String> changes) {
        Map<String, String> parameters = new HashMap<>(changes);
        parameters.put("ticketID", ticket);
        parameters.putIfAbsent("scope", "eidapi_bulksign");
        return TestService.get(service.service.authorizationUri(parameters));
    }

    private URI approved() {
        return simulator
                .approve(service.ticket(INITIATE, body), "plus")
                .redirect()
                .orElseThrow();
    }

    private ObjectNode credentials(URI redirect) {
        JsonNode token = service.service.open(
                service.service.getToken(TestService.code(redirect)).json());
        return TestService.JSON
                .createObjectNode()
                .put("accessToken", token.path("accessToken").asText())
                .put("openID", token.path("openID").asText());
    }

    private SimulatedBulkSigning bulk() {
        return simulator
                .findByBusinessId(body.path("businessID").asText())
                .flatMap(SimulatedRequest::bulkSigning)
                .orElseThrow();
    }
}
