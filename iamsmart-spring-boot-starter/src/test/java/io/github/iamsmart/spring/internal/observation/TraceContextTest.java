package io.github.iamsmart.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brave.handler.MutableSpan;
import io.github.iamsmart.simulator.SimulatedRequest;
import io.github.iamsmart.spring.internal.observation.ObservedApplication.Running;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One trace from the button of a user to the handler, over HTTP, with the simulator and Brave. */
@Timeout(240)
class TraceContextTest {

    private static Running application;

    @BeforeAll
    static void start() {
        application = Running.start();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static MutableSpan begin(String path) {
        return application.spans().all().stream()
                .filter(span -> path.equals(span.tag("http.url")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(application.spans().all().stream()
                        .map(MutableSpan::toString)
                        .toList()));
    }

    private static List<MutableSpan> of(SimulatedRequest request, String name) {
        String id = request.businessId().orElseThrow();
        await().atMost(ObservedApplication.PATIENCE)
                .untilAsserted(() -> assertThat(application.spans().named(name))
                        .anySatisfy(span ->
                                assertThat(span.tag("iamsmart.business.id")).isEqualTo(id)));
        return application.spans().named(name).stream()
                .filter(span -> id.equals(span.tag("iamsmart.business.id")))
                .toList();
    }

    @Test
    void theAnswerAndTheDeliveryJoinTheTraceInWhichTheRequestWasBegun() {
        SimulatedRequest request = application.complete("trace");

        MutableSpan begin = begin("/begin/profile/trace");
        MutableSpan answer = of(request, "iamsmart answer profile").get(0);
        MutableSpan delivery = of(request, "iamsmart delivery profile").get(0);
        MutableSpan callback = of(request, "iamsmart callback").get(0);

        assertThat(answer.traceId()).isEqualTo(begin.traceId());
        assertThat(delivery.traceId()).isEqualTo(begin.traceId());
        assertThat(answer.parentId()).isEqualTo(begin.id());
        assertThat(delivery.parentId()).isEqualTo(begin.id());
        assertThat(callback.traceId())
                .as("the callback itself is a request of the gateway's")
                .isNotEqualTo(begin.traceId());
        assertThat(application.spans().all())
                .filteredOn(span -> span.traceId().equals(begin.traceId()))
                .extracting(MutableSpan::name)
                .as("the call that sent the request is part of the trace")
                .contains("iamsmart profile");
        assertThat(application.handlers().traceIdInLogs("trace"))
                .as("the trace id in the logs of the handler")
                .isEqualTo(begin.traceId());
    }

    @Test
    void theFetchOfTheKeyAndItsCallBelongToTheWorkThatNeedsIt() {
        MutableSpan refresh = application.spans().the("iamsmart key refresh");
        MutableSpan call = application.spans().the("iamsmart get-key");

        assertThat(refresh.parentId()).isNotNull();
        assertThat(call.traceId()).isEqualTo(refresh.traceId());
        assertThat(call.parentId()).isEqualTo(refresh.id());
        assertThat(call.kind()).isEqualTo(brave.Span.Kind.CLIENT);
    }

    @Test
    void aHandlerThatFailsShowsItsTypeAndNothingElse() {
        SimulatedRequest request = application.complete("fails-once");

        List<MutableSpan> deliveries = of(request, "iamsmart delivery profile");
        assertThat(deliveries).hasSizeGreaterThanOrEqualTo(2);
        assertThat(deliveries.get(0).tag("outcome")).isEqualTo("failed");
        assertThat(deliveries.get(0).tag("iamsmart.exception")).isEqualTo(IllegalStateException.class.getName());
        assertThat(deliveries)
                .extracting(MutableSpan::traceId)
                .containsOnly(begin("/begin/profile/fails-once").traceId());
        assertThat(application.spans().all().toString()).doesNotContain("canary", "Chan Tai Man");
    }

    @Test
    void noSpanHoldsASecretOrPersonalData() {
        SimulatedRequest request = application.complete("quiet");
        of(request, "iamsmart delivery profile");

        List<String> secrets =
                new ArrayList<>(List.of(request.state().orElseThrow(), request.ticketId(), "accessToken", "CHAN"));
        String spans = application.spans().all().stream()
                .filter(span -> span.name() != null && span.name().startsWith("iamsmart"))
                .toList()
                .toString();

        assertThat(spans).contains("iamsmart").doesNotContain(secrets);
    }
}
