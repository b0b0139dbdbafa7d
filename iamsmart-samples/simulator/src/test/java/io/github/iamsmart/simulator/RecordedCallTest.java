package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.RecordedCall.Direction;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal knows of calls and callbacks, in Java and as JSON. */
class RecordedCallTest extends ServiceTest {

    @Test
    void aCallIsKeptWithWhatWasSignedAndSealed() {
        service.signIn("basic");
        String ticket = service.ticket(SignedInService.FORM, service.form("emailAddress"));

        RecordedCall call = last(Direction.CALL);
        assertThat(call.path()).isEqualTo("/api/v1" + SignedInService.FORM);
        assertThat(call.ticketId()).contains(ticket);
        assertThat(call.refused()).isFalse();
        assertThat(call.request().headers()).containsKeys("clientid", "timestamp", "nonce", "signature");
        assertThat(call.request().body()).startsWith("{\"content\":\"AAAAD");
        assertThat(call.signedText().orElseThrow())
                .startsWith(service.service.clientId + "HmacSHA256")
                .endsWith(call.request().body());
        assertThat(json(call.request().content()).path("formName").asText()).isEqualTo("Permit");
        assertThat(json(call.answer().content()).path("ticketID").asText()).isEqualTo(ticket);
        assertThat(call.answer().headers()).containsEntry("Content-Type", List.of("application/json"));
        assertThat(call.answer().body()).contains("\"code\":\"D00000\"");
    }

    @Test
    void aSignInIsOneChain() {
        service.signIn("plus");
        String ticket = simulator.requests().get(0).ticketId();

        assertThat(simulator.calls())
                .filteredOn(call -> call.ticketId().equals(Optional.of(ticket)))
                .extracting(RecordedCall::path, RecordedCall::direction)
                .containsExactly(
                        tuple("/api/v1/auth/getQR", Direction.BROWSER), tuple("/api/v1/auth/getToken", Direction.CALL));
        assertThat(last(Direction.BROWSER).target()).contains("?clientID=" + service.service.clientId);
    }

    @Test
    void noSecretIsKept() {
        service.signIn("plus");
        String code = service.service.newCode("plus");
        service.service.getToken(code).send();
        service.service
                .plain("/auth/getToken", "{\"clientSecret\":\"" + service.service.secret + "\"}")
                .send();
        service.service
                .plain("/security/getKey", "")
                .header("Cookie", "session=very-private")
                .header("Authorization", "Bearer very-private")
                .send();

        String everything = text(get("/control/log?details=true")) + simulator.calls();
        assertThat(everything)
                .contains("\\\"accessToken\\\":\\\"simtoken-", "\\\"code\\\":\\\"simcode-", "\"cookie\":\"sess…\"")
                .doesNotContain(service.accessToken, code, service.service.secret, "very-private");
        byte[] cek = service.service.cek().getEncoded();
        assertThat(everything).doesNotContain(Base64.getEncoder().encodeToString(cek));
    }

    @Test
    void aRefusedSignatureShowsWhatWasSigned() {
        service.service.plain("/security/getKey", "{}").signing("").send();
        RecordedCall refused = last(Direction.CALL);
        assertThat(refused.refused()).isTrue();
        assertThat(refused.summary().code()).contains("D20006");
        assertThat(refused.signedText().orElseThrow()).endsWith("{}");
    }

    @Test
    void aCallbackIsKeptWithItsPlaintextAndTheAnswerOfTheService() {
        service.signIn("basic");
        String ticket = service.ticket(SignedInService.FORM, service.form("emailAddress"));
        receiver.answering(503);
        simulator.inject(Fault.of(FaultKind.CALLBACK_SIGNED));
        simulator.approve(ticket);

        RecordedCall callback = simulator.takeCallback();
        assertThat(callback.ticketId()).contains(ticket);
        assertThat(callback.target()).isEqualTo(receiver.url().toString());
        assertThat(callback.refused()).isTrue();
        assertThat(callback.summary().httpStatus()).isEqualTo(503);
        assertThat(callback.answer().headers()).isNotEmpty();
        assertThat(json(callback.request().content())
                        .path("content")
                        .path("emailAddress")
                        .asText())
                .isEqualTo("tai.man@example.com");
        CallbackReceiver.Received received = receiver.next();
        assertThat(callback.request().body()).isEqualTo(new String(received.body(), StandardCharsets.UTF_8));
        assertThat(callback.signedText().orElseThrow())
                .isEqualTo(service.service.clientId + "HmacSHA256" + received.header("timestamp")
                        + received.header("nonce") + callback.request().body());
        assertThat(simulator.takeCallback(Duration.ZERO)).isEmpty();
    }

