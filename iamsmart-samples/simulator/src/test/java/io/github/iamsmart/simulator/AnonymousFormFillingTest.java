package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymousFormFillingTest extends ServiceTest {
    private static final String INITIATE = "/anonymous/eme/initiateRequest";
    private static final String RESULT = "/anonymous/eme/getResult";

    @AfterEach
    void nothingElseWasSent() {
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void goesFromTheTicketToTheResult() {
        ObjectNode body = form("emailAddress", "prefix");
        JsonNode answer = service.accepted(INITIATE, body);
        assertThat(answer.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("ticketID", "businessID");
        assertThat(answer.path("businessID")).isEqualTo(body.path("businessID"));
        String ticket = answer.path("ticketID").asText();

        HttpResponse<byte[]> page = open(ticket, Map.of("state", "of-the-browser"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(TestService.text(page)).contains("/phone?ticket=" + ticket);
        assertThat(simulator.requests()).hasSize(1);

        URI redirect = simulator.approve(ticket, "basic").redirect().orElseThrow();
        assertThat(redirect.toString()).startsWith(TestService.REDIRECT + "?code=simcode-");
        assertThat(TestService.query(redirect))
                .containsOnlyKeys("code", "state", "businessID")
                .containsEntry("state", "of-the-browser")
                .containsEntry("businessID", body.path("businessID").asText());

        ObjectNode token = token(redirect);
        JsonNode result = service.accepted(RESULT, token);
        assertThat(result.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state", "emailAddress", "prefix");
        assertThat(result.path("businessID")).isEqualTo(body.path("businessID"));
        assertThat(result.path("state")).isEqualTo(body.path("state"));

        assertThat(refused(RESULT, token)).isEqualTo("D20009");
        assertThat(service.lastReason()).contains("once");
    }

    @Test
    void theUserGivesOnlyWhatTheyWant() {
        String ticket = ticket("emailAddress", "prefix");
        open(ticket, Map.of());
        URI redirect = simulator
                .approve(ticket, Approval.by("basic").givingOnly("prefix"))
                .redirect()
                .orElseThrow();
        JsonNode result = service.accepted(RESULT, token(redirect));
        assertThat(result.has("prefix")).isTrue();
        assertThat(result.has("emailAddress")).isFalse();
    }

    @Test
    void theBusinessIdMayComeWithTheTokenIfItIsTheRightOne() {
        ObjectNode body = form("prefix");
        ObjectNode token = token(approved(service.ticket(INITIATE, body)));
        assertThat(refused(RESULT, token.put("businessID", "another"))).isEqualTo("D20003");
        service.accepted(RESULT, token.put("businessID", body.path("businessID").asText()));
    }

    @Test
    void theIdMustBeThatOfTheToken() {
        ObjectNode token = token(approved(ticket("prefix")));
        String right = token.path("openID").asText();
        assertThat(refused(RESULT, token.put("openID", "wrong"))).isEqualTo("D20010");
        token.remove("openID");
        assertThat(refused(RESULT, token)).isEqualTo("D20001");
        service.accepted(RESULT, token.put("openID", right));
    }

    @Test
    void itsTokenFetchesNothingElseAndNoOtherTokenFetchesIt() {
        ObjectNode token = token(approved(ticket("prefix")));
        service.accessToken = token.path("accessToken").asText();
        service.openId = token.path("openID").asText();
        assertThat(refused(SignedInService.FORM, service.form("prefix"))).isEqualTo("D20009");
        assertThat(service.lastReason()).contains("anonymous");

        service.signIn("basic");
        token.put("accessToken", service.accessToken).put("openID", service.openId);
        assertThat(refused(RESULT, token)).isEqualTo("D20009");
    }

    @Test
    void theAppMayBeOpenedByItsLinkBeforeTheBrowserComes() {
        ObjectNode body = form("prefix");
        URI redirect = approved(service.ticket(INITIATE, body));
        assertThat(redirect.toString()).startsWith(body.path("redirectURI").asText() + "?code=");
        assertThat(TestService.query(redirect))
                .containsEntry("state", body.path("state").asText());
    }

    @Test
    void theBrowserAloneMaySayWhereItComesFromAndGoesBackTo() {
        ObjectNode body = form("prefix");
        body.remove(List.of("source", "redirectURI", "state", "lang"));
        String ticket = service.ticket(INITIATE, body);
        SimulatedRequest request = simulator.requests().get(0);
        assertThat(request.source()).isNull();
        assertThat(request.redirectUri()).isNull();
        assertThat(request.state()).isEmpty();
        assertThat(request.lang()).isEqualTo("zh-HK");
        JsonNode listed = TestService.parse(TestService.get(URI.create(simulator.baseUrl() + "/control/requests"))
                        .body())
                .path(0);
        assertThat(listed.path("source").isNull()).isTrue();
        assertThat(listed.path("redirectURI").isNull()).isTrue();
        for (String page : List.of("", "?ticket=" + ticket)) {
            HttpResponse<byte[]> phone = TestService.get(URI.create(simulator.baseUrl() + "/phone" + page));
            assertThat(TestService.text(phone)).contains(service.service.clientId);
        }

        open(ticket, Map.of("state", "from-the-page"));
        URI redirect = approved(ticket);
        assertThat(redirect.toString()).startsWith(TestService.REDIRECT + "?code=");
        assertThat(TestService.query(redirect))
                .containsEntry("state", "from-the-page")
                .containsEntry("businessID", body.path("businessID").asText());
        JsonNode result = service.accepted(RESULT, token(redirect));
        assertThat(result.has("prefix")).isTrue();
        assertThat(result.has("state")).isFalse();
    }

    @Test
    void aBrowserThatNeverComesGoesNowhere() {
        ObjectNode body = form("prefix");
        body.remove(List.of("source", "redirectURI", "state"));
        String approved = service.ticket(INITIATE, body);
        assertThat(simulator.approve(approved, "basic").redirect()).isEmpty();
        String rejected = service.ticket(INITIATE, body.put("businessID", "another"));
        assertThat(simulator.reject(rejected).redirect()).isEmpty();
        String late = service.ticket(INITIATE, body.put("businessID", "a-third"));
        simulator.advance(Duration.ofMinutes(18));
        assertThat(simulator.findByBusinessId("a-third").orElseThrow().status()).isEqualTo("timed-out");
        assertThat(open(late, Map.of()).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"reject, D60001", "cancel, D60000", "fail, D60002", "timeout, D60003"})
    void aRefusalGoesBackWithTheBrowser(String ending, String code) {
        ObjectNode body = form("prefix");
        String ticket = service.ticket(INITIATE, body);
        open(ticket, Map.of("state", "mine"));
        Outcome outcome = switch (ending) {
            case "reject" -> simulator.reject(ticket);
            case "cancel" -> simulator.cancel(ticket);
            case "fail" -> simulator.fail(ticket);
            default -> simulator.timeout(ticket);
        };
        assertThat(TestService.query(outcome.redirect().orElseThrow()))
                .containsEntry("error_code", code)
                .containsEntry("state", "mine")
                .containsEntry("businessID", body.path("businessID").asText())
                .hasSize(3);
    }

    @Test
    void aSuspendedPersonaFailsWithoutAReason() {
        String ticket = ticket("prefix");
        Outcome outcome = simulator.approve(ticket, "suspended");
        assertThat(outcome.status()).isEqualTo("failed");
        assertThat(TestService.query(outcome.redirect().orElseThrow())).containsEntry("error_code", "D60002");
    }

    @Test
    void theRefusalMayComeWithoutACode() {
        simulator.inject(Fault.of(FaultKind.REDIRECT_WITHOUT_ERROR_CODE));
        assertThat(TestService.query(
                        simulator.reject(ticket("prefix")).redirect().orElseThrow()))
                .containsOnlyKeys("state", "businessID");
    }

    @Test
    void theTicketLivesForEighteenMinutes() {
        String ticket = ticket("prefix");
        simulator.advance(Duration.ofMinutes(18).minusSeconds(1));
        assertThat(open(ticket, Map.of("state", "late")).statusCode()).isEqualTo(200);
        simulator.advance(Duration.ofSeconds(1));
        JsonNode status =
                TestService.parse(TestService.get(URI.create(simulator.baseUrl() + "/qr/status?ticket=" + ticket))
                        .body());
        assertThat(status.path("redirect").asText()).contains("error_code=D60003", "state=late");
        HttpResponse<byte[]> page = open(ticket, Map.of());
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(TestService.text(page)).contains("D20003", "timed-out");
    }

    @Test
    void aTicketBelongsToItsClientAndToNoSignIn() {
        String ticket = ticket("prefix");
        SignedInService other = new SignedInService(simulator, receiver);
        HttpResponse<byte[]> page = TestService.get(
                other.service.authorizationUri(Map.of("ticketID", ticket, "scope", "eidapi_formFilling")));
        assertThat(TestService.text(page)).contains("D20003");

        String signIn = service.service.openQr("sign-in");
        assertThat(open(signIn, Map.of()).statusCode()).isEqualTo(400);
        service.signIn("basic");
        String account = service.ticket(SignedInService.FORM, service.form("prefix"));
        assertThat(open(account, Map.of()).statusCode()).isEqualTo(400);
    }

    @Test
    void theScopeMustFitTheTicket() {
        String ticket = ticket("prefix");
        HttpResponse<byte[]> page = open(ticket, Map.of("scope", "eidapi_auth"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(TestService.text(page)).contains("D20015", "eidapi_formFilling");
        assertThat(open(ticket, Map.of("scope", "eidapi_auth eidapi_formFilling"))
                        .statusCode())
                .isEqualTo(200);
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
        assertThat(refused(INITIATE, form("prefix"))).isEqualTo("D20012");
    }

    @ParameterizedTest
    @CsvSource({
        "businessID, '', D20002",
        "source, Opera, D20007",
        "redirectURI, https://evil.example.org/, D20008",
        "state, has space, D20003",
        "formNum, 123456789012345678901, D20003",
        "callbackContentType, text/plain, D20003",
    })
    void keepsTheRulesOfTheSignedInFlow(String member, String value, String code) {
        assertThat(refused(INITIATE, form("prefix").put(member, value))).isEqualTo(code);
        assertThat(refused(INITIATE, form("shoeSize"))).isEqualTo("D20003");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aBusinessIdNeverComesAgain() {
        ObjectNode body = form("prefix");
        service.accepted(INITIATE, body);
        assertThat(refused(INITIATE, body)).isEqualTo("D20011");
    }

    private ObjectNode form(String... fields) {
        ObjectNode body = service.form(fields).put("redirectURI", TestService.REDIRECT.toString());
        body.remove("accessToken");
        body.remove("openID");
        return body;
    }

    private String ticket(String... fields) {
        return service.ticket(INITIATE, form(fields));
    }

    private HttpResponse<byte[]> open(String ticket, Map<String, String> changes) {
        Map<String, String> parameters = new HashMap<>(changes);
        parameters.put("ticketID", ticket);
        parameters.putIfAbsent("scope", "eidapi_formFilling");
        return TestService.get(service.service.authorizationUri(parameters));
    }

    private URI approved(String ticket) {
        return simulator.approve(ticket, "basic").redirect().orElseThrow();
    }

    private ObjectNode token(URI redirect) {
        JsonNode token = service.service.open(
                service.service.getToken(TestService.code(redirect)).json());
        return TestService.JSON
                .createObjectNode()
                .put("accessToken", token.path("accessToken").asText())
                .put("openID", token.path("openID").asText());
    }

    private String refused(String path, JsonNode body) {
        return service.post(path, body).path("code").asText();
    }
}
