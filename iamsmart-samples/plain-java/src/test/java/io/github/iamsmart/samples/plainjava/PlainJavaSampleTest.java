package io.github.iamsmart.samples.plainjava;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlainJavaSampleTest {

    private PlainJavaSample sample;
    private IamSmartSimulator phone;
    private final HttpClient browser = newBrowser();

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        sample = new PlainJavaSample(0, 0);
        phone = sample.simulator();
    }

    @AfterEach
    void stop() {
        sample.close();
    }

    @Test
    void signsInAndShowsTheShortenedAccount() throws Exception {
        assertThat(get(browser, sample.page()).body()).contains("Login with iAM Smart");

        HttpResponse<String> answer = get(browser, approve(pressLogin(browser)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Signed in as <code id=account>").contains("…");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aReloadOfTheCallbackExchangesNothing() throws Exception {
        URI callback = approve(pressLogin(browser));
        get(browser, callback);

        HttpResponse<String> reload = get(browser, callback);

        assertThat(reload.statusCode()).isEqualTo(400);
        assertThat(reload.body()).contains("Start again");
        assertThat(exchanges()).hasSize(1);
    }

    @Test
    void anotherBrowserCannotUseTheCallback() throws Exception {
        HttpResponse<String> answer = get(newBrowser(), approve(pressLogin(browser)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(exchanges()).isEmpty();
    }

    @Test
    void theUserMaySayNo() throws Exception {
        URI back = phone.reject(pressLogin(browser)).redirect().orElseThrow();

        assertThat(get(browser, back).body()).contains("You did not sign in");
        assertThat(exchanges()).isEmpty();
    }

    @Test
    void anExpiredCodeEndsInASentence() throws Exception {
        URI callback = approve(pressLogin(browser));
        phone.advance(Duration.ofSeconds(61));

        HttpResponse<String> answer = get(browser, callback);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body())
                .doesNotContain("Signed in")
                .doesNotContain("D40004 ")
                .hasSizeGreaterThan(60);
    }

    /** Follows the button to the gateway's page and returns the ticket that waits there. */
    private String pressLogin(HttpClient client) throws Exception {
        HttpResponse<String> login = get(client, sample.page().resolve("/login"));
        assertThat(login.statusCode()).isEqualTo(302);
        URI gateway = URI.create(login.headers().firstValue("Location").orElseThrow());
        assertThat(get(client, gateway).statusCode()).isEqualTo(200);
        List<SimulatedRequest> requests = phone.requests();
        return requests.get(requests.size() - 1).ticketId();
    }

    private URI approve(String ticketId) {
        return phone.approve(ticketId, phone.personaIds().get(0)).redirect().orElseThrow();
    }

    private List<String> exchanges() {
        return phone.log().stream()
                .map(entry -> entry.path())
                .filter(path -> path.endsWith("/auth/getToken"))
                .toList();
    }

    private static HttpClient newBrowser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
        return client.send(request, BodyHandlers.ofString());
    }
}