    @Test
    void aCallbackThatIsDroppedCountsToo() {
        service.signIn("basic");
        String ticket = service.ticket(SignedInService.FORM, service.form("emailAddress"));
        simulator.inject(Fault.of(FaultKind.CALLBACK_DROP));
        simulator.approve(ticket);

        RecordedCall callback = simulator.takeCallback();
        assertThat(callback.summary().httpStatus()).isZero();
        assertThat(callback.summary().reason().orElseThrow()).contains("callback-drop");
        assertThat(callback.request().content()).isPresent();
    }

    @Test
    void callsAreTakenOnceAndInOrder() {
        assertThat(simulator.takeCall().path()).endsWith("/security/getKey");
        assertThat(simulator.takeCall(Duration.ZERO)).isEmpty();
        service.signIn("basic");
        assertThat(simulator.takeCall().path()).endsWith("/auth/getQR");
        simulator.clearLog();
        assertThat(simulator.takeCall(Duration.ZERO)).isEmpty();
        service.service.fetchKey();
        assertThat(simulator.takeCall().path()).endsWith("/security/getKey");
    }

    @Test
    void waitsForACallThatComesLater() throws Exception {
        simulator.takeCall();
        Thread later = new Thread(() -> service.service.fetchKey());
        later.start();
        assertThat(simulator.takeCall(Duration.ofSeconds(30)).orElseThrow().path())
                .endsWith("/security/getKey");
        later.join();
    }

    @Test
    void saysThatNoCallHasComeRatherThanWaitForEver() {
        simulator.takeCall();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> simulator.takeCall())
                .isInstanceOfSatisfying(
                        SimulatorException.class, e -> assertThat(e.kind()).isEqualTo(SimulatorException.Kind.NO_CALL))
                .hasMessageContaining("call to the gateway");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "direction=call, 3",
        "direction=browser, 1",
        "direction=callback, 0",
        "path=getToken, 1",
        "code=D20006, 1",
        "refused=true, 1",
        "q=TESTMAN, 0",
        "q=GRANTTYPE, 1",
        "q=, 4",
        "clientID=nobody, 0",
        "ticketID=nothing, 0",
        "after=1, 3",
        "path=getKey&refused=true, 1",
    })
    void theLogIsFiltered(String query, int lines) {
        service.signIn("basic");
        service.service.plain("/security/getKey", "{}").signing("").send();
        JsonNode log = TestService.parse(get("/control/log?" + query).body());
        assertThat(log).hasSize(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direction=sideways", "refused=perhaps", "after=x", "colour=red"})
    void aFilterThatNobodyKnowsIsRefused(String query) {
        HttpResponse<byte[]> answer = get("/control/log?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aLineIsReadByItsNumberAndTheLogIsCleared() {
        JsonNode line = TestService.parse(get("/control/log").body()).get(0);
        assertThat(line.properties())
                .extracting(Map.Entry::getKey)
                .contains("time", "clientID", "method", "path", "httpStatus", "code", "reason");
        JsonNode whole = TestService.parse(
                get("/control/log/" + line.path("number").asLong()).body());
        assertThat(whole.path("curl").asText())
                .startsWith("curl -X POST " + simulator.baseUrl() + "/api/v1/security/getKey")
                .contains("-H 'clientid: " + service.service.clientId + "'");
        assertThat(get("/control/log/777").statusCode()).isEqualTo(404);
        assertThat(get("/control/log/x").statusCode()).isEqualTo(404);

        HttpRequest delete = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/control/log"))
                .DELETE()
                .build();
        assertThat(TestService.exchange(delete).statusCode()).isEqualTo(200);
        assertThat(simulator.log()).isEmpty();
    }

    private RecordedCall last(Direction direction) {
        return simulator.calls().stream()
                .filter(call -> call.direction() == direction)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private HttpResponse<byte[]> get(String path) {
        return TestService.get(URI.create(simulator.baseUrl() + path));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return TestService.text(answer);
    }

    private static JsonNode json(Optional<String> text) {
        return TestService.parse(text.orElseThrow().getBytes(StandardCharsets.UTF_8));
    }
}
