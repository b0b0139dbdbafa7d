package io.github.iamsmart.simulator;

import static io.github.iamsmart.simulator.TestService.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(IamSmartSimulatorExtension.class)
class SignInTest {
    private IamSmartSimulator simulator;
    private TestService service;

    @BeforeEach
    void registerAService(IamSmartSimulator running) {
        simulator = running;
        service = new TestService(running);
        service.fetchKey();
    }

    @Test
    void signsInFromTheQrPageToTheAccessToken() {
        String ticket = service.openQr("state-1");
        Outcome outcome = simulator.approve(ticket, "plus");

        assertThat(outcome.status()).isEqualTo("approved");
        URI redirect = outcome.redirect().orElseThrow();
        assertThat(redirect.toString()).startsWith(TestService.REDIRECT + "?code=simcode-");
        assertThat(query(redirect)).containsEntry("state", "state-1").containsOnlyKeys("code", "state");

        JsonNode envelope = service.getToken(TestService.code(redirect)).json();
        assertThat(envelope.path("code").asText()).isEqualTo("D00000");
        assertThat(envelope.path("message").asText()).isEqualTo("SUCCESS");
        assertThat(envelope.path("txID").asText()).matches("T[0-9a-f]{32}");
        assertThat(envelope.path("content").asText()).startsWith("AAAAD");
        JsonNode token = service.open(envelope);
        assertThat(token.path("accessToken").asText()).matches("simtoken-[0-9a-f]{40}");
        assertThat(token.path("tokenType").asText()).isEqualTo("Bearer");
        assertThat(token.path("issueAt").isIntegralNumber()).isTrue();
        assertThat(token.path("expiresIn").asLong())
                .isEqualTo(Duration.ofHours(4).toMillis());
        assertThat(token.path("userType").asText()).isEqualTo("sign");
        assertThat(token.path("scope").asText()).isEqualTo("eidapi_auth");
        assertThat(token.path("lastModifiedDate").isIntegralNumber()).isTrue();
    }

    @Test
    void theTokenisedIdLooksPercentEncodedAndBelongsToOneClient() {
        String mine = openId(service, "basic");
        TestService other = new TestService(simulator);
        other.fetchKey();

        assertThat(mine).matches("[A-Za-z0-9%]{44,64}").contains("%2B").endsWith("%3D");
        assertThat(openId(service, "basic")).isEqualTo(mine);
        assertThat(openId(service, "plus")).isNotEqualTo(mine);
        assertThat(openId(other, "basic")).isNotEqualTo(mine);
    }

