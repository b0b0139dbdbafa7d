package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The sign-in that begins inside the app, and ends on the web without a state. */
@SpringBootTest(
        classes = MatrixApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "iamsmart.simulator.port=0")
class DirectLoginTest {

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    IamSmartConnectionDetails connection;

    private final Browser browser = new Browser();
    private SimulatedUser user;
    private URI application;

    @BeforeEach
    void begin() {
        UsedSecrets.remember(connection.clientSecret());
        application = URI.create("http://localhost:" + port);
        user = new SimulatedUser(browser, application, simulator);
    }

    /** What the iAM Smart app opens the browser with. */
    private URI link(String persona) {
        URI link =
                simulator.directLogin(connection.clientId(), persona).redirect().orElseThrow();
        String refId = Browser.query(link).get("RefID");
        if (refId != null) { // the search through the logs looks for it
            UsedSecrets.remember(refId);
        }
        return link;
    }

    private URI callback(String query) {
        return URI.create(application + "/iamsmart/callback/direct-login?" + query);
    }

    private boolean isBasketFull() {
        return browser.get(URI.create(application + "/basket")).body().equals("full");
    }

    @Test
    void signsIn() {
        HttpResponse<String> response = browser.get(link("basic"));

        assertThat(Browser.location(response)).isEqualTo(URI.create(application + "/"));
        assertThat(user.home()).startsWith("signed in default");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&RefID=", "&RefID=1&RefID=2", "&RefID=%3Cscript%3E", "&RefID=%0d%0a", "&state=theirs"})
    void ignoresWhatElseTheLinkBrings(String more) {
        String code = Browser.query(link("basic")).get("code");

        HttpResponse<String> response = browser.get(callback("code=" + code + more));

        assertThat(Browser.location(response)).isEqualTo(URI.create(application + "/"));
        assertThat(user.home()).startsWith("signed in default");
    }

    @Test
    void alwaysGetsAFreshSession() {
        user.signIn("basic");
        isBasketFull();
        assertThat(isBasketFull()).isTrue();
        String before = browser.cookies().get("JSESSIONID");

        browser.get(link("basic"));

        assertThat(browser.cookies().get("JSESSIONID")).isNotEqualTo(before);
        assertThat(isBasketFull()).isFalse();
    }

    @Test
    void neverJoinsTheSessionOfAnotherUser() {
        user.signIn("plus");
        isBasketFull();
        Browser olderWindow = new Browser();
        olderWindow.cookies().putAll(browser.cookies());

        browser.get(link("basic"));

        assertThat(user.home()).startsWith("signed in default");
        assertThat(isBasketFull()).isFalse();
        assertThat(olderWindow.get(URI.create(application + "/")).body()).isEqualTo("nobody");
    }

    @Test
    void joinsNoSessionOfAVisitorWhoIsNotSignedIn() {
        isBasketFull();

        browser.get(link("basic"));

        assertThat(user.home()).startsWith("signed in default");
        assertThat(isBasketFull()).isFalse();
    }

    @Test
    void leavesTheSessionAloneWhenItFails() {
        user.signIn("plus");

        HttpResponse<String> response = browser.get(callback("code=unknown"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("D40004");
        assertThat(user.home()).startsWith("signed in sign");
    }

    @Test
    void exchangesACodeOnce() {
        URI link = link("basic");
        browser.get(link);

        assertThat(Browser.location(browser.get(link))).isEqualTo(URI.create(application + "/"));
        assertThat(new Browser().get(link).statusCode()).isEqualTo(400);
        assertThat(user.exchanges()).isEqualTo(1);
    }

    @Test
    void aUsedLinkChangesNobodysSession() {
        URI link = link("basic");
        new Browser().get(link);
        user.signIn("plus");

        browser.get(link);

        assertThat(user.home()).startsWith("signed in sign");
    }

    @Test
    void leavesTheCodeAloneWhenTheBrowserOnlyLooksAhead() {
        URI link = link("basic");

        assertThat(browser.get(link, "Sec-Purpose", "prefetch").statusCode()).isEqualTo(204);
        assertThat(browser.send("HEAD", link).statusCode()).isEqualTo(204);
        assertThat(user.exchanges()).isZero();
        assertThat(browser.get(link).statusCode()).isEqualTo(302);
    }

    @Test
    void tellsAnAccountThatCannotSignInNoReason() {
        HttpResponse<String> response = browser.get(link("suspended"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("D40002").doesNotContainIgnoringCase("suspended");
        assertThat(user.home()).isEqualTo("nobody");
    }

    @Test
    void tellsWhatTheGatewaySays() {
        HttpResponse<String> response = browser.get(callback("error_code=D40003"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("D40003").contains("/iamsmart/login?lang=en-US");
    }
}
