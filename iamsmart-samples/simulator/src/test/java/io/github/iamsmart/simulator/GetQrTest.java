package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(IamSmartSimulatorExtension.class)
class GetQrTest {
    private IamSmartSimulator simulator;
    private TestService service;

    @BeforeEach
    void registerAService(IamSmartSimulator running) {
        simulator = running;
        service = new TestService(running);
    }

    @ParameterizedTest
    @CsvSource({
        "clientID, (absent), D20001",
        "clientID, '', D20002",
        "clientID, stranger, D20003",
        "responseType, (absent), D20001",
        "responseType, token, D20003",
        "source, (absent), D20001",
        "source, '', D20002",
        "source, Opera, D20007",
        "source, pc_browser, D20007",
        "source, App_Scheme, D20007",
        "redirectURI, (absent), D20001",
        "redirectURI, https://evil.example.org/callback, D20008",
        "redirectURI, https://permits.example.org/callback/, D20008",
        "redirectURI, https://permits.example.org/callback?x=1, D20008",
        "redirectURI, https://PERMITS.example.org/callback, D20008",
        "scope, (absent), D20001",
        "scope, eidapi_everything, D20012",
        "scope, eidapi_auth eidapi_sign, D20012",
        "lang, '', D20002",
        "scope, eidapi_auth  eidapi_profiles, D20003",
        "scope, 'eidapi_auth,eidapi_profiles', D20012",
        "lang, fr, D20003",
        "lang, en-us, D20003",
        "state, has space, D20003",
        "state, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, D20003",
        "state, '', D20002",
        "brokerPage, True, D20003",
        "ticketID, 0123456789abcdef0123456789abcdef, D20003",
    })
    void showsWhatIsWrongAndRedirectsNowhere(String parameter, String value, String code) {
        int before = simulator.requests().size();
        HttpResponse<byte[]> page = TestService.get(service.authorizationUri(Map.of(parameter, value)));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(TestService.text(page))
                .contains("data-testid=\"error-code\">" + code + "<")
                .contains(parameter);
        assertThat(simulator.requests()).hasSize(before);
        LogEntry entry = simulator.log().get(simulator.log().size() - 1);
        assertThat(entry.code()).contains(code);
        assertThat(entry.reason().orElseThrow()).contains(parameter.equals("clientID") ? "lient" : parameter);
    }

