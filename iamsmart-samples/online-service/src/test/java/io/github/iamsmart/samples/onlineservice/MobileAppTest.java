package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.simulator.AppLoginCode;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What the market's mobile app does after the iAM Smart app has opened it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "iamsmart.simulator.port=0")
class MobileAppTest {

    private final HttpClient app = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private IamSmartSimulator simulator;

    @Autowired
    private IamSmartClient client;

    @BeforeEach
    void reset() {
        simulator.reset();
    }

    @Test
    void signsInAndAsksWhoItIs() throws Exception {
        String token = signIn("plus");

        HttpResponse<String> me = me("Bearer " + token);

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"accountType\":\"sign\"", "…").doesNotContain("simtoken-");
        assertThat(me.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(me.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void everySignInGetsASessionOfItsOwn() throws Exception {
        String first = signIn("plus");
        String second = signIn("basic");

        assertThat(me("Bearer " + first).body()).contains("\"sign\"");
        assertThat(me("Bearer " + second).body()).contains("\"default\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer 00", "bearer", "Basic YTpi"})
    void tellsNothingWithoutASession(String authorization) throws Exception {
        HttpResponse<String> me = me(authorization);

        assertThat(me.statusCode()).isEqualTo(401);
        assertThat(me.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(me.body()).isEmpty();
    }

    private String signIn(String persona) throws IOException, InterruptedException {
        AppLoginCode handed = simulator.directLoginToApp(client.clientId(), persona);
        HttpRequest request = HttpRequest.newBuilder(at("/iamsmart/direct-login/app"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"code\":\"%s\",\"code_verifier\":\"%s\"}".formatted(handed.code(), handed.codeVerifier())))
                .build();
        HttpResponse<String> answer = app.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replaceFirst(".*\"token\":\"([^\"]*)\".*", "$1");
    }

    private HttpResponse<String> me(String authorization) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at("/app/me"))
                .header("Authorization", authorization)
                .build();
        return app.send(request, BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
