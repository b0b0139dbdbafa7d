package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.bootmatrix.MatrixApplication.SignedInUsers;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The sign-in from the button to the page behind it, against the simulator that starts inside the application. */
@SpringBootTest(
        classes = MatrixApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "iamsmart.simulator.port=0")
class SignInTest {

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    IamSmartConnectionDetails connection;

    @Autowired
    SignedInUsers events;

    private final Browser browser = new Browser();
    private SimulatedUser user;
    private URI application;

    @BeforeEach
    void begin() {
        UsedSecrets.remember(connection.clientSecret());
        application = URI.create("http://localhost:" + port);
        user = new SimulatedUser(browser, application, simulator);
    }

    @Test
    void signsInFromTheLoginLinkToTheSuccessPage() {
        HttpResponse<String> response = user.signIn("plus");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(Browser.location(response)).isEqualTo(URI.create(application + "/"));
        assertThat(user.home()).isEqualTo("signed in sign sameDevice=false en-US");
        assertThat(events.users())
                .last()
                .satisfies(signIn -> assertThat(signIn.scopes()).isNotEmpty());
    }

    @Test
    void sendsTheBrowserToTheGatewayWithWhatItNeeds() {
        HttpResponse<String> response = browser.get(URI.create(application + "/iamsmart/login?lang=zh-HK"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(Browser.query(Browser.location(response)))
                .containsEntry("clientID", connection.clientId())
                .containsEntry("redirectURI", application + "/iamsmart/callback/login")
                .containsEntry("lang", "zh-HK")
                .containsEntry("source", "PC_Browser")
                .containsEntry("scope", "eidapi_auth")
                .doesNotContainKey("brokerPage");
        assertThat(response.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("iamsmart-signin-")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertIsPrivate(response);
    }

    @Test
    void takesTheLanguageFromTheBrowserWhereTheLinkNamesNone() {
        HttpResponse<String> response = browser.get(
                URI.create(application + "/iamsmart/login"), "Accept-Language", "fr;q=0.9, zh-Hans;q=0.8, en;q=0.1");

        assertThat(Browser.query(Browser.location(response))).containsEntry("lang", "zh-CN");
    }

    @Test
    void opensTheAppOnAPhone() {
        Browser phone = new Browser(Browser.PHONE);
        SimulatedUser phoneUser = new SimulatedUser(phone, application, simulator);

        HttpResponse<String> login = phone.get(URI.create(application + "/iamsmart/login"));
        assertThat(Browser.query(Browser.location(login)))
                .containsEntry("source", "iOS_Safari")
                .containsEntry("brokerPage", "true");

        phoneUser.signIn("basic");
        assertThat(phoneUser.home()).isEqualTo("signed in default sameDevice=true en-US");
    }

    @Test
    void goesBackToTheSuccessPageWhenTheCallbackIsReloaded() {
        URI callback = user.approve("basic");
        browser.get(callback);

        HttpResponse<String> again = browser.get(callback);

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(Browser.location(again)).isEqualTo(URI.create(application + "/"));
        assertThat(user.exchanges()).isEqualTo(1);
    }

    @Test
    void showsAFriendlyPageForACallbackThatIsUsedUp() {
        URI callback = user.answer("/iamsmart/login", simulator::reject);
        browser.get(callback);

        HttpResponse<String> again = browser.get(callback);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("already ended").contains("/iamsmart/login?lang=en-US");
        assertThat(user.exchanges()).isZero();
        assertIsPrivate(again);
    }

    @Test
    void refusesACallbackInAnotherBrowser() {
        URI callback = user.approve("basic");
        Browser other = new Browser();

        HttpResponse<String> response = other.get(callback);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("another browser");
        assertThat(user.exchanges()).isZero();
        assertThat(new SimulatedUser(other, application, simulator).home()).isEqualTo("nobody");
    }

    @Test
    void refusesACallbackOfTheOtherBrowserToOneWithACookieOfItsOwn() {
        Browser victim = new Browser();
        SimulatedUser victimUser = new SimulatedUser(victim, application, simulator);
        victim.get(URI.create(application + "/iamsmart/login"));

        HttpResponse<String> response = victim.get(user.approve("basic"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(victimUser.home()).isEqualTo("nobody");
    }

    @Test
    void letsOneBrowserSignInFromTwoWindows() {
        URI first = user.approve("basic");
        URI second = user.approve("basic");

        assertThat(browser.get(first).statusCode()).isEqualTo(302);
        assertThat(Browser.location(browser.get(second))).isEqualTo(URI.create(application + "/"));
        assertThat(user.home()).startsWith("signed in");
    }

    @Test
    void letsTwoWindowsBeginAtOnce() {
        Browser otherWindow = new Browser(); // sent its request before the first answer came
        URI first = user.approve("basic");
        URI second = new SimulatedUser(otherWindow, application, simulator).approve("basic");
        browser.cookies().putAll(otherWindow.cookies());

        assertThat(browser.get(first).statusCode()).isEqualTo(302);
        assertThat(browser.get(second).statusCode()).isEqualTo(302);
        assertThat(user.exchanges()).isEqualTo(2);
    }

    @Test
    void leavesTheStateAloneWhenSomebodyElseOpensTheLink() {
        URI callback = user.approve("basic");

        HttpResponse<String> scanner = new Browser().get(callback);

        assertThat(scanner.statusCode()).isEqualTo(400);
        assertThat(user.exchanges()).isZero();
        assertThat(browser.get(callback).statusCode()).isEqualTo(302);
        assertThat(user.home()).startsWith("signed in");
    }

    @Test
    void leavesTheStateAloneWhenTheBrowserOnlyLooksAhead() {
        URI callback = user.approve("basic");

        for (Map.Entry<String, String> header : Map.of(
                        "Sec-Purpose", "prefetch;prerender", "Purpose", "prefetch", "X-Moz", "prefetch")
                .entrySet()) {
            assertThat(browser.get(callback, header.getKey(), header.getValue()).statusCode())
                    .as(header.getKey())
                    .isEqualTo(204);
        }
        assertThat(browser.send("HEAD", callback).statusCode()).isEqualTo(204);

        assertThat(user.exchanges()).isZero();
        assertThat(browser.get(callback).statusCode()).isEqualTo(302);
    }

    @Test
    void beginsNothingWhenTheBrowserOnlyLooksAhead() {
        HttpResponse<String> response =
                browser.get(URI.create(application + "/iamsmart/login"), "Sec-Purpose", "prefetch");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(browser.cookies()).isEmpty();
        assertIsPrivate(response);
    }

    @Test
    void refusesAPostToTheCallback() {
        URI callback = user.approve("basic");

        assertThat(browser.send("POST", callback).statusCode()).isEqualTo(405);
        assertThat(browser.get(callback).statusCode()).isEqualTo(302);
    }

    @Test
    void tellsInTheUsersLanguageThatHeDeclined() {
        for (Map.Entry<String, String> language :
                Map.of("en-US", "Try again", "zh-HK", "再試一次", "zh-CN", "再试一次").entrySet()) {
            URI callback = user.answer("/iamsmart/login?lang=" + language.getKey(), simulator::cancel);

            HttpResponse<String> response = browser.get(callback);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .contains("<html lang=\"" + language.getKey() + "\">")
                    .contains(language.getValue())
                    .contains("D40000")
                    .contains("/iamsmart/login?lang=" + language.getKey());
            assertIsPrivate(response);
        }
        assertThat(user.home()).isEqualTo("nobody");
    }

    @Test
    void tellsThatHeDeclinedWhereTheGatewayGivesNoCode() {
        simulator.inject(Fault.of(FaultKind.REDIRECT_WITHOUT_ERROR_CODE));
        URI callback = user.answer("/iamsmart/login?lang=en-US", simulator::reject);
        assertThat(Browser.query(callback)).containsOnlyKeys("state");

        HttpResponse<String> response = browser.get(callback);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("Try again").doesNotContainPattern("D\\d{5}");
        assertThat(user.home()).isEqualTo("nobody");
        assertThat(user.exchanges()).isZero();
        assertThat(browser.get(callback).statusCode())
                .as("the state is used up")
                .isEqualTo(400);
    }

    @Test
    void tellsThatACodeHasExpired() {
        URI callback = user.approve("basic");
        simulator.advance(Duration.ofSeconds(61));

        HttpResponse<String> response = browser.get(callback);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("D40004").contains("Try again");
        assertThat(user.home()).isEqualTo("nobody");
        assertThat(user.exchanges()).isEqualTo(1);
    }

    @Test
    void tellsThatTheGatewayIsOutOfOrder() {
        URI callback = user.approve("basic");
        simulator.inject(Fault.of(FaultKind.HTML_ERROR).onPath("/auth/getToken"));

        HttpResponse<String> response = browser.get(callback);

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("Try again");
    }

    @Test
    void reflectsNothingOfTheRequest() {
        String query = "?state=%3Cscript%3Ealert(1)&error_code=%3Cb%3Ehello&code=%22onload%3D&lang=%22%3E%3Ci%3E";

        HttpResponse<String> response = browser.get(URI.create(application + "/iamsmart/callback/login" + query));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("script", "<b>", "hello", "onload", "<i>");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
    }

    @Test
    void answersEveryMalformedCallbackWithAPage() {
        for (String query : new String[] {"", "?state=", "?code=abc", "?state=a&state=b", "?code=%00&state=x"}) {
            HttpResponse<String> response = browser.get(URI.create(application + "/iamsmart/callback/login" + query));
            assertThat(response.statusCode()).as(query).isEqualTo(400);
        }
        assertThat(user.exchanges()).isZero();
    }

    @Test
    void givesTheSessionANewIdAndKeepsWhatIsInIt() {
        browser.get(URI.create(application + "/basket"));
        String before = browser.cookies().get("JSESSIONID");

        user.signIn("basic");

        assertThat(browser.cookies().get("JSESSIONID")).isNotNull().isNotEqualTo(before);
        assertThat(browser.get(URI.create(application + "/basket")).body()).isEqualTo("full");
    }

    @Test
    void endsTheSessionOfTheUserBefore() {
        user.signIn("basic");
        browser.get(URI.create(application + "/basket"));

        user.signIn("plus");

        assertThat(user.home()).startsWith("signed in sign");
        assertThat(browser.get(URI.create(application + "/basket")).body()).isEqualTo("empty");
    }

    @Test
    void returnsToAPathOfTheApplicationOnly() {
        Map<String, String> targets = Map.of(
                "/basket?step=2%26x", application + "/basket?step=2&x",
                "/%E8%A1%A8?%E5%90%8D=%25E8%25A1%25A8", application + "/%E8%A1%A8?%E5%90%8D=%E8%A1%A8",
                "//evil.example/", application + "/",
                "https://evil.example/", application + "/",
                "/%5Cevil.example", application + "/",
                "/../..//evil.example", application + "/",
                "evil", application + "/");
        targets.forEach((returnTo, target) -> {
            URI callback =
                    user.answer("/iamsmart/login?returnTo=" + returnTo, ticket -> simulator.approve(ticket, "basic"));
            assertThat(Browser.location(browser.get(callback))).as(returnTo).hasToString(target);
        });
    }

    private static void assertIsPrivate(HttpResponse<?> response) {
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }
}
