package io.github.iamsmart.spring.internal.observation;

import io.github.iamsmart.listener.AnswerReport;
import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.CallbackReport;
import io.github.iamsmart.listener.DeliveryReport;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.listener.KeyReport;
import io.github.iamsmart.listener.OutgoingCall;
import io.github.iamsmart.listener.TracedRequest;
import io.github.iamsmart.spring.observation.AnswerObservationContext;
import io.github.iamsmart.spring.observation.CallObservationContext;
import io.github.iamsmart.spring.observation.CallbackObservationContext;
import io.github.iamsmart.spring.observation.DefaultAnswerObservationConvention;
import io.github.iamsmart.spring.observation.DefaultCallObservationConvention;
import io.github.iamsmart.spring.observation.DefaultCallbackObservationConvention;
import io.github.iamsmart.spring.observation.DefaultDeliveryObservationConvention;
import io.github.iamsmart.spring.observation.DefaultKeyRefreshObservationConvention;
import io.github.iamsmart.spring.observation.DeliveryObservationContext;
import io.github.iamsmart.spring.observation.IamSmartObservation;
import io.github.iamsmart.spring.observation.KeyRefreshObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes an observation of each piece of a client's work, in scope while it runs. Thread-safe. */
public final class ObservingTracer implements IamSmartTracer {

    private static final String OTHER = "other";

    private final String client;
    private final ObservationRegistry registry;
    private final ObservationConventions conventions;
    private final RequestTraces traces;
    private final boolean sendsTraceHeaders;

    private final DefaultCallObservationConvention call = new DefaultCallObservationConvention();
    private final DefaultKeyRefreshObservationConvention keyRefresh = new DefaultKeyRefreshObservationConvention();
    private final DefaultCallbackObservationConvention callback = new DefaultCallbackObservationConvention();
    private final DefaultAnswerObservationConvention answer = new DefaultAnswerObservationConvention();
    private final DefaultDeliveryObservationConvention delivery = new DefaultDeliveryObservationConvention();

    /**
     * Creates it.
     *
     * @param client the name of the client
     * @param registry takes the observations
     * @param conventions that the application has replaced
     * @param traces carry the trace of a request to its answer
     * @param sendsTraceHeaders whether the gateway gets the headers of the trace
     */
    public ObservingTracer(
            String client,
            ObservationRegistry registry,
            ObservationConventions conventions,
            RequestTraces traces,
            boolean sendsTraceHeaders) {
        this.client = client;
        this.registry = registry;
        this.conventions = conventions;
        this.traces = traces;
        this.sendsTraceHeaders = sendsTraceHeaders;
    }

    @Override
    public Consumer<CallReport> callStarted(OutgoingCall outgoing) {
        CallObservationContext context = new CallObservationContext(client, outgoing, sendsTraceHeaders);
        return start(
                IamSmartObservation.CALL.observation(conventions.call(), call, () -> context, registry),
                (observation, report) -> {
                    context.setReport(report);
                    report.failure().ifPresent(observation::error);
                });
    }

    @Override
    public Supplier<Consumer<KeyReport>> keyNeeded() {
        Observation parent = registry.getCurrentObservation();
        return () -> {
            KeyRefreshObservationContext context = new KeyRefreshObservationContext(client);
            Observation observation = IamSmartObservation.KEY_REFRESH.observation(
                    conventions.keyRefresh(), keyRefresh, () -> context, registry);
            if (parent != null) {
                observation.parentObservation(parent);
            }
            return start(observation, (running, report) -> {
                context.setReport(report);
                report.failure().ifPresent(running::error);
            });
        };
    }

    @Override
    public Consumer<CallbackReport> callbackReceived() {
        CallbackObservationContext context = new CallbackObservationContext(client);
        return start(
                IamSmartObservation.CALLBACK.observation(conventions.callback(), callback, () -> context, registry),
                (observation, report) -> context.setReport(report));
    }

    @Override
    public Consumer<AnswerReport> answerFound(TracedRequest request) {
        AnswerObservationContext context =
                new AnswerObservationContext(client, request.kind().orElse(OTHER), request, headers(request));
        return start(
                IamSmartObservation.ANSWER.observation(conventions.answer(), answer, () -> context, registry),
                (observation, report) -> context.setReport(report));
    }

    @Override
    public Consumer<DeliveryReport> deliveryStarted(TracedRequest request) {
        DeliveryObservationContext context =
                new DeliveryObservationContext(client, request.kind().orElse(OTHER), request, headers(request));
        return start(
                IamSmartObservation.DELIVERY.observation(conventions.delivery(), delivery, () -> context, registry),
                (observation, report) -> {
                    context.setReport(report);
                    report.failure().ifPresent(failure -> observation.error(new DeliveryFailure(failure)));
                });
    }

    @Override
    public Optional<String> traceParent() {
        return traces.current();
    }

    private Map<String, String> headers(TracedRequest request) {
        return request.traceParent().map(traces::headers).orElse(Map.of());
    }

    private static <R> Consumer<R> start(Observation observation, BiConsumer<Observation, R> end) {
        if (observation.isNoop()) {
            return report -> {};
        }
        Observation.Scope scope = observation.start().openScope();
        return report -> {
            try {
                end.accept(observation, report);
            } finally {
                scope.close();
                observation.stop();
            }
        };
    }
}