    @Test
    void keepsTheOrderOfTheScopesThatWereAsked() {
        TestService.get(service.authorizationUri(Map.of("scope", "eidapi_profiles eidapi_auth", "state", "two")));
        String ticket = simulator.requests().stream()
                .filter(request -> request.state().filter("two"::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .ticketId();
        URI redirect = simulator.approve(ticket, "basic").redirect().orElseThrow();
        JsonNode token =
                service.open(service.getToken(TestService.code(redirect)).json());
        assertThat(token.path("scope").asText()).isEqualTo("eidapi_profiles eidapi_auth");
        assertThat(token.path("userType").asText()).isEqualTo("default");
    }

    @Test
    void aCodeWorksOnce() {
        String code = service.newCode("basic");
        assertThat(service.getToken(code).json().path("code").asText()).isEqualTo("D00000");
        assertThat(service.getToken(code).json().path("code").asText()).isEqualTo("D40004");
        assertThat(lastReason()).contains("used before").doesNotContain(code);
    }

    @Test
    void aCodeLivesSixtySeconds() {
        String code = service.newCode("basic");
        String late = service.newCode("basic");
        simulator.advance(Duration.ofSeconds(59));
        assertThat(service.getToken(code).json().path("code").asText()).isEqualTo("D00000");
        simulator.advance(Duration.ofSeconds(2));
        assertThat(service.getToken(late).json().path("code").asText()).isEqualTo("D40004");
        assertThat(lastReason()).contains("61 s old");
    }

    @Test
    void aCodeBelongsToItsClient() {
        TestService thief = new TestService(simulator);
        thief.fetchKey();
        String code = service.newCode("basic");
        assertThat(thief.getToken(code).json().path("code").asText()).isEqualTo("D40004");
        assertThat(lastReason()).contains("another client");
        assertThat(service.getToken(code).json().path("code").asText()).isEqualTo("D00000");
    }

    @Test
    void anInventedCodeIsUnknown() {
        assertThat(service.getToken("simcode-0").json().path("code").asText()).isEqualTo("D40004");
    }

    @Test
    void checksTheMembersOfGetToken() {
        assertThat(tokenAnswer("{\"grantType\":\"authorization_code\"}")).isEqualTo("D20001");
        assertThat(tokenAnswer("{\"code\":\"\",\"grantType\":\"authorization_code\"}"))
                .isEqualTo("D20002");
        assertThat(tokenAnswer("{\"code\":7,\"grantType\":\"authorization_code\"}"))
                .isEqualTo("D20003");
        assertThat(tokenAnswer("{\"code\":\"x\"}")).isEqualTo("D20001");
        assertThat(tokenAnswer("{\"code\":\"x\",\"grantType\":\"password\"}")).isEqualTo("D20003");
        assertThat(tokenAnswer("{\"code\":\"x\",\"grantType\":\"authorization_code\",\"isDirectLoginV2\":false}"))
                .isEqualTo("D20003");
        assertThat(tokenAnswer("{\"code\":\"x\",\"grantType\":\"authorization_code\",\"isDirectLoginV2\":\"false\"}"))
                .isEqualTo("D20003");
        assertThat(tokenAnswer("[]")).isEqualTo("D20003");
    }

    @Test
    void everyWayToRefuseHasItsCode() {
        assertThat(query(simulator.cancel(service.openQr("c")).redirect().orElseThrow()))
                .containsEntry("error_code", "D40000")
                .containsEntry("state", "c")
                .doesNotContainKey("code");
        assertThat(query(simulator.reject(service.openQr("r")).redirect().orElseThrow()))
                .containsEntry("error_code", "D40001");
        assertThat(query(simulator.fail(service.openQr("f")).redirect().orElseThrow()))
                .containsEntry("error_code", "D40002");
        assertThat(query(simulator.timeout(service.openQr("t")).redirect().orElseThrow()))
                .containsEntry("error_code", "D40003");
    }

    @Test
    void aSuspendedPersonFailsWithoutAReason() {
        Outcome outcome = simulator.approve(service.openQr("s"), "suspended");
        assertThat(outcome.status()).isEqualTo("failed");
        assertThat(query(outcome.redirect().orElseThrow())).containsOnlyKeys("error_code", "state");
        assertThat(query(outcome.redirect().orElseThrow())).containsEntry("error_code", "D40002");
    }

    @Test
    void aRequestIsAnsweredOnce() {
        String ticket = service.openQr("once");
        simulator.approve(ticket, "basic");
        assertThatThrownBy(() -> simulator.reject(ticket))
                .isInstanceOfSatisfying(
                        SimulatorException.class,
                        e -> assertThat(e.kind()).isEqualTo(SimulatorException.Kind.ALREADY_ENDED));
        assertThatThrownBy(() -> simulator.approve("no-such-ticket", "basic"))
                .isInstanceOfSatisfying(
                        SimulatorException.class,
                        e -> assertThat(e.kind()).isEqualTo(SimulatorException.Kind.UNKNOWN_REQUEST));
        assertThatThrownBy(() -> simulator.approve(service.openQr("who"), "nobody"))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("basic");
    }

    @Test
    void aRequestThatNobodyAnswersTimesOut() {
        String ticket = service.openQr("late");
        simulator.advance(Duration.ofMinutes(18));
        assertThat(request(ticket).status()).isEqualTo("timed-out");
        assertThatThrownBy(() -> simulator.approve(ticket, "basic")).hasMessageContaining("timed-out");
    }

    @Test
    void aRedirectUriWithAQueryKeepsIt() {
        URI withQuery = URI.create("https://permits.example.org/back?tenant=1");
        simulator.addRedirectUri(service.clientId, withQuery);
        TestService.get(service.authorizationUri(Map.of("redirectURI", withQuery.toString(), "state", "q")));
        String ticket =
                simulator.requests().get(simulator.requests().size() - 1).ticketId();
        assertThat(simulator.approve(ticket, "basic").redirect().orElseThrow().toString())
                .startsWith(withQuery + "&code=");
    }

    @Test
    void listsWhatWasAskedFor() {
        String ticket = service.openQr("listed");
        SimulatedRequest request = request(ticket);
        assertThat(request.flow()).isEqualTo("sign-in");
        assertThat(request.clientId()).isEqualTo(service.clientId);
        assertThat(request.status()).isEqualTo("pending");
        assertThat(request.scopes()).isEqualTo(Set.of("eidapi_auth"));
        assertThat(request.redirectUri()).isEqualTo(TestService.REDIRECT);
        simulator.approve(ticket, "plus");
        assertThat(request(ticket).personaId()).contains("plus");
    }

    @Test
    void anOutcomeDoesNotPrintTheCode() {
        Outcome outcome = simulator.approve(service.openQr("quiet"), "basic");
        assertThat(outcome.toString()).doesNotContain("simcode-").contains("permits.example.org");
        assertThat(service.registration().toString()).doesNotContain(service.secret);
    }

    private SimulatedRequest request(String ticket) {
        return simulator.requests().stream()
                .filter(one -> one.ticketId().equals(ticket))
                .findFirst()
                .orElseThrow();
    }

    private String tokenAnswer(String plaintext) {
        return service.sealed("/auth/getToken", plaintext).json().path("code").asText();
    }

    private String lastReason() {
        return simulator.log().get(simulator.log().size() - 1).reason().orElseThrow();
    }

    private static String openId(TestService service, String persona) {
        return service.open(service.getToken(service.newCode(persona)).json())
                .path("openID")
                .asText();
    }
}
