package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.listener.AnswerReport;
import io.github.iamsmart.listener.AnswerReport.Verdict;
import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.CallbackReport;
import io.github.iamsmart.listener.DeliveryReport;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.listener.KeyReport;
import io.github.iamsmart.listener.OutgoingCall;
import io.github.iamsmart.listener.TracedRequest;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What follows the work of a client: from its start to its end, on its thread. */
@Timeout(30)
class TracerTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Recorder recorder = new Recorder();
    private final MemoryRequestStore store = new MemoryRequestStore();
    private final FlowWorld world =
            new FlowWorld(builder -> builder.tracer(recorder).requestStore(store));
    private final RequestOptions options = FlowWorld.options().build();

    @AfterEach
    void close() {
        world.close();
    }

    /** Writes down what begins and what ends, and on which thread. */
    private static final class Recorder implements IamSmartTracer {
        private final List<String> events = new CopyOnWriteArrayList<>();
        private final List<Object> reports = new CopyOnWriteArrayList<>();
        private final List<TracedRequest> requests = new CopyOnWriteArrayList<>();
        private final List<Thread> threads = new CopyOnWriteArrayList<>();
        private Map<String, String> headers = Map.of();
        private Optional<String> traceParent = Optional.of(TRACE);

        private <R> Consumer<R> start(String what) {
            Thread thread = Thread.currentThread();
            threads.add(thread);
            events.add(what);
            return report -> {
                assertThat(Thread.currentThread()).isSameAs(thread);
                reports.add(report);
                events.add("/" + what);
            };
        }

        @Override
        public Consumer<CallReport> callStarted(OutgoingCall call) {
            headers.forEach(call::header);
            return start(call.api().orElse("?"));
        }

        @Override
        public Supplier<Consumer<KeyReport>> keyNeeded() {
            Thread needs = Thread.currentThread();
            return () -> {
                assertThat(Thread.currentThread()).isNotSameAs(needs);
                return start("key");
            };
        }

        @Override
        public Consumer<CallbackReport> callbackReceived() {
            return start("callback");
        }

        @Override
        public Consumer<AnswerReport> answerFound(TracedRequest request) {
            requests.add(request);
            return start("answer");
        }

        @Override
        public Consumer<DeliveryReport> deliveryStarted(TracedRequest request) {
            requests.add(request);
            return start("delivery");
        }

        @Override
        public Optional<String> traceParent() {
            return traceParent;
        }
    }

    private void begin() {
        world.accepts(ApiPaths.DEFAULTS.path(ReauthenticationApi.KIND.initiate()), false);
        world.client.reauthentication().initiate(FlowWorld.token(), options);
    }

    private void answer() {
        world.client
                .callbacks()
                .accept(
                        world.gateway.callback(
                                "D00000",
                                "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                                        + options.state().value() + "\",\"isPassed\":\"true\"}"),
                        null);
    }

    private String call() {
        return world.client.call(StubGateway.PATH, Map.of(), String.class);
    }

    @Test
    void aRequestIsFollowedFromTheKeyToTheDelivery() {
        begin();
        answer();
        answer();
        world.delivered();

        assertThat(recorder.events)
                .containsExactly(
                        "key",
                        "get-key",
                        "/get-key",
                        "/key",
                        ReauthenticationApi.KIND.initiate().name(),
                        "/" + ReauthenticationApi.KIND.initiate().name(),
                        "callback",
                        "answer",
                        "/answer",
                        "/callback",
                        "callback",
                        "answer",
                        "/answer",
                        "/callback",
                        "delivery",
                        "/delivery");
        assertThat(recorder.reports)
                .filteredOn(AnswerReport.class::isInstance)
                .extracting(report -> ((AnswerReport) report).verdict())
                .containsExactly(Verdict.ACCEPTED, Verdict.DUPLICATE);
        String id = options.businessId().value();
        assertThat(recorder.reports)
                .filteredOn(CallbackReport.class::isInstance)
                .containsExactly(
                        new CallbackReport(Verdict.ACCEPTED, Optional.of(id)),
                        new CallbackReport(Verdict.DUPLICATE, Optional.of(id)));
        assertThat(recorder.requests)
                .hasSize(3)
                .allSatisfy(request -> {
                    assertThat(request.traceParent()).contains(TRACE);
                    assertThat(request.businessId())
                            .isEqualTo(options.businessId().value());
                    assertThat(request.kind()).contains(ReauthenticationApi.KIND.name());
                })
                .extracting(TracedRequest::attempt)
                .containsExactly(0, 0, 1);
    }

    @Test
    void keepsNoTraceThatIsNone() {
        for (String nonsense : List.of(
                "",
                "x".repeat(100_000),
                TRACE + "-more",
                TRACE.toUpperCase(Locale.ROOT),
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")) {
            recorder.traceParent = Optional.of(nonsense);
            RequestOptions one = FlowWorld.options().build();
            world.accepts(ApiPaths.DEFAULTS.path(ReauthenticationApi.KIND.initiate()), false);
            world.client.reauthentication().initiate(FlowWorld.token(), one);

            assertThat(store.find(one.businessId()).orElseThrow().traceParent()).isNull();
        }
    }

    @Test
    void aFailedHandlerIsReportedUntilTheRequestIsDead() {
        begin();
        answer();
        int attempts = 0;
        while (recorder.reports.stream().noneMatch(TracerTest::isDead)) {
            world.client.requests().deliverDue(outcome -> {
                throw new IllegalStateException("the handler's");
            });
            world.clock.advance(Duration.ofHours(2));
            assertThat(++attempts).isLessThan(1000);
        }
        assertThat(recorder.reports)
                .filteredOn(DeliveryReport.class::isInstance)
                .hasSizeGreaterThan(1)
                .allSatisfy(report -> assertThat(((DeliveryReport) report).failure())
                        .get()
                        .hasToString("java.lang.IllegalStateException: the handler's"));
    }

    private static boolean isDead(Object report) {
        return report instanceof DeliveryReport delivery && delivery.result() == DeliveryReport.Result.DEAD;
    }

    @Test
    void sendsTheHeadersOfTheTracerAndNoneInPlaceOfItsOwn() {
        recorder.headers = Map.of(
                "traceparent", TRACE, "Signature", "forged", "Host", "evil.example", "bad name", "x", "x", "a\r\nb: c");
        world.gateway.answer(okJson(world.gateway.sealed("{}")));

        call();

        assertThat(world.gateway.received(StubGateway.PATH)).singleElement().satisfies(request -> {
            assertThat(request.getHeader("traceparent")).isEqualTo(TRACE);
            assertThat(request.getHeader("signature")).isNotEqualTo("forged");
            assertThat(request.getHeader("host")).isNotEqualTo("evil.example");
            assertThat(request.getHeader("x")).isNull();
        });
    }

    @Test
    void aCallThatFailsEnds() {
        world.gateway.answer(aResponse().withStatus(503));

        assertThatThrownBy(this::call).isInstanceOf(ProtocolException.class);

        assertThat(recorder.events).endsWith("?", "/?");
        assertThat(recorder.reports)
                .last()
                .satisfies(report ->
                        assertThat(((CallReport) report).failure()).containsInstanceOf(ProtocolException.class));
    }

    @Test
    void aForgedCallbackJoinsNoTrace() {
        begin();
        world.client
                .callbacks()
                .accept(
                        world.gateway.callback(
                                "D00000", "{\"businessID\":\"" + options.businessId() + "\",\"state\":\"guessed\"}"),
                        null);

        assertThat(recorder.events).endsWith("callback", "/callback").doesNotContain("answer");
        assertThat(recorder.reports).last().isEqualTo(new CallbackReport(Verdict.REFUSED, Optional.empty()));
    }

    @Test
    void aTracerThatThrowsHarmsNothing() {
        IamSmartTracer broken = new IamSmartTracer() {
            @Override
            public Consumer<CallReport> callStarted(OutgoingCall call) {
                throw new NoClassDefFoundError("com/example/Missing");
            }

            @Override
            public Supplier<Consumer<KeyReport>> keyNeeded() {
                return () -> report -> {
                    throw new IllegalStateException("a tracer's bug");
                };
            }

            @Override
            public Consumer<AnswerReport> answerFound(TracedRequest request) {
                throw new IllegalStateException("a tracer's bug");
            }

            @Override
            public Consumer<DeliveryReport> deliveryStarted(TracedRequest request) {
                return report -> {
                    throw new StoreException("a tracer's bug");
                };
            }

            @Override
            public Optional<String> traceParent() {
                throw new IllegalStateException("a tracer's bug");
            }
        };
        try (FlowWorld other = new FlowWorld(builder -> builder.tracer(broken))) {
            other.accepts(ApiPaths.DEFAULTS.path(ReauthenticationApi.KIND.initiate()), false);
            other.client.reauthentication().initiate(FlowWorld.token(), options);
            other.client
                    .callbacks()
                    .accept(
                            other.gateway.callback(
                                    "D00000",
                                    "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                                            + options.state().value() + "\",\"isPassed\":\"true\"}"),
                            null);

            assertThat(other.delivered()).hasSize(1);
        }
    }
}
