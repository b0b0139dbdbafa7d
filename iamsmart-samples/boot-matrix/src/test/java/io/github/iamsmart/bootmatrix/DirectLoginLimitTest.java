package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Anybody can invent codes: the gateway is asked about so many from one network. */
@SpringBootTest(
        classes = MatrixApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"iamsmart.simulator.port=0", "iamsmart.sign-in.failed-attempts-per-minute=8"})
class DirectLoginLimitTest {

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    @Test
    void aNetworkThatInventsCodesStopsAskingTheGateway() {
        URI application = URI.create("http://localhost:" + port);
        SimulatedUser user = new SimulatedUser(new Browser(), application, simulator);
        Browser attacker = new Browser();
        int asked = 0;
        HttpResponse<String> response;
        do {
            // A header that this application is not told to believe.
            response = attacker.get(
                    URI.create(application + "/iamsmart/callback/direct-login?code=invented" + asked),
                    "X-Forwarded-For",
                    "203.0.113." + asked);
            asked++;
        } while (response.statusCode() == 400 && asked < 100);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).contains("Too many attempts").contains("/iamsmart/login?lang=en-US");
        assertThat(response.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 61L);
        // A test that crosses a minute on a slow machine meets two windows.
        assertThat(user.exchanges()).isEqualTo(asked - 1L).isBetween(8L, 16L);
        assertThat(user.signIn("basic").statusCode())
                .as("an ordinary sign-in meanwhile")
                .isEqualTo(302);
    }
}
