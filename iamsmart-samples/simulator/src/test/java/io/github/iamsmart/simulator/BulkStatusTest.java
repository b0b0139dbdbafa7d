package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking after a bulk signing and cancelling it. */
class BulkStatusTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ObjectNode body;
    private String ticket;
    private ObjectNode enquiry;

    @BeforeEach
    void begin() {
        service.signIn("plus", Map.of("scope", BulkRequestBodies.SCOPES));
        body = BulkRequestBodies.hashes(service, 4).put("maxCallbackSigs", 2);
        ticket = service.ticket(BulkRequestBodies.INITIATE, body);
        enquiry = BulkRequestBodies.enquiry(
                service, body, receiver.next().content().path("BSQCToken").asText());
    }

    @Test
    void goesFromPendingToCompleted() {
        assertThat(status()).isEqualTo("SS001");
        assertThat(word()).isEqualTo("pending");
        simulator.begin(ticket);
        assertThat(status()).isEqualTo("SS002");
        assertThat(word()).isEqualTo("in-progress");
        simulator.approve(ticket);
        simulator.awaitCallback(ticket, PATIENCE);
        assertThat(status()).isEqualTo("SS003");
        assertThat(word()).isEqualTo("completed");
    }

    @Test
    void isInProgressWhileACallbackIsHeldBack() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_DELAY).delay(Duration.ofMinutes(1)));
        simulator.approve(ticket);
        assertThat(receiver.next().content().path("callbackSeq").intValue()).isEqualTo(2);
        assertThat(status()).isEqualTo("SS002");
        simulator.advance(Duration.ofMinutes(1));
        assertThat(receiver.next().content().path("callbackSeq").intValue()).isEqualTo(1);
        simulator.awaitCallback(ticket, PATIENCE);
        assertThat(status()).isEqualTo("SS003");
    }

    @Test
    void fails() {
        simulator.advance(Duration.ofMinutes(18));
        assertThat(status()).isEqualTo("SS005");
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void openingTheScreenOnThePhoneBeginsIt() {
        TestService.get(URI.create(simulator.baseUrl() + "/phone"));
        assertThat(status()).isEqualTo("SS001");
        TestService.get(URI.create(simulator.baseUrl() + "/phone?ticketID=" + ticket));
        assertThat(status()).isEqualTo("SS002");
    }

    @Test
    void theControlApiBeginsItToo() {
        URI begin = URI.create(simulator.baseUrl() + "/control/requests/" + ticket + "/begin");
        var answer = TestService.post(begin, "application/json", "");
        assertThat(TestService.parse(answer.body()).path("status").asText()).isEqualTo("pending");
        assertThat(status()).isEqualTo("SS002");
        simulator.reject(ticket);
        assertThat(TestService.post(begin, "application/json", "").statusCode()).isEqualTo(409);
        assertThatThrownBy(() -> simulator.begin(ticket)).isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> simulator.begin("unknown"))
                .isInstanceOfSatisfying(
                        SimulatorException.class,
                        e -> assertThat(e.kind()).isEqualTo(SimulatorException.Kind.UNKNOWN_REQUEST));
    }

    @Test
    void isCancelledBeforeTheUserBegins() {
        assertThat(service.accepted(BulkRequestBodies.CANCEL, enquiry)).isEmpty();
        assertThat(status()).isEqualTo("SS004");
        assertThat(word()).isEqualTo("cancelled");
        assertThat(simulator
                        .findByBusinessId(body.path("businessID").asText())
                        .orElseThrow()
                        .status())
                .isEqualTo("cancelled");
        assertThat(TestService.text(
                        TestService.get(URI.create(simulator.baseUrl() + "/phone?lang=en-US&ticketID=" + ticket))))
                .contains("data-status-name=\"cancelled\"")
                .doesNotContain("data-testid=\"approve\"");
        assertThatThrownBy(() -> simulator.approve(ticket))
                .isInstanceOfSatisfying(
                        SimulatorException.class,
                        e -> assertThat(e.kind()).isEqualTo(SimulatorException.Kind.ALREADY_ENDED));
        assertThat(code(BulkRequestBodies.CANCEL, enquiry)).isEqualTo("D71007");
        assertThat(receiver.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"begun", "approved", "rejected", "timed out"})
    void isNotCancelledAfterwards(String when) {
        switch (when) {
            case "begun" -> simulator.begin(ticket);
            case "approved" -> simulator.approve(ticket);
            case "rejected" -> simulator.reject(ticket);
            default -> simulator.advance(Duration.ofMinutes(18));
        }
        assertThat(code(BulkRequestBodies.CANCEL, enquiry)).isEqualTo("D71007");
        assertThat(simulator.log())
                .anySatisfy(entry -> assertThat(entry.reason().orElse("")).contains("before the user has opened it"));
    }

    @Test
    void aTokenThatIsNotItsOwnIsNotFound() {
        enquiry.put("BSQCToken", "simbulk-of-somebody-else");
        assertThat(code(BulkRequestBodies.STATUS, enquiry)).isEqualTo("D71008");
        assertThat(code(BulkRequestBodies.CANCEL, enquiry)).isEqualTo("D71008");
    }

    @Test
    void aRequestThatIsNotKnownHasNoRecord() {
        enquiry.put("businessID", "unknown");
        assertThat(status()).isEqualTo("SS006");
        assertThat(code(BulkRequestBodies.CANCEL, enquiry)).isEqualTo("D71008");
    }

    @Test
    void aRequestOfAnotherClientOrFlowIsNotKnown() {
        SignedInService other = new SignedInService(simulator, receiver);
        assertThat(BulkRequestBodies.status(other, enquiry)).isEqualTo("SS006");
        service.signIn("plus", Map.of("scope", SigningRequestBodies.SCOPES));
        ObjectNode one = SigningRequestBodies.hash(service);
        service.accepted(SigningRequestBodies.HASH, one);
        enquiry.set("businessID", one.path("businessID"));
        assertThat(status()).isEqualTo("SS006");
    }

    @ParameterizedTest
    @CsvSource({
        "BSQCToken, (absent), D20001",
        "BSQCToken, '', D20002",
        "businessID, (absent), D20001",
        "openID, (absent), D20001",
        "openID, another, D20010",
    })
    void checksEveryMember(String member, String value, String code) {
        if (value.equals("(absent)")) {
            enquiry.remove(member);
        } else {
            enquiry.put(member, value);
        }
        assertThat(code(BulkRequestBodies.STATUS, enquiry)).isEqualTo(code);
        assertThat(code(BulkRequestBodies.CANCEL, enquiry)).isEqualTo(code);
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
        assertThat(code(BulkRequestBodies.STATUS, enquiry)).isEqualTo("D20012");
        assertThat(code(BulkRequestBodies.CANCEL, enquiry)).isEqualTo("D20012");
    }

    private String status() {
        return BulkRequestBodies.status(service, enquiry);
    }

    private String word() {
        return simulator
                .findByBusinessId(body.path("businessID").asText())
                .flatMap(SimulatedRequest::bulkSigning)
                .orElseThrow()
                .status();
    }

    private String code(String path, ObjectNode content) {
        return service.post(path, content).path("code").asText();
    }
}
