package io.github.iamsmart.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

// tag::test[]
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "iamsmart.simulator.port=0")
class SignInTest {

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Autowired
    IamSmartSimulator simulator;

    @Value("${local.server.port}")
    int port;

    @Test
    void signsIn() throws Exception {
        get("/iamsmart/login");
        List<SimulatedRequest> requests = simulator.requests();
        String ticket = requests.get(requests.size() - 1).ticketId();
        URI callback = simulator.approve(ticket, "basic").redirect().orElseThrow();

        assertThat(get(callback.toString())).startsWith("Signed in: ");
    }

    private String get(String path) throws Exception {
        URI address = URI.create("http://localhost:" + port).resolve(path);
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
// end::test[]
