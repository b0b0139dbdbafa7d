package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What the browser tests cannot see of the permit's pages: faults on the way, headers, logs. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"iamsmart.simulator.port=0", "logging.level.io.github.iamsmart=trace"})
class PermitPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> STALL = Map.of("stall", "12", "goods", "Paper kites");

    /** The site's clock; the simulator has one of its own. */
    @TestConfiguration
    static class Time {
        static volatile Duration ahead = Duration.ZERO;

        @Bean
        @Primary
        Clock adjustableClock() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return Instant.now().plus(ahead);
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(instant(), zone);
                }
            };
        }
    }

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private IamSmartSimulator simulator;

    private Browser browser;

    @BeforeEach
    void openBrowser() throws Exception {
        simulator.reset();
        Time.ahead = Duration.ZERO;
        browser = new Browser(URI.create("http://localhost:" + port));
        signIn(browser, "basic");
        browser.post("/sign-out"); // forgets what an earlier test has begun
        signIn(browser, "basic");
    }

    @Test
    void aCallbackThatIsFasterThanTheAnswerFillsTheForm() throws Exception {
        simulator.inject(Fault.of(FaultKind.CALLBACK_BEFORE_ANSWER));

        HttpResponse<String> page = browser.post("/services/permit");

        HttpResponse<String> form = page.uri().getPath().endsWith("/form") ? page : follow(page);
        assertThat(form.uri()).hasPath("/services/permit/form");
        assertThat(form.body()).contains("TESTMAN, Basic");
    }

    @Test
    void aGatewayThatFailsIsExplained() throws Exception {
        simulator.inject(Fault.of(FaultKind.HTML_ERROR));

        HttpResponse<String> page = browser.post("/services/permit");

        assertThat(page.body()).contains("/css/market.css");
        assertThat(browser.post("/services/permit").uri().getPath()).startsWith("/iamsmart/requests/");
    }

    @Test
    void aCallbackFromAStrangerIsNoAnswer() throws Exception {
        simulator.inject(Fault.of(FaultKind.CALLBACK_WRONG_STATE));
        HttpResponse<String> waiting = browser.post("/services/permit");

        answer();

        HttpResponse<String> page = browser.get(waiting.uri().getPath());
        assertThat(page.uri()).isEqualTo(waiting.uri());
        assertThat(page.body()).contains("data-iamsmart-request=\"/iamsmart/requests/");
    }

    @Test
    void aRequestWithoutAnyCallbackEndsAfterItsTime() throws Exception {
        String address = browser.post("/services/permit").uri().getPath();
        Time.ahead = Duration.ofMinutes(19);

        HttpResponse<String> page = browser.get(address);

        assertThat(page.body()).contains("The time is up").contains("did not arrive in time");
        assertThat(browser.get(address.replace("/page", "")).body()).contains("timed-out");
    }

    @Test
    void aSignInThatHasRunOutIsAskedForAgain() throws Exception {
        Time.ahead = Duration.ofHours(5);

        HttpResponse<String> page = browser.get("/services/permit");

        assertThat(page.uri()).hasPath("/sign-in").hasParameter("returnTo", "/services/permit");
        assertThat(page.body()).contains("id=\"login\"").doesNotContain("id=\"sign-out\"");
    }

    @Test
    void aButtonPressedAfterTheSignInRanOutLeadsThroughAnotherOneToTheRequest() throws Exception {
        Time.ahead = Duration.ofHours(5);

        HttpResponse<String> handOver = browser.post("/services/permit");
        Time.ahead = Duration.ZERO;
        browser.get(handOver.uri().getPath() + link(handOver.body(), "continue"));
        URI callback =
                simulator.approve(newest().ticketId(), "basic").redirect().orElseThrow();

        assertThat(browser.get(callback.toString()).uri().getPath()).startsWith("/iamsmart/requests/");
    }

    @Test
    void aSessionThatIsLostWhileThePageWaitsLosesNothing() throws Exception {
        HttpResponse<String> waiting = browser.post("/services/permit");
        answer();
        Browser later = new Browser(URI.create("http://localhost:" + port));

        HttpResponse<String> page = later.get(waiting.uri().getPath());
        assertThat(page.body()).contains("/iamsmart/login?", "Sign in with iAM Smart");
        signIn(later, "basic");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(later.get(waiting.uri().getPath()).uri()).hasPath("/services/permit/form"));
        assertThat(later.get("/services/permit/form").body()).contains("TESTMAN, Basic");
    }

    @Test
    void aWindowOfSomebodyWhoIsNoLongerSignedInDoesNothingForTheNextOne() throws Exception {
        fill();
        String person = value(browser.get("/services/permit/form").body(), "person");
        signIn(browser, "plus");
        long requests = simulator.requests().size();

        for (String button : List.of("/services/permit", "/services/permit/form", "/services/permit/review")) {
            assertThat(browser.post(button, Map.of("person", person)).uri()).hasPath("/other-person");
        }

        assertThat(simulator.requests()).hasSize((int) requests);
        assertThat(browser.get("/services/permit/form").uri())
                .as("no form was begun")
                .hasPath("/services/permit");
    }

    @Test
    void anotherLanguageKeepsWhatIsTyped() throws Exception {
        fill();

        HttpResponse<String> form = browser.post(
                "/services/permit/form", Map.of("goods", "Paper lanterns", "email", "half an addr", "lang", "zh-HK"));

        assertThat(form.uri()).hasPath("/services/permit/form");
        assertThat(form.body())
                .contains("核對你的申請", "Paper lanterns", "half an addr")
                .doesNotContain("id=\"errors\"");
    }

    @Test
    void mistakesAreListedWithLinksInTheTitleAndWhereTheKeyboardIs() throws Exception {
        fill();

        String page = browser.post("/services/permit/form", Map.of("email", "nobody", "stall", "", "goods", "Kites"))
                .body();

        assertThat(page)
                .contains("<title>Fields to look at again: 2")
                .contains("href=\"#email\"", "href=\"#stall\"")
                .containsPattern("id=\"errors\"[^>]*tabindex=\"-1\" data-focus");
    }

    @Test
    void momentsAreWrittenInWholeSeconds() throws Exception {
        fill();
        browser.post("/services/permit/form", STALL);
        HttpResponse<String> waiting = browser.post("/services/permit/review");
        answer();

        assertThat(follow(waiting).body()).containsPattern("datetime=\"[0-9-]+T[0-9:]+\\+08:00\"");
        assertThat(browser.get("/services").body()).containsPattern("datetime=\"[0-9-]+T[0-9:]+\\+08:00\"");
    }

    @Test
    void aSignOutForgetsTheForm() throws Exception {
        fill();
        browser.post("/sign-out");
        signIn(browser, "basic");

        assertThat(browser.get("/services/permit/form").uri()).hasPath("/services/permit");
    }

    @Test
    void theWaitingPageIsThereForItsBrowserAlone() throws Exception {
        String address = browser.post("/services/permit").uri().getPath();
        Browser other = new Browser(URI.create("http://localhost:" + port));
        signIn(other, "plus");

        assertThat(other.get(address).statusCode()).isEqualTo(404);
        assertThat(other.get("/iamsmart/requests/unknown/page").statusCode()).isEqualTo(404);
        assertThat(browser.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverSignsInNextDoesNotSeeTheFormOfTheOneBefore() throws Exception {
        fill();
        assertThat(browser.get("/services/permit/form").body()).contains("TESTMAN, Basic");

        signIn(browser, "plus");

        assertThat(browser.get("/services/permit/form").uri()).hasPath("/services/permit");
    }

    @Test
    void aFormThatIsSubmittedIsNotShownAgain() throws Exception {
        fill();
        assertThat(browser.post("/services/permit/form", STALL).uri()).hasPath("/services/permit/review");
        HttpResponse<String> waiting = browser.post("/services/permit/review");
        answer();

        assertThat(follow(waiting).uri()).hasPath("/services/permit/receipt");
        HttpResponse<String> form = browser.get("/services/permit/form");
        assertThat(form.uri()).hasPath("/services/permit/receipt");
        assertThat(form.body()).doesNotContain("TESTMAN").doesNotContain("PAPER LANTERN");
    }

    @Test
    void noCacheKeepsAPageWithData() throws Exception {
        fill();

        assertThat(browser.get("/services/permit/form").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void aVerifiedValueCannotBeReplacedByAForgedForm() throws Exception {
        fill();

        HttpResponse<String> review = browser.post(
                "/services/permit/form",
                Map.of("englishName", "SOMEBODY, Else", "stall", "12", "goods", "<script>alert(1)</script>"));

        assertThat(review.body())
                .contains("TESTMAN, Basic")
                .doesNotContain("SOMEBODY, Else")
                .doesNotContain("<script>alert");
    }

    @Test
    void pagesWithoutAnApplicationLeadToItsBeginning() throws Exception {
        for (String page : List.of("/form", "/review", "/receipt")) {
            assertThat(browser.get("/services/permit" + page).uri()).hasPath("/services/permit");
            Browser stranger = new Browser(URI.create("http://localhost:" + port));
            assertThat(stranger.get("/permit" + page).uri()).hasPath("/permit/new");
            assertThat(stranger.get("/services/permit" + page).uri()).hasPath("/sign-in");
        }
        assertThat(browser.post("/services/permit/review").uri()).hasPath("/services/permit");
        assertThat(browser.get("/permit/new").uri()).as("signed in").hasPath("/services/permit");
    }

    @Test
    void nothingOfAPersonIsLogged(CapturedOutput output) throws Exception {
        fill();
        browser.post("/services/permit/form", STALL);
        browser.post("/services/permit/review");
        answer();

        assertThat(output.getAll())
                .doesNotContain("TESTMAN")
                .doesNotContain("A000001")
                .doesNotContain("LANTERN")
                .doesNotContain("tai.man@")
                .doesNotContain("simtoken-");
    }

    private void fill() throws Exception {
        HttpResponse<String> waiting = browser.post("/services/permit");
        answer();
        assertThat(follow(waiting).uri()).hasPath("/services/permit/form");
    }

    private HttpResponse<String> follow(HttpResponse<String> waiting) {
        String path = waiting.uri().getPath();
        return await().atMost(PATIENCE)
                .until(() -> browser.get(path), page -> !page.uri().getPath().equals(path));
    }

    private static String link(String page, String testId) {
        Matcher found = Pattern.compile("href=\"([^\"]+)\" data-testid=\"" + testId + "\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static String value(String page, String field) {
        Matcher found =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** The user approves, and the callback has been sent. */
    private void answer() {
        String ticket = newest().ticketId();
        simulator.approve(ticket);
        assertThat(simulator.awaitCallback(ticket, PATIENCE).status()).isEqualTo("delivered");
    }

    private void signIn(Browser who, String persona) throws Exception {
        who.get("/iamsmart/login?returnTo=/services/permit");
        URI callback =
                simulator.approve(newest().ticketId(), persona).redirect().orElseThrow();
        assertThat(who.get(callback.toString()).uri()).hasPath("/services/permit");
    }

    private SimulatedRequest newest() {
        List<SimulatedRequest> requests = simulator.requests();
        return requests.get(requests.size() - 1);
    }
}
