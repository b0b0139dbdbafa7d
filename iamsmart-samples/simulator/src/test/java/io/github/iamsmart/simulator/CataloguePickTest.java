package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Direct Login v2 by a call instead of the phone's pages: on the web, and to the service's own app. */
class CataloguePickTest {
    private static final URI CALLBACK = URI.create("https://permits.example.org/iamsmart/callback/direct-login");

    @RegisterExtension
    final IamSmartSimulatorExtension fresh = new IamSmartSimulatorExtension();

    private IamSmartSimulator simulator;
    private TestService service;

    @BeforeEach
    void registerAService(IamSmartSimulator running) {
        simulator = running;
        service = new TestService(running);
        service.fetchKey();
    }

    @Test
    void theAppIsHandedACodeThatWorksOnceWithItsVerifier() {
        AppLoginCode handed = simulator.directLoginToApp(service.clientId, "plus");

        JsonNode answer = exchange(handed.code(), handed.codeVerifier());

        assertThat(answer.path("code").asText()).isEqualTo("D00000");
        assertThat(service.open(answer).path("scope").asText()).isEqualTo("eidapi_auth");
        assertThat(service.open(answer).path("userType").asText()).isEqualTo("sign");
        assertThat(exchange(handed.code(), handed.codeVerifier()).path("code").asText())
                .isEqualTo("D40004");
        assertThat(handed.toString()).doesNotContain(handed.code(), handed.codeVerifier());
    }

    @Test
    void withoutTheVerifierTheCodeIsOfNoUse() {
        AppLoginCode handed = simulator.directLoginToApp(service.clientId, "plus");

        assertThat(exchange("{\"code\":\"" + handed.code() + "\",\"isDirectLoginV2\":\"true\"")
                        .path("code")
                        .asText())
                .isEqualTo("D20001");
        assertThat(newestReason()).contains("code_verifier");
        assertThat(exchange("{\"code\":\"" + handed.code() + "\",\"code_verifier\":\"" + handed.codeVerifier() + "\"")
                        .path("code")
                        .asText())
                .isEqualTo("D20001");
        assertThat(newestReason()).contains("isDirectLoginV2");
        assertThat(exchange(handed.code(), handed.codeVerifier()).path("code").asText())
                .isEqualTo("D00000");
    }

    @Test
    void aVerifierCannotBeGuessedAt() {
        AppLoginCode handed = simulator.directLoginToApp(service.clientId, "plus");
        AppLoginCode another = simulator.directLoginToApp(service.clientId, "plus");

        assertThat(exchange(handed.code(), another.codeVerifier()).path("code").asText())
                .isEqualTo("D40004");
        assertThat(newestReason()).contains("code_verifier").doesNotContain(another.codeVerifier());
        assertThat(exchange(handed.code(), handed.codeVerifier()).path("code").asText())
                .isEqualTo("D40004");
    }

    @Test
    void onTheWebTheBrowserIsOpenedAtTheCallback() {
        simulator.addRedirectUri(service.clientId, CALLBACK);

        Outcome outcome = simulator.directLogin(service.clientId, "basic");

        URI redirect = outcome.redirect().orElseThrow();
        assertThat(redirect.toString()).startsWith(CALLBACK + "?code=simcode-");
        assertThat(TestService.query(redirect)).containsOnlyKeys("code", "RefID");
        assertThat(simulator.requests()).singleElement().satisfies(request -> {
            assertThat(request.flow()).isEqualTo("direct-login");
            assertThat(request.status()).isEqualTo("approved");
        });
    }

    @Test
    void aSuspendedAccountGetsNoCode() {
        simulator.addRedirectUri(service.clientId, CALLBACK);

        assertThat(simulator.directLogin(service.clientId, "suspended").redirect())
                .hasValue(URI.create(CALLBACK + "?error_code=D40002"));
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> simulator.directLoginToApp(service.clientId, "suspended"));
    }

    @Test
    void saysWhatIsMissing() {
        expect(Kind.UNKNOWN_CLIENT, "nobody", "basic");
        expect(Kind.UNKNOWN_PERSONA, service.clientId, "nobody");
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> simulator.directLogin(service.clientId, "basic"))
                .withMessageContaining("/callback/direct-login");
        simulator.register(
                new ClientRegistration("narrow", "s", TestService.KEK.getPublic(), Set.of(), Set.of("eidapi_sign")));
        expect(Kind.INVALID, "narrow", "basic");
    }

    @Test
    void theControlApiHandsOverWhatTheAppPosts() throws Exception {
        HttpResponse<byte[]> answer = post(service.clientId, "{\"persona\":\"plus\",\"app\":true}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode handed = TestService.JSON.readTree(answer.body());
        assertThat(handed.fieldNames()).toIterable().containsExactly("code", "code_verifier");
        assertThat(exchange(
                                handed.path("code").asText(),
                                handed.path("code_verifier").asText())
                        .path("code")
                        .asText())
                .isEqualTo("D00000");
    }

    @Test
    void theControlApiOpensTheCallback() throws Exception {
        simulator.addRedirectUri(service.clientId, CALLBACK);

        JsonNode outcome = TestService.JSON.readTree(
                post(service.clientId, "{\"persona\":\"plus\"}").body());

        assertThat(outcome.path("status").asText()).isEqualTo("approved");
        assertThat(outcome.path("redirect").asText()).startsWith(CALLBACK + "?code=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody|{\"persona\":\"plus\"}|404|nobody",
                "known|{}|400|persona",
                "known|{\"persona\":\"nobody\",\"app\":true}|400|nobody",
                "known|{\"persona\":\"plus\",\"app\":\"true\"}|400|app",
                "known|{\"persona\":\"plus\",\"apps\":true}|400|apps",
            })
    void theControlApiTellsMistakes(String client, String body, int status, String named) {
        HttpResponse<byte[]> answer = post(client.equals("known") ? service.clientId : client, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestService.text(answer)).contains(named);
    }

    @Test
    void theControlApiListsServicesWithoutTheirSecrets() throws Exception {
        HttpResponse<byte[]> answer = TestService.get(URI.create(simulator.baseUrl() + "/control/clients"));

        JsonNode clients = TestService.JSON.readTree(answer.body());
        assertThat(clients).hasSize(1);
        assertThat(clients.get(0).path("clientID").asText()).isEqualTo(service.clientId);
        assertThat(clients.get(0).path("redirectURIs").get(0).asText()).isEqualTo(TestService.REDIRECT.toString());
        assertThat(TestService.text(answer)).doesNotContain(service.secret);
    }

    private void expect(Kind kind, String clientId, String persona) {
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> simulator.directLoginToApp(clientId, persona))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private String newestReason() {
        return simulator.log().get(simulator.log().size() - 1).reason().orElseThrow();
    }

    private JsonNode exchange(String code, String verifier) {
        return exchange(
                "{\"code\":\"" + code + "\",\"code_verifier\":\"" + verifier + "\",\"isDirectLoginV2\":\"true\"");
    }

    private JsonNode exchange(String members) {
        return service.sealed("/auth/getToken", members + ",\"grantType\":\"authorization_code\"}")
                .json();
    }

    private HttpResponse<byte[]> post(String clientId, String body) {
        return TestService.post(
                URI.create(simulator.baseUrl() + "/control/clients/" + clientId + "/direct-login"),
                "application/json",
                body);
    }
}
