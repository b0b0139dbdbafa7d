package io.github.iamsmart.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallbackInterceptorTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final List<OutgoingCallback> seen = new CopyOnWriteArrayList<>();
    private volatile OptionalInt status = OptionalInt.empty();

    @RegisterExtension
    final IamSmartSimulatorExtension extension =
            IamSmartSimulatorExtension.with(builder -> builder.callbackInterceptor(callback -> {
                seen.add(callback);
                return status;
            }));

    private final CallbackReceiver receiver = new CallbackReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private String approved(IamSmartSimulator simulator) {
        SignedInService service = new SignedInService(simulator, receiver).signIn("basic");
        String ticket = service.ticket(SignedInService.STEP_UP, service.common());
        simulator.approve(ticket);
        return ticket;
    }

    @Test
    void seesWhatIsPosted(IamSmartSimulator simulator) {
        String ticket = approved(simulator);

        CallbackReceiver.Received received = receiver.next();
        assertThat(seen).singleElement().satisfies(callback -> {
            assertThat(callback.ticketId()).isEqualTo(ticket);
            assertThat(callback.body()).isEqualTo(received.body());
            assertThat(callback.headers()).containsEntry("Content-Type", "application/json");
        });
    }

    @Test
    void whatItTakesIsNotPosted(IamSmartSimulator simulator) {
        status = OptionalInt.of(200);

        String ticket = approved(simulator);

        assertThat(simulator.awaitCallback(ticket, BOUND).status()).isEqualTo("delivered");
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void theAnswerThatItGivesCounts(IamSmartSimulator simulator) {
        status = OptionalInt.of(503);

        String ticket = approved(simulator);

        SimulatedCallback callback = simulator.awaitCallback(ticket, BOUND);
        assertThat(callback.status()).isEqualTo("failed");
        assertThat(callback.httpStatus()).contains(503);
    }

    @Test
    void aCallbackIsWrittenOnceMoreWithFaults(IamSmartSimulator simulator) {
        status = OptionalInt.of(200);
        simulator.awaitCallback(approved(simulator), BOUND);
        OutgoingCallback genuine = seen.get(0);

        OutgoingCallback failed =
                genuine.with(Fault.of(FaultKind.CALLBACK_ERROR_CODE).code("D80002"));
        OutgoingCallback forged = genuine.with(Fault.of(FaultKind.CALLBACK_WRONG_STATE));

        assertThat(new String(failed.body(), UTF_8)).contains("D80002");
        assertThat(forged.body()).isNotEqualTo(genuine.body());
        assertThat(simulator.faults()).isEmpty();
        assertThat(genuine.toString()).doesNotContain("content").contains("bytes=");
    }
}
