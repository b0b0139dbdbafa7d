package io.github.iamsmart.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.listener.AnswerReport;
import io.github.iamsmart.listener.AnswerReport.Verdict;
import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.CallbackReport;
import io.github.iamsmart.listener.DeliveryReport;
import io.github.iamsmart.listener.KeyReport;
import io.github.iamsmart.listener.OutgoingCall;
import io.github.iamsmart.listener.TracedRequest;
import io.github.iamsmart.spring.observation.CallObservationContext;
import io.github.iamsmart.spring.observation.DefaultCallObservationConvention;
import io.github.iamsmart.spring.observation.IamSmartObservation;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObservingTracerTest {

    private final TestObservationRegistry registry = TestObservationRegistry.create();

    private ObservingTracer tracer(ObservationRegistry observations) {
        return new ObservingTracer("default", observations, ObservationConventions.DEFAULTS, RequestTraces.NONE, false);
    }

    private static CallReport call(Optional<ErrorCode> code, Optional<String> txId, Optional<IamSmartException> why) {
        return new CallReport("/any", Duration.ofMillis(1), 2, 200, code, txId, why);
    }

    private static TracedRequest request(String businessId, Optional<String> kind) {
        return new TracedRequest(businessId, kind, 1, Optional.empty());
    }

    @Test
    void observesACallWhileItRuns() {
        Consumer<CallReport> end =
                tracer(registry).callStarted(new OutgoingCall("/api/v1/auth/getToken", Optional.of("get-token")));
        assertThat(registry.getCurrentObservation())
                .as("logs and spans below it belong to it")
                .isNotNull();

        end.accept(call(Optional.of(ErrorCode.SIGNATURE_INVALID), Optional.of("tx-1"), Optional.empty()));

        assertThat(registry.getCurrentObservation()).isNull();
        TestObservationRegistryAssert.assertThat(registry)
                .hasSingleObservationThat()
                .hasNameEqualTo("iamsmart.call")
                .hasContextualNameEqualTo("iamsmart get-token")
                .hasLowCardinalityKeyValue("client", "default")
                .hasLowCardinalityKeyValue("api", "get-token")
                .hasLowCardinalityKeyValue("outcome", "refused")
                .hasLowCardinalityKeyValue("code", "D20006")
                .hasHighCardinalityKeyValue("iamsmart.tx.id", "tx-1")
                .hasHighCardinalityKeyValue("iamsmart.attempts", "2")
                .hasBeenStarted()
                .hasBeenStopped();
    }

    @Test
    void aFailedCallIsAnError() {
        tracer(registry)
                .callStarted(new OutgoingCall("/own", Optional.empty()))
                .accept(call(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new TransportException("no answer", true, null))));

        TestObservationRegistryAssert.assertThat(registry)
                .hasSingleObservationThat()
                .hasLowCardinalityKeyValue("api", "other")
                .hasLowCardinalityKeyValue("outcome", "transport")
                .hasLowCardinalityKeyValue("code", "none")
                .hasError();
    }

    /** Whatever the gateway, a store or a sender writes, a metric has as many series as the closed sets allow. */
    @Test
    void garbageMakesNoNewSeries() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        ObservingTracer tracer = tracer(observations);
        Random random = new Random(12);
        for (int i = 0; i < 2_000; i++) {
            String garbage = garbage(random);
            Optional<ErrorCode> code = Optional.of(ErrorCode.of(garbage));
            tracer.callStarted(new OutgoingCall(garbage, Optional.empty()))
                    .accept(call(code, Optional.of(garbage), Optional.empty()));
            tracer.callStarted(new OutgoingCall(garbage, Optional.empty()))
                    .accept(call(Optional.empty(), Optional.of(garbage), Optional.of(new ProtocolException(garbage))));
            tracer.callbackReceived().accept(new CallbackReport(Verdict.ACCEPTED, Optional.of(garbage)));
            tracer.answerFound(request(garbage, Optional.empty()))
                    .accept(new AnswerReport(code.get(), Verdict.values()[i % 4]));
            tracer.deliveryStarted(request(garbage, Optional.empty()))
                    .accept(new DeliveryReport(
                            DeliveryReport.Result.FAILED, Optional.of(new IllegalStateException(garbage))));
            tracer.keyNeeded()
                    .get()
                    .accept(new KeyReport(false, Optional.empty(), Optional.of(new ProtocolException(garbage))));
        }
        List<Meter> timers = meters.getMeters();
        assertThat(timers).hasSizeLessThan(40);
        assertThat(timers.stream()
                        .flatMap(meter -> meter.getId().getTags().stream())
                        .map(Tag::getValue))
                .allMatch(value -> value.matches("[A-Za-z0-9_]{1,20}"));
    }

    private static String garbage(Random random) {
        return random.ints(random.nextInt(1, 300), 1, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append(random.nextLong())
                .toString();
    }

    @Test
    void aHandlersMessageIsNowhere() {
        tracer(registry)
                .deliveryStarted(request("7", Optional.of("profile")))
                .accept(new DeliveryReport(
                        DeliveryReport.Result.DEAD, Optional.of(new IllegalStateException("Chan Tai Man"))));

        TestObservationRegistryAssert.assertThat(registry)
                .hasSingleObservationThat()
                .hasLowCardinalityKeyValue("outcome", "dead")
                .hasHighCardinalityKeyValue("iamsmart.exception", IllegalStateException.class.getName())
                .satisfies(context -> {
                    Throwable error = context.getError();
                    assertThat(error)
                            .hasMessage(IllegalStateException.class.getName())
                            .hasNoCause();
                    assertThat(error.getStackTrace()).isEmpty();
                });
    }

    @Test
    void theFetchOfTheKeyIsAChildOfTheWorkThatNeedsIt() {
        ObservingTracer tracer = tracer(registry);
        Observation work = Observation.start("work", registry);
        Observation.Scope scope = work.openScope();
        var begins = tracer.keyNeeded();
        scope.close();

        begins.get().accept(new KeyReport(true, Optional.empty(), Optional.empty()));

        TestObservationRegistryAssert.assertThat(registry)
                .hasObservationWithNameEqualTo("iamsmart.key.refresh")
                .that()
                .hasParentObservationEqualTo(work)
                .hasLowCardinalityKeyValue("outcome", "new_key");
        work.stop();
    }

    @Test
    void aConventionOfTheApplicationReplacesTheDefault() {
        DefaultCallObservationConvention own = new DefaultCallObservationConvention() {
            @Override
            public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
                return super.getLowCardinalityKeyValues(context).and("region", "hk");
            }
        };
        new ObservingTracer(
                        "default",
                        registry,
                        new ObservationConventions(own, null, null, null, null),
                        RequestTraces.NONE,
                        false)
                .callStarted(new OutgoingCall("/a", Optional.of("get-key")))
                .accept(call(Optional.of(ErrorCode.SUCCESS), Optional.empty(), Optional.empty()));

        TestObservationRegistryAssert.assertThat(registry)
                .hasSingleObservationThat()
                .hasLowCardinalityKeyValue("region", "hk")
                .hasLowCardinalityKeyValue("outcome", "success");
    }

    @Test
    void everyKeyIsDocumented() {
        ObservingTracer tracer = tracer(registry);
        tracer.callStarted(new OutgoingCall("/a", Optional.of("get-key")))
                .accept(call(Optional.of(ErrorCode.SUCCESS), Optional.of("1"), Optional.empty()));
        tracer.keyNeeded().get().accept(new KeyReport(true, Optional.empty(), Optional.empty()));
        tracer.callbackReceived().accept(new CallbackReport(Verdict.ACCEPTED, Optional.of("1")));
        tracer.answerFound(request("1", Optional.of("profile")))
                .accept(new AnswerReport(ErrorCode.SUCCESS, Verdict.ACCEPTED));
        tracer.deliveryStarted(request("1", Optional.of("profile")))
                .accept(new DeliveryReport(DeliveryReport.Result.FAILED, Optional.of(new Exception())));

        for (IamSmartObservation documented : IamSmartObservation.values()) {
            String name = "iamsmart."
                    + documented.name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
            String[] keys = Stream.of(documented.getLowCardinalityKeyNames(), documented.getHighCardinalityKeyNames())
                    .flatMap(Arrays::stream)
                    .map(KeyName::asString)
                    .toArray(String[]::new);
            TestObservationRegistryAssert.assertThat(registry)
                    .hasObservationWithNameEqualTo(name)
                    .that()
                    .hasOnlyKeys(keys);
        }
    }
}
