package io.github.iamsmart.spring.internal.begin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.TestSignIns;
import io.github.iamsmart.spring.internal.begin.WebBrowser.Page;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.PostponedRequest;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestStart;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From the button of a user to the page that waits, over HTTP, with the simulator and nothing configured. */
@Timeout(240)
class BeginTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ConfigurableApplicationContext context;
    private static IamSmartSimulator simulator;
    private static URI application;

    private final WebBrowser browser = new WebBrowser(application, WebBrowser.DESKTOP);

    @BeforeAll
    static void start() {
        context = run();
        simulator = context.getBean(IamSmartSimulator.class);
        application = address(context);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @AfterEach
    void clear() {
        simulator.clearFaults();
    }

    static ConfigurableApplicationContext run(String... properties) {
        return new SpringApplicationBuilder(BeginApplication.class)
                .properties(
                        "server.port=0",
                        "iamsmart.simulator.port=0",
                        "iamsmart.requests.sweep-interval=100ms",
                        "spring.main.banner-mode=off")
                .properties(properties)
                .run();
    }

    static URI address(ConfigurableApplicationContext context) {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private URI login() {
        return URI.create(application + "/iamsmart/login");
    }

    private static BusinessId idOf(URI page) {
        assertThat(page.getPath()).matches("/iamsmart/requests/[^/]+/page");
        return new BusinessId(page.getPath().split("/", -1)[3]);
    }

    private static SimulatedRequest asked(URI page) {
        return simulator.findByBusinessId(idOf(page).value()).orElseThrow();
    }

    private static void awaitCompletion(String reference) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcome(reference)).isInstanceOf(RequestOutcome.Completed.class));
    }

    private static @Nullable RequestOutcome<?> outcome(String reference) {
        return context.getBean(BeginApplication.Outcomes.class).of(reference);
    }

    private long sent() {
        return simulator.log().stream()
                .filter(entry -> entry.path().endsWith("/initiateRequest"))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "profile,eidapi_auth",
        "form,eidapi_formFilling",
        "hash,eidapi_sign",
        "pdf,eidapi_sign",
        "bulk,eidapi_bulksign",
        "reauthentication,eidapi_fr",
        "own,eidapi_auth"
    })
    void whoHasNotSignedInSignsInForTheScopesOfTheRequestAndComesBack(String flow, String scope) {
        String reference = "stranger-" + flow;
        Page pressed = browser.post("/begin/" + flow + "/" + reference, "Referer", application + "/permits/17?a=b");

        assertThat(pressed.status()).isEqualTo(303);
        assertThat(pressed.header("cache-control")).contains("no-store");
        assertThat(pressed.header("location")).startsWith("/iamsmart/login?");
        Page handOver = browser.get(pressed.location());
        assertThat(handOver.status()).as("a form ends at a page of this host").isEqualTo(200);
        assertThat(handOver.body()).contains("http-equiv=\"refresh\"");
        URI back = browser.signIn(simulator, handOver.link(), "plus");
        Page continued = browser.get(back);

        assertThat(continued.status()).isEqualTo(303);
        URI page = continued.location();
        assertThat(simulator.requests().stream()
                        .filter(request -> request.businessId().isEmpty())
                        .reduce((before, last) -> last)
                        .orElseThrow()
                        .scopes())
                .contains("eidapi_auth", scope);
        TokenisedId user = TokenisedId.of(user());
        PageContext kept = context(page, user);
        assertThat(kept.goTo()).isEqualTo("/done/" + reference);
        assertThat(kept.againAt()).isEqualTo("/permits/17?a=b");
        assertThat(kept.authByQr()).isTrue();
        assertThat(kept.identificationCode()).isEqualTo(asked(page).identificationCode());
        simulator.approve(asked(page).ticketId());
        awaitCompletion(reference);
        assertThat(browser.get(back).location())
                .as("it was taken once")
                .isEqualTo(URI.create(application + "/permits/17?a=b"));
    }

    private String user() {
        return browser.get("/tokenised-id").body();
    }

    private static PageContext context(URI page, TokenisedId user) {
        return context.getBean(IamSmartClient.class)
                .requests()
                .context(idOf(page), RequestBrowser.owner(user))
                .flatMap(PageContext::parse)
                .orElseThrow();
    }

    @Test
    void whoHasSignedInGoesToThePageAtOnce() {
        browser.signIn(simulator, login(), "basic");

        Page pressed = browser.post("/begin/own/at-once");

        assertThat(pressed.status()).isEqualTo(303);
        assertThat(pressed.header("location")).startsWith("/iamsmart/requests/").endsWith("/page");
        assertThat(pressed.header("cache-control")).contains("no-store");
        assertThat(context(pressed.location(), TokenisedId.of(user())).againAt())
                .as("no page is known")
                .isEqualTo("/done/at-once");
    }

    @Test
    void aRestControllerLeadsTheBrowserToo() {
        browser.signIn(simulator, login(), "basic");

        Page pressed = browser.post("/rest/begin");

        assertThat(pressed.status()).isEqualTo(303);
        idOf(pressed.location());
    }

    @Test
    void aTokenOfDirectLoginGetsTheScopeThatItLacks() {
        String clientId = context.getBean(IamSmartClient.class).clientId();
        browser.get(simulator.directLogin(clientId, "basic").redirect().orElseThrow());

        Page pressed = browser.get("/begin/form/direct-login");
        URI page = browser.get(browser.signIn(simulator, pressed.location(), "basic"))
                .location();

        simulator.approve(asked(page).ticketId());
        awaitCompletion("direct-login");
    }

    @Test
    void aTokenThatHasEndedByItsTimeIsRenewed() {
        browser.signIn(simulator, login(), "basic");
        browser.get("/expire");
        long before = sent();

        Page pressed = browser.get("/begin/own/expired");

        assertThat(sent()).as("the gateway is not asked").isEqualTo(before);
        idOf(browser.get(browser.signIn(simulator, pressed.location(), "basic")).location());
    }

    @Test
    void aTokenThatTheGatewayCallsEndedIsRenewedOnce() {
        browser.signIn(simulator, login(), "basic");
        simulator.inject(Fault.of(FaultKind.ERROR_CODE)
                .code("D20009")
                .onPath("/account/ccic/initiateRequest")
                .times(2));

        Page pressed = browser.get("/begin/own/ended", "Referer", application + "/permits");
        assertThat(pressed.header("location")).startsWith("/iamsmart/login?");
        Page continued = browser.get(browser.signIn(simulator, pressed.location(), "basic"));

        assertThat(continued.status()).as("no second sign-in").isEqualTo(502);
        assertThat(continued.body()).contains("D20009");
        assertThat(continued.link()).isEqualTo(URI.create(application + "/permits"));
    }

    @Test
    void anotherUserIsAskedNothing() {
        browser.signIn(simulator, login(), "basic");
        browser.get("/expire");
        Page pressed = browser.get("/begin/own/another-user", "Referer", application + "/permits");
        long before = sent();

        URI back = browser.signIn(simulator, pressed.location(), "plus");

        assertThat(browser.get(back).location()).isEqualTo(URI.create(application + "/permits"));
        assertThat(sent()).isEqualTo(before);
    }

    @Test
    void anotherBrowserBeginsAgain() {
        Page pressed = browser.get("/begin/form/other-browser", "Referer", application + "/permits");
        WebBrowser other = new WebBrowser(application, WebBrowser.DESKTOP);
        long before = sent();

        URI back = other.signIn(simulator, pressed.location(), "basic");

        assertThat(simulator.requests())
                .filteredOn(request -> request.businessId().isEmpty())
                .last()
                .satisfies(signIn ->
                        assertThat(signIn.scopes()).as("no link adds scopes").containsExactly("eidapi_auth"));
        assertThat(other.get(back).location()).isEqualTo(URI.create(application + "/permits"));
        assertThat(sent()).isEqualTo(before);
        assertThat(browser.get(browser.signIn(simulator, pressed.location(), "basic"))
                        .header("location"))
                .as("this browser goes on all the same")
                .endsWith("/page");
    }

    @Test
    void theNewestOfTwoWindowsWins() {
        Page first = browser.get("/begin/own/first-window", "Referer", application + "/permits/1");
        Page second = browser.get("/begin/own/second-window", "Referer", application + "/permits/2");

        URI firstBack = browser.signIn(simulator, first.location(), "basic");
        assertThat(browser.get(firstBack).location()).isEqualTo(URI.create(application + "/permits/1"));
        URI secondBack = browser.signIn(simulator, second.location(), "basic");
        idOf(browser.get(secondBack).location());
    }

    @Test
    void aBrowserInsideAnotherAppIsAskedToOpenItsOwn() {
        WebBrowser wechat = new WebBrowser(application, WebBrowser.WECHAT);
        Page pressed = wechat.post("/begin/own/wechat");

        Page asked = wechat.get(pressed.location());
        assertThat(asked.body()).doesNotContain("http-equiv=\"refresh\"");
        URI back = wechat.signIn(simulator, asked.link(), "basic");

        idOf(wechat.get(back).location());
    }

    @Test
    void comingBackSendsNothingAheadOfTheUser() {
        Page pressed = browser.get("/begin/own/ahead");
        URI back = browser.signIn(simulator, pressed.location(), "basic");

        assertThat(browser.send("HEAD", back).status()).isEqualTo(204);
        assertThat(browser.get(back, "Sec-Purpose", "prefetch").status()).isEqualTo(204);
        idOf(browser.get(back).location());
    }

    @Test
    void leadsNowhereElse() {
        assertThat(browser.get("/iamsmart/requests/continue?againAt=https://evil.example")
                        .header("location"))
                .isEqualTo("/");
        assertThat(browser.get("/iamsmart/requests/continue?againAt=//evil.example")
                        .header("location"))
                .isEqualTo("/");
        browser.signIn(simulator, login(), "basic");
        URI page = browser.get("/begin/own/foreign", "Referer", "https://evil.example/permits")
                .location();
        assertThat(context(page, TokenisedId.of(user())).againAt()).isEqualTo("/done/foreign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "permits", "/\\evil.example", "/a;jsessionid=1"})
    void refusesAtOnceWhatIsNoPathWithin(String path) {
        RequestStart start =
                context.getBean(IamSmartRequests.class).begin(ProfileRequest.of(ProfileField.ENGLISH_NAME));

        assertThatThrownBy(() -> start.thenGoTo(path))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("thenGoTo")
                .hasMessageNotContaining("evil")
                .hasMessageNotContaining("jsessionid");
        assertThatThrownBy(() -> start.againAt(path))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("againAt");
    }

    @Test
    void refusesAtOnceAReferenceThatIsTooLong() {
        RequestStart start =
                context.getBean(IamSmartRequests.class).begin(ProfileRequest.of(ProfileField.ENGLISH_NAME));

        assertThatThrownBy(() -> start.reference("x".repeat(256))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void whatMayBeInTheAppAlthoughItsAnswerWasLostIsWaitedFor() {
        browser.signIn(simulator, login(), "basic");
        simulator.inject(Fault.of(FaultKind.TRUNCATED_JSON).onPath("/account/ccic/initiateRequest"));
        long before = sent();

        Page pressed = browser.post("/begin/own/lost-answer");

        assertThat(pressed.status()).isEqualTo(303);
        assertThat(sent()).isEqualTo(before + 1);
        URI page = pressed.location();
        assertThat(browser.get(page).body()).contains("Please confirm in iAM Smart");
        simulator.approve(asked(page).ticketId());
        awaitCompletion("lost-answer");
        assertThat(browser.get(page).status()).isEqualTo(303);
    }

    @Test
    void whatNobodyCanReadMayHaveBeenSentToo() {
        browser.signIn(simulator, login(), "basic");
        simulator.inject(Fault.of(FaultKind.HTML_ERROR).onPath("/account/ccic/initiateRequest"));

        URI page = browser.post("/begin/own/html", "Referer", application + "/permits")
                .location();

        assertThat(page.getPath()).endsWith("/page");
        assertThat(browser.get(page).body()).contains("href=\"/permits\"");
    }

    @Test
    void aFormOfAnotherSiteAsksNobody() {
        browser.signIn(simulator, login(), "basic");
        long before = sent();

        Page posted =
                browser.post("/begin/own/foreign", "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site");

        assertThat(posted.status()).isEqualTo(303);
        assertThat(posted.header("location")).doesNotContain("/iamsmart/");
        assertThat(sent()).isEqualTo(before);
        assertThat(browser.post("/begin/own/foreign-not", "Sec-Fetch-Site", "same-site")
                        .header("location"))
                .contains("/iamsmart/requests/");
    }

    @Test
    void aReturnThatIsLoadedTwiceStillLeadsToTheRequest() {
        Page pressed = browser.post("/begin/own/twice", "Referer", application + "/permits/17");
        Page handOver = browser.get(pressed.location());
        URI gatewayPage = browser.get(handOver.link()).location();
        URI callback = browser.answer(simulator, gatewayPage, ticket -> simulator.approve(ticket, "plus"));
        Map<String, String> before = Map.copyOf(browser.cookies());
        URI next = browser.get(callback).location();
        before.forEach(browser.cookies()::putIfAbsent);

        assertThat(next.getPath()).isEqualTo("/iamsmart/requests/continue");
        assertThat(browser.get(callback).location()).isEqualTo(next);
    }

    @Test
    void saysThatThereIsNoBrowserToLead() {
        RequestStart start =
                context.getBean(IamSmartRequests.class).begin(ProfileRequest.of(ProfileField.ENGLISH_NAME));

        assertThatThrownBy(start::redirect)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("method of a controller");
    }

    @Test
    void whatTheGatewayRefusesIsToldInAPage() {
        browser.signIn(simulator, login(), "basic");
        simulator.inject(Fault.of(FaultKind.ERROR_CODE).code("D20000").onPath("/account/ccic/initiateRequest"));

        Page pressed =
                browser.post("/begin/own/refused", "Referer", application + "/permits", "Accept-Language", "zh-HK");

        assertThat(pressed.status()).isEqualTo(502);
        assertThat(pressed.header("content-type")).startsWith("text/html");
        assertThat(pressed.header("cache-control")).contains("no-store");
        assertThat(pressed.link()).isEqualTo(URI.create(application + "/permits"));
        assertThat(pressed.body()).contains("D20000");
    }

    /** A simulator refuses the sign-in instead, so the browser comes back by hand. */
    @Test
    void aTokenThatStillLacksTheScopeEndsInAPage() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/iamsmart/requests/continue");
        TestSignIns.signIn("tokenised").attachTo(request.getSession());
        PostponedRequest postponed = PostponedRequest.of(
                BeginApplication.request("form", context.getBean(RequestKind.class)),
                null,
                "/done",
                "/permits",
                Optional.empty(),
                Instant.now());
        postponed.keepIn(request.getSession(), "default");
        request.setParameter("id", postponed.id());
        MockHttpServletResponse response = new MockHttpServletResponse();

        context.getBean(ContinueController.class).proceed(request, response);

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("href=\"/permits\"").doesNotContain("/iamsmart/login");
    }

    @Test
    void worksBelowAContextPathAndAnotherPrefix() {
        try (ConfigurableApplicationContext other =
                run("server.servlet.context-path=/online", "iamsmart.path-prefix=/auth/smart")) {
            URI site = URI.create(address(other) + "/online");
            IamSmartSimulator gateway = other.getBean(IamSmartSimulator.class);
            WebBrowser visitor = new WebBrowser(site, WebBrowser.DESKTOP);

            Page pressed = visitor.get("/begin/form/below", "Referer", site + "/permits");
            assertThat(pressed.header("location")).startsWith("/online/auth/smart/login?");
            URI back = visitor.signIn(gateway, pressed.location(), "basic");
            assertThat(back.toString()).startsWith(site + "/auth/smart/requests/continue?");
            Page continued = visitor.get(back);

            assertThat(continued.header("location")).matches("/online/auth/smart/requests/[^/]+/page");
            assertThat(visitor.get(back).header("location")).isEqualTo("/online/permits");
        }
    }

    @Test
    void saysThatTheEndpointsOfSignInAreSwitchedOff() {
        try (ConfigurableApplicationContext other = run("spring.autoconfigure.exclude="
                + "io.github.iamsmart.spring.autoconfigure.IamSmartSignInAutoConfiguration")) {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", "/begin");
            RequestContextHolder.setRequestAttributes(
                    new ServletRequestAttributes(request, new MockHttpServletResponse()));
            try {
                RequestStart start =
                        other.getBean(IamSmartRequests.class).begin(ProfileRequest.of(ProfileField.ENGLISH_NAME));
                assertThatThrownBy(start::redirect)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("IamSmartSignInAutoConfiguration");
            } finally {
                RequestContextHolder.resetRequestAttributes();
            }
        }
    }
}
