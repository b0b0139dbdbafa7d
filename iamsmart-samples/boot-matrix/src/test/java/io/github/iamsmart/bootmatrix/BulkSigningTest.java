package io.github.iamsmart.bootmatrix;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.bootmatrix.BulkSigningApplication.Batches;
import io.github.iamsmart.bulksigning.BulkSigningHandle;
import io.github.iamsmart.bulksigning.BulkSigningStatus;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.requests.RequestProgressEvent;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Forty documents with one consent, in callbacks of ten, from the button to the acknowledgement. */
@SpringBootTest(
        classes = BulkSigningApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"iamsmart.simulator.port=0", "iamsmart.sign-in.scopes=eidapi_auth,eidapi_bulksign"})
@Timeout(60)
class BulkSigningTest {

    private static final int CALLBACKS = BulkSigningApplication.DOCUMENTS / BulkSigningApplication.IN_A_CALLBACK;

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    IamSmartClient client;

    @Autowired
    IamSmartConnectionDetails connection;

    @Autowired
    Batches batches;

    @Autowired
    BulkSigningApplication.Listener listener;

    private URI application;
    private Browser browser;
    private JsonNode batch;
    private BusinessId id;

    @BeforeEach
    void begin() throws Exception {
        UsedSecrets.remember(connection.clientSecret());
        application = URI.create("http://localhost:" + port);
        browser = new Browser();
        new SimulatedUser(browser, application, simulator).signIn("plus");
        batch = json(browser.get(URI.create(application + "/batch")).body());
        id = new BusinessId(batch.get("id").asText());
        assertThat(listener.tokens.poll(20, SECONDS))
                .isEqualTo(new RequestProgressEvent(id, Part.PRELIMINARY.number(), AnswerProgress.NONE));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private URI state() {
        return URI.create(application + batch.get("state").asText());
    }

    private BulkSigningHandle handle() {
        return client.bulkSigning()
                .handle(id, TokenisedId.of(batch.get("user").asText()))
                .orElseThrow();
    }

    private List<RequestProgressEvent> progress() throws InterruptedException {
        List<RequestProgressEvent> events = new ArrayList<>();
        for (int i = 0; i < CALLBACKS; i++) {
            events.add(Objects.requireNonNull(listener.progress.poll(20, SECONDS), "a callback was not told of"));
        }
        return events;
    }

    @Test
    void tellsEachStepAndBringsAllSignaturesToTheHandlerOnce() throws Exception {
        simulator.inject(Fault.of(FaultKind.CALLBACK_DUPLICATE).times(2));
        simulator.inject(Fault.of(FaultKind.CALLBACK_REORDER));
        Stream<String> events = browser.lines(URI.create(state() + "/events")).body();

        simulator.approve(batch.get("ticket").asText());

        Batches.Ended ended = batches.await();
        assertThat(ended.outcome()).isInstanceOf(Completed.class);
        assertThat(ended.verification().orElseThrow().passed()).isTrue();
        assertThat(ended.verification().orElseThrow().reports()).hasSize(BulkSigningApplication.DOCUMENTS);
        assertThat(progress()).allSatisfy(event -> {
            assertThat(event.businessId()).isEqualTo(id);
            assertThat(event.part()).isBetween(1, CALLBACKS);
            assertThat(event.progress().announced()).isEqualTo(CALLBACKS);
        });
        assertThat(events.filter(line -> line.startsWith("data:")).toList())
                .last()
                .asString()
                .contains("\"status\":\"completed\"", "\"progress\":{\"received\":4,\"announced\":4}");
        assertThat(json(browser.get(state()).body()).get("progress").toString())
                .isEqualTo("{\"received\":4,\"announced\":4}");
        assertThat(new Browser().get(state()).statusCode()).isEqualTo(404);
    }

    @Test
    void endsARequestThatIsCancelledInTime() throws Exception {
        assertThat(client.bulkSigning().status(handle())).isEqualTo(BulkSigningStatus.PENDING);

        client.bulkSigning().cancel(handle());

        assertThat(batches.await().outcome()).isInstanceOf(Declined.class);
        assertThat(json(browser.get(state()).body()).get("status").asText()).isEqualTo("declined");
        assertThat(client.bulkSigning().status(handle())).isEqualTo(BulkSigningStatus.CANCELLED);
    }
}
