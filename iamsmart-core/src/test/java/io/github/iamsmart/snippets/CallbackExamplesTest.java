package io.github.iamsmart.snippets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The code of docs/callbacks.md; the module {@code documentation} holds the two together. */
@Timeout(60)
class CallbackExamplesTest {

    private static final String INITIATE = "/api/v1/account/eme/initiateRequest";
    private static final int ROOM = 400;

    private final FlowWorld world = new FlowWorld(builder -> builder.requestStore(new MemoryRequestStore(100, ROOM)));
    private final CallbackExamples service = new CallbackExamples(world.client);
    private HttpServer server;
    private RequestOptions options;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/callback", service::postCallback);
        server.start();
        world.accepts(INITIATE, true);
        options = begin("permit-7");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        world.close();
    }

    private RequestOptions begin(String permit) {
        RequestOptions chosen = FlowWorld.options()
                .reference(permit)
                .owner("hash-of-the-session")
                .build();
        FormFillingRequest request = FormFillingRequest.builder()
                .profileFields(ProfileField.ID_NUMBER)
                .formFields(FormField.EMAIL_ADDRESS)
                .build();
        world.client.formFilling().initiate(FlowWorld.token(), request, chosen);
        return chosen;
    }

    private byte[] callback(RequestOptions answered) {
        return world.gateway.callback(
                "D00000",
                "{\"businessID\":\"" + answered.businessId() + "\",\"state\":\""
                        + answered.state().value()
                        + "\",\"idNo\":{\"Identification\":\"A123456\",\"CheckDigit\":\"3\"}}");
    }

    private HttpResponse<String> post(byte[] body) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callback");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void theSenderSeesTheSameWhateverHeSends() throws Exception {
        for (byte[] body : List.of(
                "garbage".getBytes(UTF_8),
                new byte[0],
                callback(FlowWorld.options().build()),
                callback(options))) {
            HttpResponse<String> answer = post(body);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map()).containsOnlyKeys("date", "content-length");
        }
    }

    @Test
    void theResultReachesTheHandlerAndTheWaitingPage() throws Exception {
        assertThat(service.stateForTheWaitingPage(options.businessId(), "hash-of-the-session"))
                .isEqualTo("wait");
        post(callback(options));
        assertThat(service.stateForTheWaitingPage(options.businessId(), "hash-of-the-session"))
                .as("the handler has not taken it")
                .isEqualTo("wait");
        assertThat(service.stateForTheWaitingPage(options.businessId(), "another"))
                .isEqualTo("unknown");

        service.deliver();

        assertThat(service.stateForTheWaitingPage(options.businessId(), "hash-of-the-session"))
                .isEqualTo("go on");
        assertThat(service.permits().row("permit-7")).isEqualTo("A123456(3)");
    }

    @Test
    void theTimerDelivers() throws Exception {
        post(callback(options));
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        service.deliverEveryTwoSeconds(timer);
        timer.submit(() -> {}).get();
        timer.shutdownNow();

        assertThat(service.permits().row("permit-7")).isEqualTo("A123456(3)");
    }

    @Test
    void whoNeverAnswersIsTold() {
        world.clock.advance(Duration.ofMinutes(18));
        service.deliver();

        assertThat(service.permits().row("permit-7")).contains("did not arrive in time");
        assertThat(service.hasDeadRequests()).isFalse();
        service.reviveAll(List.of(options.businessId()));
    }

    @Test
    void whatCannotBeStoredIsNotAcknowledged() throws Exception {
        RequestOptions second = begin("permit-8");
        RequestOptions third = begin("permit-9");
        assertThat(post(callback(options)).statusCode()).isEqualTo(200);
        assertThat(post(callback(second)).statusCode()).isEqualTo(200);

        assertThat(post(callback(third)).statusCode()).isEqualTo(503);
        service.deliver();
        assertThat(post(callback(third)).statusCode()).isEqualTo(200);
    }
}
