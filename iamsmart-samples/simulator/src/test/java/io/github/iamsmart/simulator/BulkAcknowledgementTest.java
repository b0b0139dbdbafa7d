package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service says of many signatures, and when it is heard. */
class BulkAcknowledgementTest extends ServiceTest {
    private ObjectNode body;
    private String ticket;

    @BeforeEach
    void begin() {
        service.signIn("plus", Map.of("scope", BulkRequestBodies.SCOPES));
        body = BulkRequestBodies.hashes(service, 3);
        ticket = service.ticket(BulkRequestBodies.INITIATE, body);
    }

    @Test
    void ofAllAlikeIsRecordedOnce() {
        approve();
        assertThat(request().acknowledged()).isEmpty();
        assertThat(service.accepted(BulkRequestBodies.ACK, ofAll("SR001"))).isEmpty();
        assertThat(request().acknowledged()).contains("SR001");
        assertThat(code(ofAll("SR002"))).isEqualTo("D71006");
        assertThat(code(ofEach(Map.of("P-0", "SR002")))).isEqualTo("D71006");
        assertThat(request().acknowledged()).contains("SR001");
        assertThat(request().bulkSigning().orElseThrow().acknowledged()).isEmpty();
    }

    @Test
    void ofEachIsRecordedOnce() {
        approve();
        service.accepted(BulkRequestBodies.ACK, ofEach(Map.of("P-0", "SR001", "P-2", "SR002")));
        assertThat(code(ofEach(Map.of("P-1", "SR001", "P-2", "SR001")))).isEqualTo("D71006");
        assertThat(code(ofAll("SR001"))).isEqualTo("D71006");
        service.accepted(BulkRequestBodies.ACK, ofEach(Map.of("P-1", "SR003")));
        Map<String, String> all = Map.of("P-0", "SR001", "P-2", "SR002", "P-1", "SR003");
        assertThat(request().bulkSigning().orElseThrow().acknowledged()).isEqualTo(all);
        assertThat(request().acknowledged()).isEmpty();
        JsonNode shown =
                TestService.parse(TestService.get(URI.create(simulator.baseUrl() + "/control/requests?businessID="
                                + body.path("businessID").asText()))
                        .body());
        JsonNode bulk = shown.get(0).path("bulkSigning");
        assertThat(bulk.path("acknowledged").path("P-2").asText()).isEqualTo("SR002");
        assertThat(bulk.path("status").asText()).isEqualTo("completed");
        assertThat(bulk.path("documents").intValue()).isEqualTo(3);
        assertThat(bulk.path("signed").intValue()).isEqualTo(3);
        assertThat(bulk.path("failed").intValue()).isZero();
        assertThat(bulk.path("callbacks").intValue()).isEqualTo(1);
        assertThat(bulk.path("sent").intValue()).isEqualTo(1);
    }

    @Test
    void mustFitARequestThatHasBeenAnswered() {
        assertThat(code(ofAll("SR003"))).isEqualTo("D71006");
        simulator.begin(ticket);
        assertThat(code(ofEach(Map.of("P-0", "SR003")))).isEqualTo("D71006");
        assertThat(code(ofAll("SR003").put("businessID", "unknown"))).isEqualTo("D71006");
        SignedInService other = new SignedInService(simulator, receiver);
        simulator.reject(ticket);
        assertThat(other.post(BulkRequestBodies.ACK, ofAll("SR003"))
                        .path("code")
                        .asText())
                .isEqualTo("D71006");
        assertThat(code(ofAll("SR001"))).isEqualTo("D71006");
        assertThat(code(ofEach(Map.of("P-0", "SR001")))).isEqualTo("D71006");
        assertThat(code(ofAll("SR003"))).isEqualTo("D00000");
    }

    @Test
    void mustFitTheDocuments() {
        simulator.inject(Fault.of(FaultKind.BULK_DOCUMENT_UNSIGNED));
        approve();
        assertThat(code(ofEach(Map.of("P-1", "SR001", "P-3", "SR001")))).isEqualTo("D71006");
        assertThat(code(ofEach(Map.of("P-0", "SR001")))).isEqualTo("D71006");
        ObjectNode twice = ofEach(Map.of("P-1", "SR001"));
        twice.withArray("signatures").addObject().put("id", "P-1").put("signingResult", "SR002");
        assertThat(code(twice)).isEqualTo("D71006");
        assertThat(request().bulkSigning().orElseThrow().acknowledged()).isEmpty();
        assertThat(code(ofEach(Map.of("P-0", "SR003", "P-1", "SR001")))).isEqualTo("D00000");
    }

    @Test
    void isForTheApiOfItsFlow() {
        approve();
        service.signIn("plus", Map.of("scope", SigningRequestBodies.SCOPES));
        assertThat(service.post(SigningRequestBodies.ACK, ofAll("SR001"))
                        .path("code")
                        .asText())
                .isEqualTo("D70006");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|D20001",
                "{\"signingResult\":\"SR004\"}|D20003",
                "{\"signingResult\":1}|D20003",
                "{\"signingResult\":\"\"}|D20001",
                "{\"signingResult\":\"\",\"signatures\":[]}|D20003",
                "{\"signingResult\":\"\",\"signatures\":{}}|D20003",
                "{\"signingResult\":\"\",\"signatures\":[\"P-0\"]}|D20003",
                "{\"signingResult\":\"\",\"signatures\":[{\"id\":\"P-0\"}]}|D20001",
                "{\"signingResult\":\"\",\"signatures\":[{\"signingResult\":\"SR001\"}]}|D20001",
                "{\"signingResult\":\"\",\"signatures\":[{\"id\":\"P-0\",\"signingResult\":\"yes\"}]}|D20003",
                "{\"signingResult\":\"SR001\",\"signatures\":[{\"id\":\"P-0\",\"signingResult\":\"SR001\"}]}|D20003",
            })
    void saysItInOneWayOrTheOther(String json, String code) {
        approve();
        ObjectNode content = (ObjectNode) TestService.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(code(content.put("businessID", body.path("businessID").asText())))
                .isEqualTo(code);
    }

    private void approve() {
        simulator.approve(ticket);
        assertThat(simulator.awaitCallback(ticket, Duration.ofSeconds(60)).status())
                .isEqualTo("delivered");
    }

    private ObjectNode ofAll(String result) {
        return SigningRequestBodies.acknowledgement(body.path("businessID").asText(), result);
    }

    private ObjectNode ofEach(Map<String, String> results) {
        ObjectNode content = ofAll("");
        results.forEach((id, result) ->
                content.withArray("signatures").addObject().put("id", id).put("signingResult", result));
        return content;
    }

    private String code(ObjectNode content) {
        return service.post(BulkRequestBodies.ACK, content).path("code").asText();
    }

    private SimulatedRequest request() {
        return simulator.findByBusinessId(body.path("businessID").asText()).orElseThrow();
    }
}
