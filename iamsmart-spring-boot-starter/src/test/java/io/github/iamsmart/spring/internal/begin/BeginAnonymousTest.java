package io.github.iamsmart.spring.internal.begin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.reauth.ReauthenticationRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.LogEntry;
import io.github.iamsmart.spring.internal.begin.WebBrowser.Page;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Anonymous requests from the button to the page, over HTTP, with the simulator and nothing configured. */
@Timeout(240)
class BeginAnonymousTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ConfigurableApplicationContext context;
    private static IamSmartSimulator simulator;
    private static URI application;

    private final WebBrowser browser = new WebBrowser(application, WebBrowser.DESKTOP);

    @BeforeAll
    static void start() {
        context = BeginTest.run();
        simulator = context.getBean(IamSmartSimulator.class);
        application = BeginTest.address(context);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @AfterEach
    void clear() {
        simulator.clearFaults();
    }

    private static RequestOutcome<?> awaitOutcome(String reference) {
        BeginApplication.Outcomes outcomes = context.getBean(BeginApplication.Outcomes.class);
        return await().atMost(PATIENCE).until(() -> outcomes.of(reference), outcome -> outcome != null);
    }

    private static long exchanges() {
        return simulator.log().stream()
                .map(LogEntry::path)
                .filter(path -> path.endsWith("/getToken"))
                .count();
    }

    /** Begins by a form and returns the gateway's page, past the page that hands over. */
    private URI gatewayPage(String flow, String reference) {
        Page pressed = browser.post("/anonymous/" + flow + "/" + reference);
        assertThat(pressed.status()).isEqualTo(303);
        URI own = pressed.location();
        assertThat(own.getHost()).isEqualTo("localhost");
        URI handOver = URI.create(own.toString().replaceFirst("/page$", "/gateway"));
        return browser.get(handOver).link();
    }

    private URI approve(URI gatewayPage) {
        return browser.answer(simulator, gatewayPage, ticket -> simulator.approve(ticket, "plus"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "hash", "pdf", "bulk"})
    void aFormLeadsOverAPageOfThisHostToTheGatewayAndBack(String flow) {
        String reference = "anonymous-" + flow;
        URI gatewayPage = gatewayPage(flow, reference);
        assertThat(gatewayPage.toString())
                .startsWith(simulator.baseUrl().toString())
                .contains("ticketID=");

        URI back = approve(gatewayPage);
        assertThat(back.toString()).startsWith(application + "/iamsmart/callback/anonymous?");
        Page returned = browser.get(back);

        assertThat(returned.status()).isEqualTo(303);
        assertThat(returned.header("location")).matches("/iamsmart/requests/[^/]+/page");
        assertThat(returned.header("cache-control")).contains("no-store");
        assertThat(returned.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(awaitOutcome(reference)).isInstanceOf(RequestOutcome.Completed.class);
    }

    @Test
    void aLinkLeadsToTheGatewayAtOnce() {
        Page pressed = browser.get("/anonymous/form/link");

        assertThat(pressed.status()).isEqualTo(303);
        assertThat(pressed.header("location")).startsWith(simulator.baseUrl().toString());
        assertThat(pressed.header("cache-control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "pdf"})
    void theDigitsOfASigningAreShownFirst(String flow) {
        assertThat(browser.get("/anonymous/" + flow + "/digits").header("location"))
                .matches("/iamsmart/requests/[^/]+/page");
    }

    @Test
    void everyPageSpeaksTheLanguageInWhichItBegan() {
        URI page = browser.get("/anonymous/hash/language?lang=zh-HK").location();
        URI handOver = browser.post("/anonymous/form/language-form?lang=zh-HK").location();

        assertThat(browser.get(page).body()).contains("<html lang=\"zh-HK\">");
        assertThat(browser.get(handOver).body()).contains("<html lang=\"zh-HK\">");
    }

    @Test
    void onAPhoneThePageComesFirst() {
        WebBrowser phone = new WebBrowser(application, WebBrowser.PHONE);

        assertThat(phone.get("/anonymous/form/phone").header("location")).matches("/iamsmart/requests/[^/]+/page");
    }

    @Test
    void theBrowserCarriesItSealedAndForServersAlone() {
        Page pressed = browser.post("/anonymous/form/cookie");

        String id = pressed.location().getPath().split("/", -1)[3];
        assertThat(pressed.headers().get("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("iamsmart-return-"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=")
                .doesNotContain(id);
    }

    @Test
    void anotherBrowserUsesNothingUp() {
        URI back = approve(gatewayPage("form", "two-browsers"));
        WebBrowser other = new WebBrowser(application, WebBrowser.DESKTOP);
        long before = exchanges();

        Page scanned = other.get(back);

        assertThat(scanned.status()).isEqualTo(400);
        assertThat(scanned.body()).contains("another browser");
        assertThat(exchanges()).isEqualTo(before);
        assertThat(browser.get(back).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "bulk"})
    void whoComesAgainIsLedToThePageAndNothingIsFetched(String flow) {
        URI back = approve(gatewayPage(flow, "again-" + flow));
        String page = browser.get(back).header("location");
        long before = exchanges();

        assertThat(browser.get(back).header("location")).isEqualTo(page);
        assertThat(exchanges()).isEqualTo(before);
    }

    @Test
    void twoWindowsComeBackInAnyOrder() {
        URI first = approve(gatewayPage("form", "window-1"));
        URI second = approve(gatewayPage("form", "window-2"));

        String secondPage = browser.get(second).header("location");
        String firstPage = browser.get(first).header("location");

        assertThat(firstPage).endsWith("/page").isNotEqualTo(secondPage);
        assertThat(awaitOutcome("window-1")).isInstanceOf(RequestOutcome.Completed.class);
        assertThat(awaitOutcome("window-2")).isInstanceOf(RequestOutcome.Completed.class);
    }

    @Test
    void whatIsNoNavigationUsesNothingUp() {
        URI back = approve(gatewayPage("form", "ahead"));
        long before = exchanges();

        assertThat(browser.send("HEAD", back).status()).isEqualTo(204);
        assertThat(browser.get(back, "Sec-Purpose", "prefetch").status()).isEqualTo(204);
        assertThat(exchanges()).isEqualTo(before);
        assertThat(browser.get(back).status()).isEqualTo(303);
    }

    @Test
    void whatIsNoNavigationAsksNobody() {
        int before = simulator.requests().size();
        URI link = URI.create(application + "/anonymous/form/speculative");

        assertThat(browser.send("HEAD", link).status()).isEqualTo(204);
        assertThat(browser.get(link, "Sec-Purpose", "prefetch;prerender").status())
                .isEqualTo(204);

        assertThat(simulator.requests()).hasSize(before);
        assertThat(browser.get(link).status()).isEqualTo(303);
    }

    @Test
    void aUserWhoDeclinesIsLedToThePageThatSaysSo() {
        URI gatewayPage = gatewayPage("form", "declined");
        URI back = browser.answer(simulator, gatewayPage, simulator::reject);

        assertThat(browser.get(back).header("location")).endsWith("/page");
        assertThat(awaitOutcome("declined")).isInstanceOf(RequestOutcome.Declined.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code=a&code=b&state=c", "state=%", "code=x", "code=x&state=unknown"})
    void aLinkThatIsOfNoUseEndsInAPage(String query) {
        Page page = browser.get("/iamsmart/callback/anonymous?" + query.replace("%", "%25"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.link()).isEqualTo(URI.create(application + "/"));
    }

    @Test
    void whatGoesWrongAtTheGatewayIsToldInAPage() {
        URI back = approve(gatewayPage("form", "refused"));
        simulator.inject(Fault.of(FaultKind.ERROR_CODE).code("D20000").onPath("/auth/getToken"));

        Page page = browser.get(back, "Accept-Language", "zh-CN");

        assertThat(page.status()).isEqualTo(502);
        assertThat(page.body()).contains("D20000").doesNotContain("code=");
        assertThat(page.link()).isEqualTo(URI.create(application + "/again/refused"));
    }

    @Test
    void aVisitWhileAnotherOneFetchesIsNotTheReturn() throws Exception {
        URI handOver = browser.post("/anonymous/form/at-once").location();
        URI state = URI.create(handOver.toString().replaceFirst("/gateway$", ""));
        URI back = approve(browser.get(handOver).link());
        simulator.inject(Fault.of(FaultKind.HTML_ERROR).onPath("/anonymous/eme/getResult"));
        simulator.inject(Fault.of(FaultKind.DELAY).delay(Duration.ofSeconds(2)).onPath("/auth/getToken"));
        long before = exchanges();

        WebBrowser window = new WebBrowser(application, WebBrowser.DESKTOP);
        window.cookies().putAll(browser.cookies());
        CompletableFuture<Page> first = CompletableFuture.supplyAsync(() -> window.get(back));
        await().atMost(PATIENCE).until(() -> browser.get(state).body(), body -> body.contains("\"processing\""));
        Page second = browser.get(back);

        assertThat(second.status()).isEqualTo(303);
        assertThat(first.get().status()).isEqualTo(502);
        assertThat(browser.get(state).body()).contains("\"pending\"");
        browser.get(back);
        assertThat(exchanges()).as("the browser comes back once more").isEqualTo(before + 2);
    }

    @Test
    void whatGoesWrongAtTheBeginningIsToldInAPage() {
        simulator.inject(Fault.of(FaultKind.HTML_ERROR).onPath("/anonymous/eme/initiateRequest"));

        Page page = browser.post("/anonymous/form/proxy");

        assertThat(page.status()).isEqualTo(502);
        assertThat(page.link()).isEqualTo(URI.create(application + "/again/proxy"));
    }

    @Test
    void whatTheStoreHasForgottenHasEnded() {
        URI own = browser.post("/anonymous/form/forgotten").location();
        URI back = approve(browser.get(own).link());
        context.getBean(RequestStore.class).remove(new BusinessId(own.getPath().split("/", -1)[3]));

        Page page = browser.get(back);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("already ended");
    }

    @Test
    void thePageThatHandsOverIsOfThisBrowserAlone() {
        URI handOver = browser.post("/anonymous/form/alone").location();

        Page stranger = new WebBrowser(application, WebBrowser.DESKTOP).get(handOver);
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.body()).contains("<h1").doesNotContain("ticketID");
        URI back = approve(browser.get(handOver).link());
        browser.get(back);
        awaitOutcome("alone");
        assertThat(browser.get(handOver).header("location"))
                .as("there is nothing to hand over")
                .endsWith("/page");
    }

    @Test
    void refusesAtOnceWhatUsersMustSignInFor() {
        IamSmartRequests requests = context.getBean(IamSmartRequests.class);

        assertThatThrownBy(() -> requests.beginAnonymous(new ReauthenticationRequest()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("signed in");
    }

    @Test
    void oneNetworkBeginsOnlySoMany() {
        try (ConfigurableApplicationContext other = BeginTest.run("iamsmart.requests.anonymous-per-minute=1")) {
            WebBrowser visitor = new WebBrowser(BeginTest.address(other), WebBrowser.DESKTOP);
            visitor.post("/anonymous/form/one");

            Page second = visitor.post("/anonymous/form/two");

            assertThat(second.status()).isEqualTo(429);
            assertThat(second.header("retry-after")).isNotEmpty();
        }
    }

    @Test
    void anInventedCodeAsksTheGatewayOnce() {
        URI gatewayPage = browser.get("/anonymous/form/invented").location();
        String back = "/iamsmart/callback/anonymous?code=invented&state="
                + WebBrowser.query(gatewayPage).get("state");
        long before = exchanges();

        String page = browser.get(back).header("location");

        assertThat(page).endsWith("/page");
        assertThat(browser.get(back).header("location")).isEqualTo(page);
        assertThat(exchanges()).isEqualTo(before + 1);
    }

    @Test
    void oneNetworkRepeatsARefusedReturnOnlySoOften() {
        try (ConfigurableApplicationContext other = BeginTest.run("iamsmart.sign-in.failed-attempts-per-minute=1")) {
            IamSmartSimulator gateway = other.getBean(IamSmartSimulator.class);
            gateway.inject(Fault.of(FaultKind.ERROR_CODE)
                    .code("D20000")
                    .onPath("/auth/getToken")
                    .times(2));
            WebBrowser visitor = new WebBrowser(BeginTest.address(other), WebBrowser.DESKTOP);
            URI gatewayPage = visitor.get("/anonymous/form/repeated").location();
            URI back = visitor.answer(gateway, gatewayPage, ticket -> gateway.approve(ticket, "basic"));

            Page refused = visitor.get(back);
            Page limited = visitor.get(back);

            assertThat(refused.status()).isEqualTo(502);
            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.header("retry-after")).isNotEmpty();
            assertThat(gateway.log().stream().filter(entry -> entry.path().endsWith("/getToken")))
                    .hasSize(1);
        }
    }

    @Test
    void aCookieThatNobodySealedIsNone() {
        URI back = approve(gatewayPage("form", "node"));
        browser.cookies().replaceAll((name, value) -> name.startsWith("iamsmart-return-") ? "1.AAAA" : value);

        assertThat(browser.get(back).status()).isEqualTo(400);
    }
}
