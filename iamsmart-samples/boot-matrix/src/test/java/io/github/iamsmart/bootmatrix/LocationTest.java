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

/** Web servers leave out a Location that is not ASCII: every one that the starter writes is. */
@SpringBootTest(
        classes = MatrixApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "iamsmart.simulator.port=0",
            "iamsmart.sign-in.success-url=/\u6b61\u8fce?\u540d=%20\u00e9#\u9802",
            "iamsmart.sign-in.failure-url=/\u62b1\u6b49?a=%20#\u9802"
        })
class LocationTest {

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    private final Browser browser = new Browser();

    private SimulatedUser user() {
        return new SimulatedUser(browser, application(), simulator);
    }

    private URI application() {
        return URI.create("http://localhost:" + port);
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void goesOnToThePageThatTheLinkNamed() {
        String login = "/iamsmart/login?returnTo=/%E8%A1%A8%E6%A0%BC/1?%E5%90%8D=%25E8%25A1%25A8";
        URI callback = user().answer(login, ticket -> simulator.approve(ticket, "basic"));

        assertThat(location(browser.get(callback)))
                .isEqualTo(application() + "/%E8%A1%A8%E6%A0%BC/1?%E5%90%8D=%E8%A1%A8");
    }

    @Test
    void goesOnToTheConfiguredPage() {
        URI callback = user().approve("basic");
        String success = application() + "/%E6%AD%A1%E8%BF%8E?%E5%90%8D=%20%C3%A9#%E9%A0%82";

        assertThat(location(browser.get(callback))).isEqualTo(success);
        assertThat(location(browser.get(callback))).as("a second time").isEqualTo(success);
    }

    @Test
    void tellsOfAFailureAtTheConfiguredPage() {
        URI callback = user().answer("/iamsmart/login", simulator::reject);

        assertThat(location(browser.get(callback)))
                .isEqualTo(application() + "/%E6%8A%B1%E6%AD%89?a=%20&error=D40001#%E9%A0%82");
    }
}
