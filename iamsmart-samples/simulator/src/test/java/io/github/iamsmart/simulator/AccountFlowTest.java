package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CallbackReceiver.Received;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each flow of a signed-in user, from the request to the callback. */
class AccountFlowTest extends ServiceTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    @BeforeEach
    void signIn() {
        service.signIn("basic");
    }

    @Test
    void theProfileComesByCallback() {
        ObjectNode body = service.profile("idNo", "enName");
        JsonNode answer = service.accepted(SignedInService.PROFILE, body);
        assertThat(answer.path("authByQR").isBoolean()).isTrue();
        assertThat(answer.path("authByQR").asBoolean()).isTrue();
        String ticket = answer.path("ticketID").asText();
        assertThat(simulator.approve(ticket).redirect()).isEmpty();

        Received callback = receiver.next();
        assertThat(callback.method()).isEqualTo("POST");
        assertThat(callback.contentType()).isEqualTo("application/json");
        assertThat(callback.envelope().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("txID", "code", "message", "secretKey", "content");
        assertThat(callback.envelope().path("txID").asText()).isEqualTo("<T=" + ticket + ">");
        assertThat(callback.code()).isEqualTo("D00000");
        assertThat(callback.envelope().path("content").asText()).startsWith("AAAAD");
        assertThat(callback.key()).isEqualTo(service.service.cek());
        assertThat(callback.plaintext().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("txID", "code", "message", "content");
        assertThat(callback.plaintext().path("code").asText()).isEqualTo("D00000");
        assertThat(callback.plaintext().path("txID"))
                .isEqualTo(callback.envelope().path("txID"));
        assertThat(callback.content().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state", "idNo", "enName");
        assertThat(callback.content().path("businessID")).isEqualTo(body.path("businessID"));
        assertThat(callback.content().path("state")).isEqualTo(body.path("state"));
        assertThat(callback.content().path("enName").path("UnstructuredName").asText())
                .isEqualTo("TESTMAN, Basic");
    }

    @Test
    void theFormIsFilledWithDataOfBothKindsAndWhatIsAbsentIsMissing() {
        service.signIn("no-eme");
        ObjectNode body = service.form("emailAddress", "mobileNumber");
        body.withArray("profileFields").add("birthDate");
        simulator.approve(service.ticket(SignedInService.FORM, body));
        assertThat(receiver.next().content().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state", "birthDate");

        service.signIn("basic");
        simulator.approve(service.ticket(SignedInService.FORM, service.form("emailAddress", "residentialAddress")));
        JsonNode filled = receiver.next().content();
        assertThat(filled.path("emailAddress").isTextual()).isTrue();
        assertThat(filled.path("residentialAddress").has("EngPremisesAddress")).isTrue();
    }

    @Test
    void theServiceMayWantTheFormAsMultipart() {
        ObjectNode body = service.form("prefix").put("callbackContentType", "multipart/form-data");
        simulator.approve(service.ticket(SignedInService.FORM, body));
        Received callback = receiver.next();
        assertThat(callback.contentType()).startsWith("multipart/form-data; boundary=");
        assertThat(callback.content().path("prefix").asText()).isEqualTo("MR");
    }

    @Test
    void aUtilityBillOfFiveMegabytesComesThrough() {
        service.signIn("utility-bill");
        simulator.approve(service.ticket(SignedInService.FORM, service.form("addressDocInfo", "addressDocFile")));
        JsonNode content = receiver.next().content();
        assertThat(content.path("addressDocInfo").path("enProviderName").asText())
                .isEqualTo("Paper Kite Power");
        assertThat(java.util.Base64.getDecoder()
                        .decode(content.path("addressDocFile").path("docFile").asText()))
                .hasSizeGreaterThan(4_900_000)
                .startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void reauthenticationPassesOrNot() {
        simulator.approve(service.ticket(SignedInService.STEP_UP, service.common()));
        assertThat(receiver.next().content().path("isPassed").textValue()).isEqualTo("true");

        simulator.approve(
                service.ticket(SignedInService.STEP_UP, service.common()),
                Approval.byTheUser().failingTheFaceCheck());
        Received failed = receiver.next();
        assertThat(failed.code()).isEqualTo("D00000");
        assertThat(failed.content().path("isPassed").textValue()).isEqualTo("false");
    }

    @Test
    void ccicVerificationHasTheShapeOfTheOthers() {
        ObjectNode body = service.common().put("anything", "that the specification wants");
        simulator.approve(service.ticket(SignedInService.CCIC, body));
        assertThat(receiver.next().content().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'plate': 'AB 1234'}",
                "{'plate': '', 'year': 2025, 'leased': false, 'price': 1.5, 'owner': null}",
                "{'vehicles': [{'plate': 'AB 1234'}, [7]], 'about': {'品牌': {'deep': [1, 'two']}}}",
                "{'profileFields': 'none', 'eMEFields': 7, 'suaMethod': ['none'], 'callbackContentType': 'text/plain'}",
            })
    void aFlowThatTheSimulatorDoesNotKnowTakesAnyFurtherMembers(String members) {
        try (IamSmartSimulator other = IamSmartSimulator.builder()
                .ccicPath("/account/vehicle/initiateRequest")
                .start()) {
            SignedInService elsewhere = new SignedInService(other, receiver).signIn("basic");
            ObjectNode body = elsewhere.common();
            body.setAll(
                    (ObjectNode) TestService.parse(members.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
            other.approve(elsewhere.ticket("/account/vehicle/initiateRequest", body));
            Received approved = receiver.next();
            assertThat(approved.code()).isEqualTo("D00000");
            assertThat(approved.content())
                    .isEqualTo(TestService.JSON
                            .createObjectNode()
                            .put("businessID", body.path("businessID").textValue())
                            .put("state", body.path("state").textValue()));
        }
    }

    @Test
    void aFlowThatTheSimulatorDoesNotKnowFailsWithTheCodeOfAFault() {
        try (IamSmartSimulator other = IamSmartSimulator.builder()
                .ccicPath("/account/vehicle/initiateRequest")
                .start()) {
            SignedInService elsewhere = new SignedInService(other, receiver).signIn("basic");
            other.inject(Fault.of(FaultKind.CALLBACK_ERROR_CODE)
                    .onPath("/account/vehicle/initiateRequest")
                    .code("D90001"));
            other.approve(elsewhere.ticket("/account/vehicle/initiateRequest", elsewhere.common()));
            assertThat(receiver.next().code()).isEqualTo("D90001");
        }
    }

    @Test
    void ccicVerificationStandsWhereTheBuilderSays() {
        try (IamSmartSimulator other =
                IamSmartSimulator.builder().ccicPath("/ccic/verify").start()) {
            SignedInService elsewhere = new SignedInService(other, receiver).signIn("plus");
            other.approve(elsewhere.ticket("/ccic/verify", elsewhere.common()));
            assertThat(receiver.next().code()).isEqualTo("D00000");
            assertThat(elsewhere
                            .service
                            .sealed(SignedInService.CCIC, "{}")
                            .send()
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThatThrownBy(() -> IamSmartSimulator.builder().ccicPath("ccic/"))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("slash");
    }

    @ParameterizedTest
    @CsvSource({
        "/account/auth/profile/initiateRequest, reject, D50001",
        "/account/auth/profile/initiateRequest, cancel, D50001",
        "/account/auth/profile/initiateRequest, fail, D50002",
        "/account/auth/profile/initiateRequest, timeout, D50003",
        "/account/eme/initiateRequest, cancel, D60000",
        "/account/eme/initiateRequest, reject, D60001",
        "/account/eme/initiateRequest, fail, D60002",
        "/account/eme/initiateRequest, timeout, D60003",
        "/account/stepup/initiateRequest, reject, D80001",
        "/account/stepup/initiateRequest, cancel, D80001",
        "/account/stepup/initiateRequest, fail, D80002",
        "/account/stepup/initiateRequest, timeout, D80003",
        "/account/ccic/initiateRequest, cancel, D40000",
        "/account/ccic/initiateRequest, reject, D40001",
        "/account/ccic/initiateRequest, fail, D40002",
        "/account/ccic/initiateRequest, timeout, D40003",
    })
    void everyOtherEndingHasTheCodeOfItsFlow(String path, String ending, String code) {
        ObjectNode body = service.form("prefix");
        body.withArray("profileFields").add("idNo");
        String ticket = service.ticket(path, body);
        switch (ending) {
            case "reject" -> simulator.reject(ticket);
            case "cancel" -> simulator.cancel(ticket);
            case "fail" -> simulator.fail(ticket);
            default -> simulator.timeout(ticket);
        }
        Received callback = receiver.next();
        assertThat(callback.code()).isEqualTo(code);
        assertThat(callback.content().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state");
        assertThat(callback.businessId()).isEqualTo(body.path("businessID").asText());
    }

    @Test
    void theUserGivesOnlyWhatTheyWant() {
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo", "birthDate", "gender"));
        assertThatThrownBy(() -> simulator.approve(ticket, Approval.byTheUser().givingOnly("enName")))
                .isInstanceOfSatisfying(
                        SimulatorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                .hasMessageContaining("enName");
        simulator.approve(ticket, Approval.byTheUser().givingOnly("gender"));
        assertThat(receiver.next().content().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state", "gender");

        simulator.approve(
                service.ticket(SignedInService.PROFILE, service.profile("idNo")),
                Approval.byTheUser().givingOnly());
        Received nothing = receiver.next();
        assertThat(nothing.code()).isEqualTo("D00000");
        assertThat(nothing.content().has("idNo")).isFalse();
    }

    @Test
    void theUserIsTheOneWhoSignedIn() {
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        assertThatThrownBy(() -> simulator.approve(ticket, "plus"))
                .isInstanceOfSatisfying(
                        SimulatorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                .hasMessageContaining("basic");
        assertThat(simulator.approve(ticket, "basic").status()).isEqualTo("approved");
        assertThatThrownBy(() -> simulator.approve(ticket))
                .isInstanceOfSatisfying(
                        SimulatorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ALREADY_ENDED));
    }

    @Test
    void onlyAFaceCheckCanBeFailed() {
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        assertThatThrownBy(() -> simulator.approve(ticket, Approval.byTheUser().failingTheFaceCheck()))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("face check");
    }

    @Test
    void theRequestIsFoundByItsBusinessId() {
        ObjectNode body = service.form("prefix", "emailAddress");
        String ticket = service.ticket(SignedInService.FORM, body);
        SimulatedRequest request =
                simulator.findByBusinessId(body.path("businessID").asText()).orElseThrow();
        assertThat(request.ticketId()).isEqualTo(ticket);
        assertThat(request.flow()).isEqualTo("form-filling");
        assertThat(request.personaId()).contains("basic");
        assertThat(request.fields()).containsExactly("prefix", "emailAddress");
        assertThat(request.scopes()).containsExactly("eidapi_formFilling");
        assertThat(request.callback()).isEmpty();
        assertThat(simulator.findByBusinessId("another")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PC_Browser, false, true",
        "PC_Browser, true, true",
        "iOS_Safari, true, false",
        "Android_Chrome, true, false",
        "Android_Chrome, false, true",
    })
    void theSignInTellsWhereTheAppIs(String source, String brokerPage, boolean authByQr) {
        service.signIn("basic", Map.of("scope", SignedInService.SCOPES, "source", source, "brokerPage", brokerPage));
        JsonNode answer = service.accepted(
                SignedInService.PROFILE, service.profile("idNo").put("source", source));
        assertThat(answer.path("authByQR").asBoolean()).isEqualTo(authByQr);
        assertThat(answer.path("ticketID").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void nothingIsSentWhenTheTimeRunsOut() {
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        simulator.advance(Duration.ofMinutes(18));
        TestService.get(java.net.URI.create(simulator.baseUrl() + "/qr/status?ticket=" + ticket));
        SimulatedRequest request = simulator.requests().get(1);
        assertThat(request.status()).isEqualTo("timed-out");
        assertThat(request.callback()).isEmpty();
        assertThatThrownBy(() -> simulator.approve(ticket)).isInstanceOf(SimulatorException.class);
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void theDeliveryStandsInTheRequestAndInTheLog() {
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        assertThat(simulator.awaitCallback(ticket, Duration.ZERO)).isEqualTo(SimulatedCallback.PENDING);
        simulator.reject(ticket);
        assertThat(simulator.awaitCallback(ticket, BOUND))
                .isEqualTo(new SimulatedCallback("delivered", Optional.of(200), Optional.empty()));
        LogEntry entry = simulator.log().get(simulator.log().size() - 1);
        assertThat(entry.path()).isEqualTo(receiver.url().toString());
        assertThat(entry.httpStatus()).isEqualTo(200);
        assertThat(entry.code()).contains("D50001");
        assertThat(entry.clientId()).contains(service.service.clientId);
    }

    @Test
    void aServiceThatDoesNotAnswer200IsTold() {
        receiver.answering(500);
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        simulator.approve(ticket);
        SimulatedCallback callback = simulator.awaitCallback(ticket, BOUND);
        assertThat(callback.status()).isEqualTo("failed");
        assertThat(callback.httpStatus()).contains(500);
        assertThat(service.lastReason()).contains("200");
    }

    @Test
    void aServiceThatDoesNotListenIsTold() {
        receiver.close();
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        simulator.approve(ticket);
        SimulatedCallback callback = simulator.awaitCallback(ticket, BOUND);
        assertThat(callback.status()).isEqualTo("failed");
        assertThat(callback.httpStatus()).isEmpty();
        assertThat(callback.failure().orElseThrow()).contains("listens");
        assertThat(simulator.log().get(simulator.log().size() - 1).httpStatus()).isZero();
    }

    @Test
    void aCekThatHasEndedIsRenewedForTheCallback() {
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        simulator.revokeCek(service.service.clientId);
        simulator.approve(ticket);
        Received callback = receiver.next();
        assertThat(callback.key()).isNotEqualTo(service.service.cek()).isEqualTo(service.service.fetchKey());
    }

    @Test
    void profilesAnswersAtOnce() {
        ObjectNode body = TestService.JSON
                .createObjectNode()
                .put("accessToken", service.accessToken)
                .put("openID", service.openId);
        body.withArray("profileFields").add("gender");
        body.withArray("eMEFields").add("prefix").add("addressDocInfo");
        JsonNode data = service.accepted("/profiles", body);
        assertThat(data.properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("gender", "prefix");
        assertThat(simulator.requests()).hasSize(1);
    }
}
