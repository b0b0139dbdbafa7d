package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The sign-in whose state the iAM Smart app fetches first. */
@SpringBootTest(
        classes = MatrixApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"iamsmart.simulator.port=0", "iamsmart.direct-login.v1=true"})
class DirectLoginV1Test {

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    IamSmartClient client;

    @Autowired
    IamSmartConnectionDetails connection;

    private final Browser browser = new Browser(Browser.PHONE);
    private URI application;

    @BeforeEach
    void begin() {
        UsedSecrets.remember(connection.clientSecret());
        application = URI.create("http://localhost:" + port);
    }

    private URI link(String redirectUri, String clientId, String scope, String service) {
        return URI.create(application + "/iamsmart/direct-login?redirectURI=" + encoded(redirectUri) + "&ClientID="
                + encoded(clientId) + "&scope=" + encoded(scope) + "&eserviceName=" + encoded(service));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private String gateway() {
        return client.environment().baseUrl() + "/phone/direct?from=catalogue";
    }

    @Test
    void sendsTheBrowserOnWithAStateOfItsOwn() {
        HttpResponse<String> response = browser.get(link(gateway(), client.clientId(), "eidapi_auth", "Stall permit"));

        URI target = Browser.location(response);
        Map<String, String> query = Browser.query(target);
        UsedSecrets.remember(query.get("state"));
        assertThat(target.toString()).startsWith(gateway() + "&state=");
        assertThat(query)
                .containsEntry("clientID", client.clientId())
                .containsEntry("scope", "eidapi_auth")
                .containsKey("state");
        assertThat(target.getRawQuery()).contains("eserviceName=Stall%20permit");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(browser.cookies().keySet()).singleElement().asString().startsWith("iamsmart-signin-");
    }

    @Test
    void theSignInEndsAtTheOrdinaryCallback() {
        assertThat(Browser.location(browser.get(callbackOf(browser)))).isEqualTo(URI.create(application + "/"));
        assertThat(browser.get(URI.create(application + "/")).body()).startsWith("signed in default sameDevice=true");
    }

    @Test
    void theCallbackOfAnotherBrowserSignsNobodyIn() {
        URI callback = callbackOf(new Browser(Browser.PHONE));

        assertThat(browser.get(callback).statusCode()).isEqualTo(400);
        assertThat(browser.get(URI.create(application + "/")).body()).isEqualTo("nobody");
    }

    /** What the app does with the state: the user approves, and the redirect brings code and state. */
    private URI callbackOf(Browser begun) {
        URI target = Browser.location(begun.get(link(gateway(), client.clientId(), "eidapi_auth", "Permits")));
        String state = Browser.query(target).get("state");
        begun.get(URI.create(client.environment().baseUrl() + "/api/v1/auth/getQR?clientID=" + client.clientId()
                + "&responseType=code&source=iOS_Safari&scope=eidapi_auth&lang=en-US&state=" + state + "&redirectURI="
                + encoded(application + "/iamsmart/callback/login")));
        String ticket = simulator.requests().stream()
                .filter(request -> request.state().filter(state::equals).isPresent())
                .map(SimulatedRequest::ticketId)
                .findFirst()
                .orElseThrow();
        return simulator.approve(ticket, "basic").redirect().orElseThrow();
    }

    /** {gateway} stands for the address of iAM Smart, with its port, and {host} for its name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "http://{host}.evil.example/",
                "http://{host}@evil.example/",
                "{gateway}@evil.example/",
                "{gateway}.evil.example/",
                "{gateway}\\@evil.example/",
                "{gateway}/#@evil.example",
                "http://evil.example/?{gateway}",
                "http://evil.example\\.{host}/",
                "http://{host}/evil",
                "http://{host}:1/evil",
                "http%3A%2F%2Fevil.example%2F",
                "http://{host}%2eevil.example/",
                "http://{host}\u3002evil.example/",
                "http://{host}\t.evil.example/",
                "javascript:alert('evil')",
                "/evil",
                ""
            })
    void isNoOpenRedirect(String template) {
        URI gateway = client.environment().baseUrl();
        String redirectUri = template.replace("{gateway}", gateway.toString()).replace("{host}", gateway.getHost());

        HttpResponse<String> response = browser.get(link(redirectUri, client.clientId(), "eidapi_auth", "Permits"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Location")).isEmpty();
        assertThat(response.body()).doesNotContain("evil", "javascript");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void makesNoStateForABrowserThatOnlyLooksAhead() {
        URI link = link(gateway(), client.clientId(), "eidapi_auth", "Permits");

        for (HttpResponse<String> response :
                List.of(browser.send("HEAD", link), browser.get(link, "Sec-Purpose", "prefetch;prerender"))) {
            assertThat(response.statusCode()).isEqualTo(204);
            assertThat(response.headers().firstValue("Location")).isEmpty();
        }
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void refusesAnotherClientAWiderScopeAndATextThatIsNoName() {
        assertThat(browser.get(link(gateway(), "another", "eidapi_auth", "Permits"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get(link(gateway(), client.clientId(), "eidapi_auth eidapi_sign", "Permits"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get(link(gateway(), client.clientId(), "eidapi_auth", "a\r\nb"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get(URI.create(application + "/iamsmart/direct-login"))
                        .statusCode())
                .isEqualTo(400);
    }
}
