package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Requests that begin in one call, and the arguments of controllers. */
@SpringBootTest(
        classes = SimulatedApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "iamsmart.simulator.port=0")
@Timeout(60)
class BeginTest {

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    IamSmartConnectionDetails connection;

    @Autowired
    RequestsApplication.Forms forms;

    private final Browser browser = new Browser();
    private URI application;

    @BeforeEach
    void begin() {
        UsedSecrets.remember(connection.clientSecret());
        application = URI.create("http://localhost:" + port);
    }

    private URI at(String path) {
        return URI.create(application + path);
    }

    private URI approve(String login) {
        return new SimulatedUser(browser, application, simulator)
                .answer(login, ticket -> simulator.approve(ticket, "basic"));
    }

    private static String location(HttpResponse<String> response) {
        return Browser.location(response).toString();
    }

    @Test
    void aUserSignsInForTheRequestAndComesBack() throws Exception {
        HttpResponse<String> pressed = browser.get(at("/begin?reference=begun"));
        assertThat(pressed.statusCode()).isEqualTo(303);
        HttpResponse<String> signedIn = browser.get(approve(location(pressed)));
        HttpResponse<String> continued = browser.get(Browser.location(signedIn));

        assertThat(continued.statusCode()).isEqualTo(303);
        assertThat(location(continued)).matches("/iamsmart/requests/[^/]+/page");
        SimulatedRequest asked =
                simulator.findByBusinessId(location(continued).split("/")[3]).orElseThrow();
        simulator.approve(asked.ticketId());
        assertThat(forms.await("begun")).isInstanceOf(Completed.class);
    }

    @Test
    void anAnonymousUserComesBackToThePage() {
        URI gatewayPage = Browser.location(browser.get(at("/begin/anonymous?reference=anonymous")));
        browser.get(gatewayPage);
        String state = Browser.query(gatewayPage).get("state");
        String ticket = simulator.requests().stream()
                .filter(request -> request.state().filter(state::equals).isPresent())
                .map(SimulatedRequest::ticketId)
                .findFirst()
                .orElseThrow();
        URI back = simulator.approve(ticket, "basic").redirect().orElseThrow();
        assertThat(back.getPath()).isEqualTo("/iamsmart/callback/anonymous");

        HttpResponse<String> returned = browser.get(back);

        assertThat(returned.statusCode()).isEqualTo(303);
        assertThat(location(returned)).matches("/iamsmart/requests/[^/]+/page");
    }

    @Test
    void whoIsSignedInIsAnArgument() {
        assertThat(browser.get(at("/perhaps")).body()).isEqualTo("false false");
        assertThat(browser.get(at("/me")).statusCode()).isEqualTo(401);

        HttpResponse<String> sent = browser.get(at("/me"), "Accept", "text/html");
        assertThat(sent.statusCode()).isEqualTo(303);
        URI back = Browser.location(browser.get(approve(location(sent))));

        assertThat(back).isEqualTo(at("/me"));
        assertThat(browser.get(back).body()).isEqualTo("somebody");
        assertThat(browser.get(at("/perhaps")).body()).isEqualTo("true true");
    }
}
