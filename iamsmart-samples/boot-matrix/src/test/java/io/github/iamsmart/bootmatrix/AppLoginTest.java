package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.AppLoginCode;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.LogEntry;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.signin.AppSession;
import io.github.iamsmart.spring.signin.AppSessionIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The service's own app passes on what the iAM Smart app gave it. */
@SpringBootTest(
        classes = {MatrixApplication.class, AppLoginTest.Sessions.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "iamsmart.simulator.port=0",
            "iamsmart.direct-login.app-requests-per-minute=5",
            "server.forward-headers-strategy=native"
        })
class AppLoginTest {

    private static final AtomicInteger HANDSETS = new AtomicInteger();

    /** Each test has an address of its own, and so a limit that nobody has used. */
    private final String handset = "203.0.113." + HANDSETS.incrementAndGet();

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    IamSmartConnectionDetails connection;

    @TestConfiguration(proxyBeanMethods = false)
    static class Sessions {

        @Bean
        AppSessionIssuer sessions() {
            return signIn ->
                    new AppSession("session of a " + signIn.accountType(), Instant.parse("2026-12-31T10:00:00Z"));
        }
    }

    private URI application;
    private long exchangesBefore;

    @BeforeEach
    void begin() {
        exchangesBefore = allExchanges();
        UsedSecrets.remember(connection.clientSecret());
        application = URI.create("http://localhost:" + port);
    }

    /** What the iAM Smart app hands over, as the service's app posts it. */
    private String handedOver() {
        AppLoginCode handed = simulator.directLoginToApp(connection.clientId(), "plus");
        return json(handed.code(), handed.codeVerifier());
    }

    private static String json(String code, String verifier) {
        return "{\"code\":\"" + code + "\",\"code_verifier\":\"" + verifier + "\"}";
    }

    private long exchanges() {
        return allExchanges() - exchangesBefore;
    }

    private long allExchanges() {
        return simulator.log().stream()
                .map(LogEntry::path)
                .filter(path -> path.endsWith("/getToken"))
                .count();
    }

    private HttpResponse<String> post(String contentType, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(application.resolve("/iamsmart/direct-login/app"))
                .header("Content-Type", contentType)
                .header("Accept-Language", "zh-HK")
                .header("X-Forwarded-For", handset)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post("application/json", body);
    }

    @Test
    void givesTheAppASessionOfTheService() throws Exception {
        HttpResponse<String> response = post(handedOver());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"session of a sign\"", "\"2026-12-31T10:00:00Z\"");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void exchangesACodeOnce() throws Exception {
        String body = handedOver();
        assertThat(post(body).statusCode()).isEqualTo(200);

        HttpResponse<String> again = post(body);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("\"ended\"", "已");
        assertThat(exchanges()).isOne();
    }

    @Test
    void aStolenCodeIsOfNoUseWithoutItsVerifier() throws Exception {
        AppLoginCode stolen = simulator.directLoginToApp(connection.clientId(), "plus");
        AppLoginCode own = simulator.directLoginToApp(connection.clientId(), "basic");

        assertThat(post("{\"code\":\"" + stolen.code() + "\"}").statusCode()).isEqualTo(400);
        assertThat(exchanges()).as("the gateway is not asked").isZero();
        assertThat(post(json(stolen.code(), own.codeVerifier())).statusCode()).isEqualTo(401);
    }

    @Test
    void aStolenCodeIsOfNoUseInABrowser() {
        AppLoginCode stolen = simulator.directLoginToApp(connection.clientId(), "plus");
        Browser thief = new Browser();

        HttpResponse<String> response =
                thief.get(URI.create(application + "/iamsmart/callback/direct-login?code=" + stolen.code()));

        assertThat(response.statusCode()).isNotEqualTo(302);
        assertThat(thief.get(URI.create(application + "/")).body()).isEqualTo("nobody");
    }

    @Test
    void tellsWhatTheGatewayRefuses() throws Exception {
        HttpResponse<String> response = post(json("unknown", "verifier"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("\"D40004\"", "\"message\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"code\":\"\"}",
                "{\"code\":{}}",
                "{\"code\":\"a b\",\"code_verifier\":\"v\"}",
                "{\"code_verifier\":\"v\"}",
                "null"
            })
    void refusesWhatItCannotRead(String body) throws Exception {
        HttpResponse<String> response = post(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"malformed\"", "連結");
    }

    @Test
    void refusesABodyThatIsTooLong() throws Exception {
        assertThat(post(json("c".repeat(9_000), "verifier")).statusCode()).isEqualTo(400);
        assertThat(exchanges()).isZero();
    }

    @Test
    void refusesWhatAFormOfAnotherSiteCanSend() throws Exception {
        String body = handedOver();

        assertThat(post("text/plain", body).statusCode()).isEqualTo(415);
        assertThat(post("application/x-www-form-urlencoded", body).statusCode()).isEqualTo(415);
    }

    @Test
    void letsOneAddressTryOnlySoOften() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(post("{}").statusCode()).isEqualTo(400);
        }
        HttpResponse<String> response = post(handedOver());

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 61L);
        assertThat(response.body()).contains("\"too_many_requests\"");
        assertThat(exchanges()).isZero();
    }
}
