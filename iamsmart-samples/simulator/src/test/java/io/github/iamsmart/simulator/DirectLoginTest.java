package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sign-ins that begin in the phone's catalogue. */
class DirectLoginTest {
    private static final URI STATE_ADDRESS = URI.create("https://permits.example.org/iamsmart/direct-login");
    private static final URI CALLBACK = URI.create("https://permits.example.org/iamsmart/callback/direct-login");
    private static final URI LOGIN = URI.create("https://permits.example.org/iamsmart/callback/login");

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

    @ParameterizedTest
    @CsvSource({"en-US, Services", "zh-HK, 網上服務", "zh-CN, 网上服务"})
    void theCatalogueShowsServicesThatHaveAnAddress(String lang, String title) {
        assertThat(catalogue(lang)).contains("data-testid=\"no-services\"", title);
        simulator.addRedirectUri(service.clientId, STATE_ADDRESS);
        simulator.addRedirectUri(service.clientId, CALLBACK);
        assertThat(catalogue(lang))
                .contains("data-testid=\"open-v1-" + service.clientId + "\"")
                .contains("data-testid=\"open-v2-" + service.clientId + "\"")
                .doesNotContain("no-services");
        assertThat(TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/phone?lang=" + lang))))
                .contains("/phone/catalogue?lang=" + lang);
    }

    @Test
    void versionOneAsksTheServiceForAState() {
        simulator.addRedirectUri(service.clientId, STATE_ADDRESS);
        Matcher link =
                Pattern.compile("href=\"([^\"]*)\" data-testid=\"open-v1-").matcher(catalogue("en-US"));
        assertThat(link.find()).isTrue();
        URI opened = URI.create(link.group(1).replace("&amp;", "&"));
        assertThat(opened.toString()).startsWith(STATE_ADDRESS + "?");
        Map<String, String> query = TestService.query(opened);
        assertThat(query)
                .containsOnlyKeys("redirectURI", "eserviceName", "ClientID", "scope")
                .containsEntry("ClientID", service.clientId)
                .containsEntry("scope", "eidapi_auth");
        assertThat(URLDecoder.decode(query.get("redirectURI"), StandardCharsets.UTF_8))
                .isEqualTo(simulator.baseUrl() + "/phone/direct");
    }

    @Test
    void versionOneEndsAtTheOrdinaryCallbackWithTheStateOfTheService() {
        simulator.addRedirectUri(service.clientId, STATE_ADDRESS);
        simulator.addRedirectUri(service.clientId, LOGIN);
        HttpResponse<byte[]> sent = direct("state-1", service.clientId, "eidapi_auth", "Permits");
        assertThat(sent.statusCode()).isEqualTo(303);
        String screen = location(sent);
        assertThat(screen).startsWith("/phone?ticket=").contains("&here=1");
        assertThat(TestService.text(TestService.get(URI.create(simulator.baseUrl() + screen))))
                .contains("data-testid=\"persona-basic\"", "eidapi_auth");
        HttpResponse<byte[]> answered = answer(ticket(), "approve");
        assertThat(answered.statusCode()).isEqualTo(303);
        URI end = URI.create(location(answered));
        assertThat(end.toString()).startsWith(LOGIN + "?code=simcode-");
        assertThat(TestService.query(end)).containsOnlyKeys("code", "state").containsEntry("state", "state-1");
        JsonNode token = service.open(service.getToken(TestService.code(end)).json());
        assertThat(token.path("scope").asText()).isEqualTo("eidapi_auth");
    }

    @ParameterizedTest
    @CsvSource({
        "has space, known, eidapi_auth, Permits, D20003",
        "'', known, eidapi_auth, Permits, D20001",
        "state, unknown, eidapi_auth, Permits, D20003",
        "state, known, eidapi_sign, Permits, D20012",
        "state, known, '', Permits, D20001",
        "state, known, eidapi_auth, '', D20001",
    })
    void refusesAReturnThatIsNotRight(String state, String client, String scope, String name, String code) {
        HttpResponse<byte[]> page = direct(state, client.equals("known") ? service.clientId : "nobody", scope, name);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(TestService.text(page)).contains("data-testid=\"error-code\">" + code + "<");
        assertThat(simulator.log().get(simulator.log().size() - 1).code()).contains(code);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void versionTwoOpensTheCallbackWithACodeAndNoState() {
        simulator.addRedirectUri(service.clientId, CALLBACK);
        assertThat(open(CALLBACK).statusCode()).isEqualTo(303);
        assertThat(simulator.requests().get(0).flow()).isEqualTo("direct-login");
        URI end = URI.create(location(answer(ticket(), "approve")));
        assertThat(end.toString()).startsWith(CALLBACK + "?code=simcode-");
        assertThat(TestService.query(end)).containsOnlyKeys("code", "RefID");
        String code = TestService.code(end);
        assertThat(service.getToken(code).json().path("code").asText()).isEqualTo("D20001");
        assertThat(simulator.log().get(simulator.log().size() - 1).reason().orElseThrow())
                .contains("isDirectLoginV2");
        assertThat(flagged(code).path("code").asText()).isEqualTo("D00000");
        assertThat(flagged(code).path("code").asText()).isEqualTo("D40004");
    }

    @Test
    void theFlagDoesNoHarmToAnOrdinaryCode() {
        assertThat(flagged(service.newCode("basic")).path("code").asText()).isEqualTo("D00000");
    }

    @ParameterizedTest
    @CsvSource({"cancel, D40000", "reject, D40001", "fail, D40002", "timeout, D40003"})
    void aRefusalCarriesItsCodeAndNothingElse(String decision, String code) {
        simulator.addRedirectUri(service.clientId, CALLBACK);
        open(CALLBACK);
        URI end = URI.create(location(answer(ticket(), decision)));
        assertThat(end.toString()).isEqualTo(CALLBACK + "?error_code=" + code);
    }

    @Test
    void versionTwoOpensOnlyWhatIsRegisteredForIt() {
        simulator.addRedirectUri(service.clientId, STATE_ADDRESS);
        for (URI other : new URI[] {CALLBACK, STATE_ADDRESS, TestService.REDIRECT}) {
            HttpResponse<byte[]> page = open(other);
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(TestService.text(page)).contains("D20008");
        }
        assertThat(simulator.requests()).isEmpty();
    }

    private String catalogue(String lang) {
        return TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/phone/catalogue?lang=" + lang)));
    }

    private String ticket() {
        return simulator.requests().get(0).ticketId();
    }

    /** What the service answers a get-state request with. */
    private HttpResponse<byte[]> direct(String state, String clientId, String scope, String name) {
        return TestService.get(URI.create(simulator.baseUrl() + "/phone/direct?lang=en-US&state=" + encoded(state)
                + "&clientID=" + encoded(clientId) + "&scope=" + encoded(scope) + "&eserviceName=" + encoded(name)));
    }

    private HttpResponse<byte[]> open(URI callback) {
        return form(
                "/phone/catalogue", "lang=en-US&clientID=" + service.clientId + "&to=" + encoded(callback.toString()));
    }

    private HttpResponse<byte[]> answer(String ticket, String decision) {
        return form("/phone/answer", "here=1&lang=en-US&persona=basic&ticket=" + ticket + "&decision=" + decision);
    }

    private HttpResponse<byte[]> form(String path, String body) {
        return TestService.post(URI.create(simulator.baseUrl() + path), "application/x-www-form-urlencoded", body);
    }

    private JsonNode flagged(String code) {
        return service.sealed(
                        "/auth/getToken",
                        "{\"code\":\"" + code + "\",\"grantType\":\"authorization_code\",\"isDirectLoginV2\":true}")
                .json();
    }

    private static String location(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