    @Test
    void refusesTheScopeOfTheProfileToAServiceThatWasNotGrantedIt() {
        simulator.register(new ClientRegistration(
                service.clientId,
                service.secret,
                TestService.KEK.getPublic(),
                Set.of(TestService.REDIRECT),
                Set.of("eidapi_auth")));
        HttpResponse<byte[]> page =
                TestService.get(service.authorizationUri(Map.of("scope", "eidapi_auth eidapi_profiles")));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(TestService.text(page)).contains("D20012", "eidapi_profiles");
        assertThat(TestService.get(service.authorizationUri(Map.of())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAParameterThatIsSentTwice() {
        URI twice = URI.create(service.authorizationUri(Map.of()) + "&state=other");
        HttpResponse<byte[]> page = TestService.get(twice);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(TestService.text(page)).contains("more than once");
    }

    @Test
    void whatTheCallerSentIsEscaped() {
        HttpResponse<byte[]> page =
                TestService.get(service.authorizationUri(Map.of("redirectURI", "https://x/<script>alert(1)</script>")));
        assertThat(TestService.text(page))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PC_Browser",
                "Android_Chrome",
                "Android_Firefox",
                "Android_Edge",
                "Android_Samsung",
                "Android_Huawei",
                "Android_Xiaomi",
                "iOS_Safari",
                "iOS_Chrome",
                "iOS_Firefox",
                "iOS_Edge",
                "Android_IMS_InAppBrowser",
                "iOS_IMS_InAppBrowser"
            })
    void takesEveryDocumentedBrowser(String source) {
        assertThat(TestService.get(service.authorizationUri(Map.of("source", source)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void stateAndLanguageAndBrokerPageMayBeLeftOut() {
        HttpResponse<byte[]> page =
                TestService.get(service.authorizationUri(Map.of("state", "(absent)", "lang", "(absent)")));
        assertThat(page.statusCode()).isEqualTo(200);
        SimulatedRequest request = simulator.requests().get(simulator.requests().size() - 1);
        assertThat(request.state()).isEmpty();
        assertThat(request.lang()).isEqualTo("zh-HK");
        assertThat(TestService.query(
                        simulator.reject(request.ticketId()).redirect().orElseThrow()))
                .containsOnlyKeys("error_code");
    }

    @ParameterizedTest
    @CsvSource({"en-US, Open the simulated phone, Simulator", "zh-HK, 開啟模擬手機, 模擬器", "zh-CN, 打开模拟手机, 模拟器"})
    void showsTheQrPageInEveryLanguage(String lang, String button, String ribbon) {
        HttpResponse<byte[]> page = TestService.get(service.authorizationUri(Map.of("lang", lang)));
        assertThat(TestService.text(page))
                .contains("<html lang=\"" + lang + "\">", button, ribbon, service.clientId)
                .contains("data-testid=\"qr\"", "<svg ", "data-testid=\"open-phone\"", "target=\"_blank\"");
    }

    @Test
    void nothingOnAPageComesFromAnotherHost() {
        HttpResponse<byte[]> page = TestService.get(service.authorizationUri(Map.of()));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(TestService.text(page)).doesNotContain("src=\"http").doesNotContain("@import");
    }

    @Test
    void onTheSameDeviceTheButtonStaysInTheTabAndComesBack() {
        HttpResponse<byte[]> page = TestService.get(
                service.authorizationUri(Map.of("brokerPage", "true", "source", "iOS_Safari", "state", "same")));
        String phone = TestService.text(page)
                .replaceAll("(?s).*href=\"(/phone[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(TestService.text(page)).doesNotContain("target=\"_blank\"");
        assertThat(phone).contains("&here=1");

        HttpResponse<byte[]> screen = TestService.get(URI.create(simulator.baseUrl() + phone));
        assertThat(TestService.text(screen)).contains("name=\"here\" value=\"1\"");
        HttpResponse<byte[]> answered = answer("same", "approve", "&persona=plus&here=1");
        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(answered.headers().firstValue("Location").orElseThrow())
                .startsWith(TestService.REDIRECT + "?code=simcode-")
                .endsWith("&state=same");
    }

    @Test
    void theWaitingPageLearnsTheAnswer() {
        String ticket = service.openQr("poll");
        assertThat(status(ticket)).isEqualTo("{\"status\":\"pending\"}");
        HttpResponse<byte[]> answered = answer("poll", "approve", "&persona=basic&lang=zh-HK");
        assertThat(answered.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/phone?ticket=" + ticket + "&lang=zh-HK");
        assertThat(status(ticket)).contains("\"approved\"", "code=simcode-", "state=poll");
        assertThat(phone("?ticket=" + ticket + "&lang=zh-HK")).contains("已批准", "data-status-name=\"approved\"");
    }

    @Test
    void theWaitingPageLearnsThatTheTimeIsOver() {
        String ticket = service.openQr("over");
        simulator.advance(java.time.Duration.ofMinutes(18));
        assertThat(status(ticket)).contains("\"timed-out\"", "error_code=D40003");
        assertThat(phone("?ticket=" + ticket)).contains("data-status-name=\"timed-out\"");
    }

    @ParameterizedTest
    @CsvSource({"en-US, Approve, Refuse, Sign-in", "zh-HK, 批准, 拒絕, 登入", "zh-CN, 批准, 拒绝, 登录"})
    void thePhoneShowsTheRequestInEveryLanguage(String lang, String approve, String reject, String flow) {
        String ticket = service.openQr("phone-" + lang);
        String screen = phone("?ticket=" + ticket + "&lang=" + lang);
        assertThat(screen)
                .contains("<html lang=\"" + lang + "\">", flow, service.clientId, "eidapi_auth")
                .contains("id=\"approve\" data-testid=\"approve\">" + approve + "<")
                .contains("id=\"reject\" data-testid=\"reject\">" + reject + "<");
        for (String persona : simulator.personaIds()) {
            assertThat(screen)
                    .contains("id=\"persona-" + persona + "\"", "data-testid=\"persona-" + persona + "\"")
                    .contains("<label for=\"persona-" + persona + "\">");
        }
    }

    @Test
    void thePhoneListsWhatWaits() {
        simulator.reset();
        assertThat(phone("?lang=en-US")).contains("data-testid=\"no-requests\"");
        String ticket = service.openQr("listed");
        assertThat(phone("?lang=en-US"))
                .contains("data-testid=\"request-" + ticket + "\"")
                .doesNotContain("no-requests");
        simulator.reject(ticket);
        assertThat(phone("?lang=en-US")).contains("data-testid=\"no-requests\"");
    }

    @Test
    void thePhoneSaysThatATicketIsUnknown() {
        HttpResponse<byte[]> page = TestService.get(URI.create(simulator.baseUrl() + "/phone?ticket=none"));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(TestService.text(page)).contains("data-testid=\"gone\"");
        assertThat(TestService.get(URI.create(simulator.baseUrl() + "/qr/status?ticket=none"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyScopeHasItsWordsOnThePhone() {
        ClientRegistration all = new ClientRegistration(
                service.clientId,
                service.secret,
                TestService.KEK.getPublic(),
                Set.of(TestService.REDIRECT),
                ClientRegistration.ALL_SCOPES);
        simulator.register(all);
        TestService.get(service.authorizationUri(
                Map.of("scope", String.join(" ", ClientRegistration.ALL_SCOPES), "state", "all")));
        String ticket =
                simulator.requests().get(simulator.requests().size() - 1).ticketId();
        assertThat(phone("?ticket=" + ticket + "&lang=zh-CN")).contains("eidapi_sua", "请求您作出数字签名");
    }

    private HttpResponse<byte[]> answer(String state, String decision, String more) {
        String ticket = simulator.requests().stream()
                .filter(request -> request.state().filter(state::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .ticketId();
        return TestService.post(
                URI.create(simulator.baseUrl() + "/phone/answer"),
                "application/x-www-form-urlencoded",
                "ticket=" + ticket + "&decision=" + decision + more);
    }

    private String status(String ticket) {
        return TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/qr/status?ticket=" + ticket)));
    }

    private String phone(String query) {
        return TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/phone" + query)));
    }
}
