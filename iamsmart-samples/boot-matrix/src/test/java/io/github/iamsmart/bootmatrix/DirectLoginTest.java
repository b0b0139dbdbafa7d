package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The sign-in that begins inside the app. Its codes are taken from an ordinary sign-in that is left alone. */
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

    private URI link(String persona) {
        SimulatedUser elsewhere = new SimulatedUser(new Browser(), application, simulator);
        String code = Browser.query(elsewhere.approve(persona)).get("code");
        return URI.create(application + "/iamsmart/callback/direct-login?RefID=1&code=" + code);
    }

    @Test
    void signsIn() {
        HttpResponse<String> response = browser.get(link("basic"));

        assertThat(Browser.location(response)).isEqualTo(URI.create(application + "/"));
        assertThat(user.home()).startsWith("signed in default");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void alwaysGetsAFreshSession() {
        user.signIn("basic");
        browser.get(URI.create(application + "/basket"));
        String before = browser.cookies().get("JSESSIONID");

        browser.get(link("basic"));

        assertThat(browser.cookies().get("JSESSIONID")).isNotEqualTo(before);
        assertThat(browser.get(URI.create(application + "/basket")).body()).isEqualTo("empty");
    }

    @Test
    void leavesTheSessionAloneWhenItFails() {
        user.signIn("plus");

        HttpResponse<String> response =
                browser.get(URI.create(application + "/iamsmart/callback/direct-login?code=unknown"));

        assertThat(response.statusCode()).isEqualTo(502);
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
    void leavesTheCodeAloneWhenTheBrowserOnlyLooksAhead() {
        URI link = link("basic");

        assertThat(browser.get(link, "Sec-Purpose", "prefetch").statusCode()).isEqualTo(204);
        assertThat(browser.send("HEAD", link).statusCode()).isEqualTo(204);
        assertThat(user.exchanges()).isZero();
        assertThat(browser.get(link).statusCode()).isEqualTo(302);
    }

    @Test
    void tellsWhatTheGatewaySays() {
        HttpResponse<String> response =
                browser.get(URI.create(application + "/iamsmart/callback/direct-login?error_code=D40003"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("D40003").contains("/iamsmart/login?lang=en-US");
    }
}
