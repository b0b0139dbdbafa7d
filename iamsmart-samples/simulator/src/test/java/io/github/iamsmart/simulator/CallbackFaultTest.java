package io.github.iamsmart.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CallbackReceiver.Received;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallbackFaultTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    @RegisterExtension // its time stands still unless it is moved
    final IamSmartSimulatorExtension fresh = IamSmartSimulatorExtension.with(
            builder -> builder.clock(Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneOffset.UTC)));

    private final CallbackReceiver receiver = new CallbackReceiver();
    private IamSmartSimulator simulator;
    private SignedInService service;

    @BeforeEach
    void signIn(IamSmartSimulator running) {
        simulator = running;
        service = new SignedInService(running, receiver).signIn("basic");
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aDelayRunsByTheSimulatorsClock() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_DELAY).delay(Duration.ofMinutes(10)));
        String late = approved();
        String next = approved();
        assertThat(receiver.next().businessId()).isEqualTo(businessId(next));
        simulator.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(callback(late)).contains(SimulatedCallback.PENDING);
        simulator.advance(Duration.ofMillis(1));
        assertThat(receiver.next().businessId()).isEqualTo(businessId(late));
        assertThat(simulator.awaitCallback(late, BOUND).status()).isEqualTo("delivered");
    }

    @Test
    void aDelayEndsWithRealTimeToo() {
        try (IamSmartSimulator running = IamSmartSimulator.start()) {
            SignedInService other = new SignedInService(running, receiver).signIn("basic");
            running.inject(Fault.of(FaultKind.CALLBACK_DELAY).delay(Duration.ofMillis(50)));
            running.approve(other.ticket(SignedInService.STEP_UP, other.common()));
            assertThat(receiver.next().code()).isEqualTo("D00000");
        }
    }

    @Test
    void aDuplicateIsTheSameByteForByte() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_DUPLICATE));
        approved();
        Received first = receiver.next();
        assertThat(receiver.next().body()).isEqualTo(first.body());
        String single = approved();
        assertThat(receiver.next().businessId()).isEqualTo(businessId(single));
        assertThat(simulator.awaitCallback(single, BOUND).status()).isEqualTo("delivered");
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void aDroppedOneNeverComes() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_DROP));
        String dropped = approved();
        SimulatedCallback lost = simulator.awaitCallback(dropped, BOUND);
        assertThat(lost.status()).isEqualTo("failed");
        assertThat(lost.failure().orElseThrow()).contains("callback-drop");
        String next = approved();
        assertThat(receiver.next().businessId()).isEqualTo(businessId(next));
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void twoComeInTheWrongOrder() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_REORDER));
        String first = approved();
        assertThat(callback(first)).contains(SimulatedCallback.PENDING);
        String second = approved();
        assertThat(receiver.next().businessId()).isEqualTo(businessId(second));
        assertThat(receiver.next().businessId()).isEqualTo(businessId(first));
    }

    @Test
    void theCallbackOvertakesTheAnswer() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_BEFORE_ANSWER).onPath(SignedInService.PROFILE));
        service.accepted(SignedInService.STEP_UP, service.common());
        ObjectNode body = service.profile("idNo");
        service.accepted(SignedInService.PROFILE, body);
        // The answer is here; the callback must have come before it.
        assertThat(receiver.waiting()).isEqualTo(1);
        assertThat(receiver.next().businessId())
                .isEqualTo(body.path("businessID").asText());
        assertThat(simulator
                        .findByBusinessId(body.path("businessID").asText())
                        .orElseThrow()
                        .status())
                .isEqualTo("approved");
    }

    @Test
    void theTagDoesNotMatch() {
        Received callback = shown(FaultKind.CALLBACK_TAMPERED_TAG);
        assertThatThrownBy(callback::content).hasCauseInstanceOf(AEADBadTagException.class);
        assertThat(callback.key()).isEqualTo(service.service.cek());
    }

    @Test
    void theKeyIsNobodys() {
        Received callback = shown(FaultKind.CALLBACK_FOREIGN_KEY);
        assertThat(callback.content().has("idNo")).isTrue();
        assertThat(callback.key()).isNotEqualTo(service.service.cek()).isNotEqualTo(service.service.fetchKey());
        assertThat(service.service.fetchKey()).isEqualTo(service.service.cek());
    }

    @Test
    void theKeyIsNew() {
        Received callback = shown(FaultKind.CALLBACK_NEW_CEK);
        assertThat(callback.content().has("idNo")).isTrue();
        assertThat(callback.key()).isNotEqualTo(service.service.cek()).isEqualTo(service.service.fetchKey());
    }

    @Test
    void aCodeComesInPlaceOfTheResult() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_ERROR_CODE).code("D59999"));
        approved();
        Received callback = receiver.next();
        assertThat(callback.code()).isEqualTo("D59999");
        assertThat(callback.content().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state");
        assertThat(shown(FaultKind.CALLBACK_ERROR_CODE).code()).isEqualTo("D20000");
    }

    @Test
    void theBodyIsMultipart() {
        Received callback = shown(FaultKind.CALLBACK_MULTIPART);
        assertThat(callback.contentType()).startsWith("multipart/form-data");
        assertThat(callback.content().has("idNo")).isTrue();
    }

    @Test
    void thePlaintextIsBare() {
        JsonNode plaintext = shown(FaultKind.CALLBACK_BARE_CONTENT).plaintext();
        assertThat(plaintext.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state", "idNo");
    }

    @Test
    void theEnvelopeInsideHasNoCode() {
        Received callback = shown(FaultKind.CALLBACK_NESTED_WITHOUT_CODE);
        assertThat(callback.code()).isEqualTo("D00000");
        assertThat(callback.plaintext().has("code")).isFalse();
        assertThat(callback.content().has("idNo")).isTrue();
    }

    @Test
    void theEnvelopeInsideHasItsContentAsText() {
        JsonNode plaintext = shown(FaultKind.CALLBACK_NESTED_AS_TEXT).plaintext();
        assertThat(plaintext.path("code").asText()).isEqualTo("D00000");
        JsonNode content =
                TestService.parse(plaintext.path("content").textValue().getBytes(StandardCharsets.UTF_8));
        assertThat(content.has("idNo")).isTrue();
        assertThat(content.has("businessID")).isTrue();
    }

    @Test
    void twoFormsOfThePlaintextCanMeet() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_NESTED_WITHOUT_CODE));
        JsonNode plaintext = shown(FaultKind.CALLBACK_NESTED_AS_TEXT).plaintext();
        assertThat(plaintext.has("code")).isFalse();
        assertThat(plaintext.path("content").isTextual()).isTrue();
    }

    @Test
    void aFailureComesInClear() {
        JsonNode envelope = refusedWith(FaultKind.CALLBACK_FAILURE_IN_CLEAR).envelope();
        assertThat(envelope.path("code").asText()).isEqualTo("D50001");
        assertThat(envelope.has("secretKey")).isFalse();
        SimulatedRequest request = simulator.requests().get(1);
        assertThat(envelope.path("content"))
                .isEqualTo(TestService.JSON
                        .createObjectNode()
                        .put("businessID", request.businessId().orElseThrow())
                        .put("state", request.state().orElseThrow()));
    }

    @Test
    void aFailureNamesNothing() {
        JsonNode envelope =
                refusedWith(FaultKind.CALLBACK_FAILURE_WITHOUT_CONTENT).envelope();
        assertThat(envelope.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("txID", "code", "message");
        assertThat(envelope.path("code").asText()).isEqualTo("D50001");
    }

    @Test
    void theFormsOfAFailureWaitForOne() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_FAILURE_IN_CLEAR));
        simulator.inject(Fault.of(FaultKind.CALLBACK_FAILURE_WITHOUT_CONTENT));
        approved();
        assertThat(receiver.next().content().has("idNo")).isTrue();
        assertThat(simulator.faults()).hasSize(2);
        simulator.inject(Fault.of(FaultKind.CALLBACK_ERROR_CODE));
        approved();
        assertThat(receiver.next().envelope().path("content").has("businessID")).isTrue();
        assertThat(simulator.faults()).hasSize(1);
    }

    @Test
    void theStateIsAnothers() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_WRONG_STATE));
        ObjectNode body = service.profile("idNo");
        simulator.approve(service.ticket(SignedInService.PROFILE, body));
        JsonNode content = receiver.next().content();
        assertThat(content.path("businessID")).isEqualTo(body.path("businessID"));
        assertThat(content.path("state").asText())
                .isNotEmpty()
                .isNotEqualTo(body.path("state").asText());
    }

    @Test
    void theHeadersSignTheBodyAsThatOfARequest() throws Exception {
        assertThat(shown(FaultKind.CALLBACK_SIGNED)).matches(this::isSigned);
        assertThat(shown(FaultKind.CALLBACK_WRONG_SIGNATURE))
                .matches(callback -> callback.header("signature").length() > 43)
                .matches(callback -> !isSigned(callback));
        approved();
        assertThat(receiver.next().header("signature")).isEmpty();
    }

    private boolean isSigned(Received callback) {
        try {
            Mac mac = Mac.getInstance(callback.header("signatureMethod"));
            mac.init(new SecretKeySpec(service.service.secret.getBytes(UTF_8), "HmacSHA256"));
            for (String name : List.of("clientID", "signatureMethod", "timestamp", "nonce")) {
                mac.update(callback.header(name).getBytes(UTF_8));
            }
            String signature = Base64.getEncoder().encodeToString(mac.doFinal(callback.body()));
            return callback.header("signature").equals(URLEncoder.encode(signature, UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theLogNamesTheFault() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_TAMPERED_TAG));
        String ticket = approved();
        simulator.awaitCallback(ticket, BOUND);
        assertThat(service.lastReason()).startsWith("Fault callback-tampered-tag: ");
    }

    @Test
    void aFaultOfOneClientAndOneApiSparesTheOthers() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_DROP).forClient("another"));
        simulator.inject(Fault.of(FaultKind.CALLBACK_DROP).onPath(SignedInService.FORM));
        approved();
        assertThat(receiver.next().code()).isEqualTo("D00000");
        assertThat(simulator.faults()).hasSize(2);
    }

    @Test
    void resetForgetsWhatIsHeldBack() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_DELAY).delay(Duration.ofMinutes(1)));
        approved();
        simulator.inject(Fault.of(FaultKind.CALLBACK_REORDER));
        approved();
        simulator.reset();
        service.service.fetchKey();
        service.signIn("basic");
        simulator.advance(Duration.ofMinutes(2));
        String ticket = approved();
        assertThat(receiver.next().businessId()).isEqualTo(businessId(ticket));
        assertThat(simulator.awaitCallback(ticket, BOUND).status()).isEqualTo("delivered");
        assertThat(receiver.waiting()).isZero();
    }

    /** The callback of a request that this fault spoils. */
    private Received shown(FaultKind kind) {
        simulator.inject(Fault.of(kind));
        approved();
        return receiver.next();
    }

    /** The callback of a request that is refused, which this fault spoils. */
    private Received refusedWith(FaultKind kind) {
        simulator.inject(Fault.of(kind));
        simulator.reject(service.ticket(SignedInService.PROFILE, service.profile("idNo")));
        return receiver.next();
    }

    /** The ticket of a profile request that was approved. */
    private String approved() {
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        simulator.approve(ticket);
        return ticket;
    }

    private SimulatedRequest request(String ticket) {
        return simulator.requests().stream()
                .filter(one -> one.ticketId().equals(ticket))
                .findFirst()
                .orElseThrow();
    }

    private String businessId(String ticket) {
        return request(ticket).businessId().orElseThrow();
    }

    private Optional<SimulatedCallback> callback(String ticket) {
        return request(ticket).callback();
    }
}
