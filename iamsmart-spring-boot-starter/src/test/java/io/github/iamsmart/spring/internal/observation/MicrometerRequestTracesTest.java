package io.github.iamsmart.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;

import brave.Tracing;
import brave.propagation.ThreadLocalCurrentTraceContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.brave.bridge.BraveBaggageManager;
import io.micrometer.tracing.brave.bridge.BraveCurrentTraceContext;
import io.micrometer.tracing.brave.bridge.BravePropagator;
import io.micrometer.tracing.brave.bridge.BraveTracer;
import io.micrometer.tracing.brave.bridge.W3CPropagation;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrometerRequestTracesTest {

    private Tracing tracing = Tracing.newBuilder().build();

    @AfterEach
    void close() {
        tracing.close();
    }

    private Tracer tracer(boolean w3c) {
        tracing.close();
        Tracing.Builder builder = Tracing.newBuilder()
                .currentTraceContext(ThreadLocalCurrentTraceContext.create())
                .traceId128Bit(w3c);
        tracing = (w3c ? builder.propagationFactory(new W3CPropagation()) : builder).build();
        return new BraveTracer(
                tracing.tracer(),
                new BraveCurrentTraceContext(tracing.currentTraceContext()),
                new BraveBaggageManager());
    }

    /** Whichever headers the application's propagator reads, and however long its trace ids are. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTraceIsFoundAgainByThePropagatorOfTheApplication(boolean w3c) {
        Tracer tracer = tracer(w3c);
        Propagator propagator = new BravePropagator(tracing);
        RequestTraces traces = new MicrometerRequestTraces(tracer, propagator);
        assertThat(traces.current()).isEmpty();
        Span begin = tracer.nextSpan().start();

        Optional<String> kept;
        try (Tracer.SpanInScope scope = tracer.withSpan(begin)) {
            kept = traces.current();
        }
        begin.end();

        assertThat(kept.orElseThrow())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .contains(begin.context().traceId());
        Map<String, String> headers = traces.headers(kept.get());
        assertThat(headers).containsKey(w3c ? "traceparent" : "X-B3-TraceId");
        Span later = propagator.extract(headers, Map::get).start();
        assertThat(later.context().traceId()).endsWith(begin.context().traceId());
        assertThat(later.context().parentId()).isEqualTo(begin.context().spanId());
        later.end();
    }
}
