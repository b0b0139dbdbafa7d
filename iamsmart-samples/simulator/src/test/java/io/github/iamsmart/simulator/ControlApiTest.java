package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {
    @RegisterExtension
    final IamSmartSimulatorExtension fresh = new IamSmartSimulatorExtension();

    private IamSmartSimulator simulator;
    private TestService service;

    @BeforeEach
    void registerAService(IamSmartSimulator running) {
        simulator = running;
        service = new TestService(running);
    }

    @Test
    void aClientInAnyLanguageSignsInByTheControlApiAlone() {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes())
                        .encodeToString(TestService.KEK.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        JsonNode registered = ok(post(
                "/clients",
                TestService.JSON
                        .createObjectNode()
                        .put("clientID", service.clientId)
                        .put("clientSecret", service.secret)
                        .put("kekPublicKey", pem)
                        .set("redirectURIs", TestService.JSON.createArrayNode().add(TestService.REDIRECT.toString()))
                        .toString()));
        assertThat(registered.path("clientID").asText()).isEqualTo(service.clientId);
        assertThat(registered.toString()).doesNotContain(service.secret);
        service.fetchKey();

        TestService.get(service.authorizationUri(Map.of("state", "mine")));
        JsonNode request = ok(get("/requests")).get(0);
        assertThat(request.path("clientID").asText()).isEqualTo(service.clientId);
        assertThat(request.path("flow").asText()).isEqualTo("sign-in");
        assertThat(request.path("state").asText()).isEqualTo("mine");
        assertThat(request.path("status").asText()).isEqualTo("pending");

        JsonNode outcome =
                ok(post("/requests/" + request.path("ticketID").asText() + "/approve", "{\"persona\": \"plus\"}"));
        assertThat(outcome.path("status").asText()).isEqualTo("approved");
        URI redirect = URI.create(outcome.path("redirect").asText());
        assertThat(service.getToken(TestService.code(redirect))
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("D00000");
    }

    @Test
    void takesTheKekAsBase64Too() {
        String spki =
                Base64.getEncoder().encodeToString(TestService.KEK.getPublic().getEncoded());
        ok(post(
                "/clients",
                "{\"clientID\":\"b\",\"clientSecret\":\"s\",\"kekPublicKey\":\"" + spki + "\",\"redirectURIs\":[]}"));
        ok(post("/clients/b/kek", "{\"kekPublicKey\":\"" + spki + "\"}"));
        assertThat(post("/clients/nobody/kek", "{\"kekPublicKey\":\"" + spki + "\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/clients|not json|JSON",
                "/clients|[]|object",
                "/clients|{\"clientID\":\"a\"}|clientSecret",
                "/clients|{\"clientSecret\":\"a\"}|clientID",
                "/clients|{\"clientID\":\"a\",\"clientSecret\":\"s\",\"name\":\"x\"}|name",
                "/clients|{\"clientID\":\"a b\",\"clientSecret\":\"s\"}|ASCII",
                "/clients|{\"clientID\":\"a\",\"clientSecret\":7}|clientSecret",
                "/clients|{\"clientID\":\"a\",\"clientSecret\":\"s\",\"kekPublicKey\":\"nonsense\"}|kekPublicKey",
                "/clients|{\"clientID\":\"a\",\"clientSecret\":\"s\",\"redirectURIs\":\"https://a\"}|redirectURIs",
                "/clients|{\"clientID\":\"a\",\"clientSecret\":\"s\",\"redirectURIs\":[\"https://*.a.hk/\"]}|redirect",
                "/clients|{\"clientID\":\"a\",\"clientSecret\":\"s\",\"redirectURIs\":[\"https://a.hk/#x\"]}|fragment",
                "/clients|{\"clientID\":\"a\",\"clientSecret\":\"s\",\"redirectURIs\":[\"/callback\"]}|absolute",
                "/clients|{\"clientID\":\"a\",\"clientSecret\":\"s\",\"redirectURIs\":[\"ht tp\"]}|URL",
                "/clients|{\"clientID\":\"a\",\"clientSecret\":\"s\",\"scopes\":[\"eidapi_all\"]}|eidapi_all",
                "/clock|{}|advance",
                "/clock|{\"advance\":\"61\"}|PT61S",
                "/clock|{\"advance\":\"PT-1S\"}|forward",
                "/clock|{\"advance\":\"PT1S\",\"by\":1}|by",
                "/faults|{}|fault",
                "/faults|{\"fault\":\"earthquake\"}|earthquake",
                "/faults|{\"fault\":\"reset\",\"path\":\"/nowhere\"}|/nowhere",
                "/faults|{\"fault\":\"reset\",\"times\":-1}|times",
                "/faults|{\"fault\":\"reset\",\"times\":\"2\"}|whole number",
                "/faults|{\"fault\":\"html-error\",\"httpStatus\":200}|httpStatus",
                "/reset|{\"all\":true}|all",
            })
    void tellsAMistakeInASentence(String path, String body, String word) {
        HttpResponse<byte[]> answer = post(path, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestService.parse(answer.body()).path("error").asText()).contains(word);
    }

    @Test
    void tellsMistakesInAnAnswer() {
        String ticket = service.openQr("x");
        assertThat(post("/requests/unknown/approve", "{\"persona\":\"basic\"}").statusCode())
                .isEqualTo(404);
        assertThat(post("/requests/unknown/begin", "").statusCode()).isEqualTo(404);
        assertThat(post("/requests/" + ticket + "/begin", "{\"persona\":\"basic\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/requests/" + ticket + "/approve", "{}").statusCode()).isEqualTo(400);
        assertThat(post("/requests/" + ticket + "/approve", "{\"persona\":\"nobody\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/requests/" + ticket + "/approve", "{\"who\":\"basic\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/requests/" + ticket + "/applaud", "{}").statusCode()).isEqualTo(404);
        assertThat(get("/requests/" + ticket + "/approve").statusCode()).isEqualTo(405);
        ok(post("/requests/" + ticket + "/reject", ""));
        assertThat(post("/requests/" + ticket + "/approve", "{\"persona\":\"basic\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "reject, rejected, D40001",
        "cancel, cancelled, D40000",
        "fail, failed, D40002",
        "timeout, timed-out, D40003"
    })
    void everyEndingHasItsPath(String verb, String status, String code) {
        String ticket = service.openQr(verb);
        JsonNode outcome = ok(post("/requests/" + ticket + "/" + verb, "{}"));
        assertThat(outcome.path("status").asText()).isEqualTo(status);
        assertThat(outcome.path("redirect").asText()).contains("error_code=" + code, "state=" + verb);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fields\":[\"gender\"]}|gender",
                "{\"fields\":\"idNo\"}|array",
                "{\"fields\":[7]}|array",
                "{\"field\":[\"idNo\"]}|field",
                "{\"passed\":\"yes\"}|passed",
                "{\"passed\":false}|face check",
                "{\"persona\":\"plus\"}|basic",
                "{\"persona\":\"nobody\"}|basic",
            })
    void tellsMistakesInAnApproval(String body, String word) {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            SignedInService signedIn = new SignedInService(simulator, receiver).signIn("basic");
            String ticket = signedIn.ticket(SignedInService.PROFILE, signedIn.profile("idNo"));
            HttpResponse<byte[]> answer = post("/requests/" + ticket + "/approve", body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(TestService.parse(answer.body()).path("error").asText()).contains(word);
            assertThat(ok(get("/requests")).get(1).path("status").asText()).isEqualTo("pending");
        }
    }

    @Test
    void aSignedInUserApprovesWithoutAPersonaAndTheCallbackIsShown() {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            SignedInService signedIn = new SignedInService(simulator, receiver).signIn("basic");
            ObjectNode body = signedIn.profile("idNo", "gender");
            String ticket = signedIn.ticket(SignedInService.PROFILE, body);
            String byId = "/requests?businessID=" + body.path("businessID").asText();

            JsonNode waiting = ok(get(byId));
            assertThat(waiting).hasSize(1);
            assertThat(waiting.get(0).path("ticketID").asText()).isEqualTo(ticket);
            assertThat(waiting.get(0).path("flow").asText()).isEqualTo("profile");
            assertThat(waiting.get(0).path("persona").asText()).isEqualTo("basic");
            assertThat(waiting.get(0).path("fields")).hasSize(2);
            assertThat(waiting.get(0).path("callback").isNull()).isTrue();

            ok(post("/requests/" + ticket + "/approve", "{\"fields\":[\"gender\"]}"));
            assertThat(receiver.next().content().has("idNo")).isFalse();
            simulator.awaitCallback(ticket, Duration.ofSeconds(20));
            JsonNode callback = ok(get(byId)).get(0).path("callback");
            assertThat(callback.path("status").asText()).isEqualTo("delivered");
            assertThat(callback.path("httpStatus").asInt()).isEqualTo(200);
            assertThat(callback.path("failure").isNull()).isTrue();
        }
    }

    @Test
    void theFaceCheckFailsByTheControlApi() {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            SignedInService signedIn = new SignedInService(simulator, receiver).signIn("basic");
            String ticket = signedIn.ticket(SignedInService.STEP_UP, signedIn.common());
            ok(post("/requests/" + ticket + "/approve", "{\"passed\":false}"));
            assertThat(receiver.next().content().path("isPassed").asText()).isEqualTo("false");
        }
    }

    @Test
    void listsThePersonas() {
        JsonNode personas = ok(get("/personas"));
        assertThat(personas.findValuesAsText("id"))
                .contains("basic", "plus", "under-18", "no-eme", "chinese-address", "suspended");
        assertThat(personas.get(1).path("userType").asText()).isEqualTo("sign");
        assertThat(personas.get(0).path("englishName").asText()).isEqualTo("TESTMAN, Basic");
        assertThat(personas.get(0).path("chineseName").asText()).isEqualTo("試基本");
        assertThat(personas.get(0).has("profile")).isFalse();
        assertThat(personas.findValuesAsText("certificate")).contains("valid", "revoked", "expired");
    }

    @Test
    void movesTime() {
        String before = ok(get("/clock")).path("time").asText();
        String after =
                ok(post("/clock", "{\"advance\": \"PT61S\"}")).path("time").asText();
        assertThat(java.time.Instant.parse(after))
                .isAfterOrEqualTo(java.time.Instant.parse(before).plusSeconds(61));
    }

    @Test
    void resetForgetsWhatHappenedAndKeepsTheClients() {
        service.fetchKey();
        service.openQr("gone");
        simulator.inject(Fault.of(FaultKind.RESET));
        simulator.advance(java.time.Duration.ofHours(1));
        ok(post("/reset", ""));
        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.log()).isEmpty();
        assertThat(simulator.faults()).isEmpty();
        assertThat(simulator.clock().instant()).isBefore(java.time.Instant.now().plusSeconds(60));
        assertThat(service.getToken("x").json().path("code").asText()).isEqualTo("D30002");
    }

    @Test
    void theLogSaysWhatArrived() {
        service.plain("/security/getKey", "").signature("wrong").send();
        JsonNode entry = ok(get("/log")).get(0);
        assertThat(entry.path("clientID").asText()).isEqualTo(service.clientId);
        assertThat(entry.path("method").asText()).isEqualTo("POST");
        assertThat(entry.path("path").asText()).isEqualTo("/api/v1/security/getKey");
        assertThat(entry.path("httpStatus").asInt()).isEqualTo(200);
        assertThat(entry.path("code").asText()).isEqualTo("D20006");
        assertThat(entry.path("reason").asText()).contains("HmacSHA256").doesNotContain(service.secret);
        assertThat(entry.path("time").asText()).isNotEmpty();
    }

    @Test
    void listsFaultsWithASentenceEachAndWhatIsActive() {
        ok(post("/faults", "{\"fault\":\"error-code\",\"path\":\"/auth/getToken\",\"times\":3,\"code\":\"D20000\"}"));
        JsonNode faults = ok(get("/faults"));
        assertThat(faults.path("available")).hasSize(FaultKind.values().length);
        faults.path("available")
                .forEach(fault -> assertThat(fault.path("does").asText()).endsWith("."));
        assertThat(faults.path("active")).hasSize(1);
        assertThat(faults.path("active").get(0).path("fault").asText()).isEqualTo("error-code");
        assertThat(faults.path("active").get(0).path("times").asInt()).isEqualTo(3);
        HttpResponse<byte[]> cleared = TestService.exchange(
                HttpRequest.newBuilder(control("/faults")).DELETE().build());
        assertThat(TestService.parse(cleared.body()).path("active")).isEmpty();
    }

    @Test
    void withoutTlsThereIsNoCertificate() {
        assertThat(get("/certificate").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageOfAnotherOriginMayNotUseIt() {
        HttpResponse<byte[]> answer = TestService.exchange(HttpRequest.newBuilder(control("/reset"))
                .header("Origin", "https://evil.example.org")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private URI control(String path) {
        return URI.create(simulator.baseUrl() + "/control" + path);
    }

    private HttpResponse<byte[]> get(String path) {
        return TestService.get(control(path));
    }

    private HttpResponse<byte[]> post(String path, String body) {
        return TestService.post(control(path), "application/json", body);
    }

    private static JsonNode ok(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(TestService.text(answer)).isEqualTo(200);
        return TestService.parse(answer.body());
    }
}
