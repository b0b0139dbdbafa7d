package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bootmatrix.RequestsApplication.Forms;
import io.github.iamsmart.bootmatrix.RequestsApplication.ShiftedClock;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** How often an outcome is offered to the application, and what an operator sees of it. */
@RequestsTest
class DeliveryTest {

    private static final String JSON = "application/json";

    @Value("${local.server.port}")
    int port;

    @Autowired
    StubGateway gateway;

    @Autowired
    Forms forms;

    @Autowired
    RequestDelivery delivery;

    @Autowired
    IamSmartClient client;

    @Autowired
    ShiftedClock clock;

    private URI application;

    @BeforeEach
    void begin() {
        application = URI.create("http://localhost:" + port);
    }

    private JsonNode health() throws IOException {
        String body =
                new Browser().get(URI.create(application + "/actuator/health")).body();
        assertThat(body).doesNotContain(FormFiller.NAME, gateway.clientSecret());
        return new ObjectMapper().readTree(body).get("components").get("iamsmart");
    }

    @Test
    void callsAHandlerAgainThatFails() throws InterruptedException {
        FormFiller user = FormFiller.begin(application, gateway, "third-time-lucky");
        forms.fail("third-time-lucky", 2);

        Wire.post(user.callbackUrl(), JSON, user.approval());

        assertThat(forms.await("third-time-lucky")).isInstanceOf(Completed.class);
        assertThat(forms.calls("third-time-lucky")).isEqualTo(3);
    }

    @Test
    void givesUpInTheEndAndShowsIt() throws InterruptedException, IOException {
        FormFiller user = FormFiller.begin(application, gateway, "hopeless");
        forms.fail("hopeless", 3);

        Wire.post(user.callbackUrl(), JSON, user.approval());
        for (int i = 0; i < 3; i++) {
            assertThat(forms.awaitCall("hopeless")).isTrue();
        }
        // What is under way has ended then.
        delivery.stop();
        delivery.start();

        assertThat(client.requests().count(RequestStatus.DEAD)).isEqualTo(1);
        JsonNode health = health();
        assertThat(health.get("status").asText()).isEqualTo("UP");
        assertThat(health.get("details").get("requests").get("dead").asInt()).isEqualTo(1);
        assertThat(health.get("details").get("warnings").get(0).asText()).contains("1 requests are dead");

        assertThat(client.requests()
                        .revive(new BusinessId(user.request.get("businessID").asText())))
                .isTrue();
        assertThat(forms.await("hopeless")).isInstanceOf(Completed.class);
        assertThat(health().get("details").get("requests").get("dead").asInt()).isZero();
    }

    @Test
    void tellsThatNoAnswerCame() throws InterruptedException, IOException {
        FormFiller user = FormFiller.begin(application, gateway, "never-answered");

        clock.advance(Duration.ofMinutes(18));

        assertThat(forms.await("never-answered")).isInstanceOf(TimedOut.class);
        String state = user.browser.get(user.state).body();
        assertThat(new ObjectMapper().readTree(state).get("status").asText()).isEqualTo("timed-out");
        assertThat(new ObjectMapper().readTree(state).get("message").asText()).isNotBlank();
    }

    @Test
    void showsHowTheClientIs() throws IOException {
        FormFiller.begin(application, gateway, "healthy");

        JsonNode health = health();

        assertThat(health.get("status").asText()).isEqualTo("UP");
        JsonNode details = health.get("details");
        assertThat(details.get("clientId").asText()).isEqualTo("stub-client");
        assertThat(details.get("cek").get("expiresAt").asText()).isNotBlank();
        assertThat(details.get("kekCertificates")).hasSize(1);
        assertThat(details.get("requests").get("pending").asInt()).isPositive();
        assertThat(details.has("lastSuccessAt")).isTrue();
    }
}
