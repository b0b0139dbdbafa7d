package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "iamsmart.simulator.port=0")
class OnlineServiceApplicationTest {

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private IamSmartSimulator simulator;

    @Autowired
    private Environment environment;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        simulator.reset();
        browser = newBrowser();
    }

    @Test
    void theLogNamesTheAddressOfTheSite() throws Exception {
        assertThat(OnlineServiceApplication.address(environment)).isEqualTo("http://localhost:" + port);
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, en, Login with iAM Smart, https://www.iamsmart.gov.hk/en/",
        "zh-HK, zh-Hant-HK, 智方便登入, https://www.iamsmart.gov.hk/tc/",
        "zh-CN, zh-Hans-CN, 智方便登录, https://www.iamsmart.gov.hk/sc/"
    })
    void theStartPageSpeaksThreeLanguages(String chosen, String html, String button, String moreInfo) throws Exception {
        String page = browser.get("/?lang=" + chosen).body();

        assertThat(page)
                .contains("<html lang=\"" + html + "\"")
                .contains(button)
                .contains(moreInfo);
        assertThat(browser.get("/").body()).as("the choice is remembered").contains(button);
    }

    @ParameterizedTest
    @CsvSource({"'zh-TW,zh;q=0.9', 智方便登入", "'zh-Hans', 智方便登录", "'fr-FR,fr', Login with iAM Smart"})
    void theBrowsersLanguageIsTheFirstGuess(String accepted, String button) throws Exception {
        assertThat(browser.get("/", Map.of("Accept-Language", accepted)).body()).contains(button);
    }

    @Test
    void anUnknownLanguageChangesNothing() throws Exception {
        HttpResponse<String> page = browser.get("/?lang=%3Cscript%3E");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Login with iAM Smart").doesNotContain("<script>");
    }

    @Test
    void aClosedPageIsReachedAfterTheSignIn() throws Exception {
        HttpResponse<String> closed = browser.get("/services/stalls");
        assertThat(closed.uri()).hasPath("/sign-in").hasParameter("returnTo", "/services/stalls");
        assertThat(closed.body()).contains("returnTo=/services/stalls");

        HttpResponse<String> stalls = signIn("/services/stalls");

        assertThat(stalls.uri()).hasPath("/services/stalls");
        assertThat(stalls.body()).contains("HK$2,400");
    }

    @Test
    void showsWhoIsSignedInWithoutTheWholeIdentity() throws Exception {
        HttpResponse<String> services = signIn("/services");

        assertThat(services.uri()).hasPath("/services");
        assertThat(services.body())
                .contains("eidapi_auth")
                .contains("data-value=\"sign\"")
                .as("a scope for services of the Government")
                .doesNotContain("eidapi_profiles");
        assertThat(services.body()).doesNotContain("simtoken-").doesNotContain("simcode-");
    }

    @Test
    void signOutEndsTheSession() throws Exception {
        signIn("/services");

        assertThat(browser.post("/sign-out").body()).contains("You are signed out");

        assertThat(browser.get("/services").uri()).hasPath("/sign-in");
    }

    @Test
    void signOutIsNoLink() throws Exception {
        signIn("/services");

        assertThat(browser.get("/sign-out").statusCode()).isEqualTo(405);

        assertThat(browser.get("/services").uri()).hasPath("/services");
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, This sign-in was not completed, Code for our staff: D40001",
        "zh-HK, 這次登入未能完成, 供職員參考的代碼：D40001",
        "zh-CN, 这次登录未能完成, 供工作人员参考的代码：D40001"
    })
    void aRefusalIsExplained(String language, String heading, String code) throws Exception {
        browser.get("/?lang=" + language);
        browser.get("/iamsmart/login?lang=" + language);
        URI back = simulator.reject(newestTicket()).redirect().orElseThrow();

        HttpResponse<String> page = browser.get(back.toString());

        assertThat(page.uri()).hasPath("/sign-in-failed");
        assertThat(page.body()).contains(heading).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "declined",
        "failed",
        "ended",
        "other-browser",
        "malformed",
        "too-many-attempts",
        "unavailable",
        "nonsense",
        "<script>"
    })
    void everyReasonHasASentence(String reason) throws Exception {
        String query = "/sign-in-failed?error=" + reason.replace("<", "%3C").replace(">", "%3E");

        HttpResponse<String> page = browser.get(query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("id=\"sentence\"")
                .doesNotContain("failure.reason")
                .doesNotContain("<script>");
    }

    /** A stranger sends the address of their own form, to be filled in by somebody else. */
    @Test
    void aLinkNamesNoSession() throws Exception {
        HttpRequest begin = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/permit/new"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("by=hand"))
                .build();
        HttpResponse<Void> begun = HttpClient.newHttpClient().send(begin, BodyHandlers.discarding());
        assertThat(begun.headers().firstValue("Location").orElseThrow())
                .as("before the server knows whether the browser takes cookies")
                .endsWith("/permit/form");
        String session =
                begun.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("^JSESSIONID=([^;]*).*", "$1");

        HttpResponse<String> page = browser.get("/permit/form;jsessionid=" + session);

        assertThat(page.uri()).as("the start, without a form of anybody").hasPath("/permit/new");
        assertThat(page.body()).doesNotContain("jsessionid");
    }

    @Test
    void everythingComesFromTheSiteItself() throws Exception {
        HttpResponse<String> page = browser.get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        for (String resource : List.of("/css/market.css", "/img/kite.svg", "/img/street.svg")) {
            assertThat(browser.get(resource).statusCode()).as(resource).isEqualTo(200);
        }
    }

    @Test
    void anUnknownAddressGetsAPageOfTheSite() throws Exception {
        HttpResponse<String> page = browser.get("/nothing-here", Map.of("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no stall at this address").contains("language-zh-HK");
    }

    private HttpResponse<String> signIn(String returnTo) throws Exception {
        browser.get("/iamsmart/login?returnTo=" + returnTo);
        URI callback = simulator.approve(newestTicket(), "plus").redirect().orElseThrow();
        return browser.get(callback.toString());
    }

    private String newestTicket() {
        List<SimulatedRequest> requests = simulator.requests();
        return requests.get(requests.size() - 1).ticketId();
    }

    private Browser newBrowser() {
        return new Browser(URI.create("http://localhost:" + port));
    }
}
