package io.github.iamsmart.spring.internal.observation;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The traces of Micrometer Tracing, whichever tracer is below. Thread-safe. */
public final class MicrometerRequestTraces implements RequestTraces {

    private static final int TRACE_ID = 32;
    private static final int TRACE_ID_START = 3;
    private static final int SPAN_ID_START = TRACE_ID_START + TRACE_ID + 1;
    private static final int FLAGS_START = 53;

    private final Tracer tracer;
    private final Propagator propagator;

    /**
     * Creates it.
     *
     * @param tracer knows the span of the thread
     * @param propagator writes the headers
     */
    public MicrometerRequestTraces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public Optional<String> current() {
        Span span = tracer.currentSpan();
        if (span == null || span.isNoop()) {
            return Optional.empty();
        }
        TraceContext context = span.context();
        String traceId = context.traceId();
        if (traceId.isEmpty() || traceId.length() > TRACE_ID) {
            return Optional.empty();
        }
        String padded = "0".repeat(TRACE_ID - traceId.length()) + traceId;
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return Optional.of(("00-" + padded + "-" + context.spanId() + "-" + flags).toLowerCase(Locale.ROOT));
    }

    @Override
    public Map<String, String> headers(String traceParent) {
        boolean sampled = (Integer.parseInt(traceParent.substring(FLAGS_START), 16) & 1) != 0;
        TraceContext context = tracer.traceContextBuilder()
                .traceId(traceParent.substring(TRACE_ID_START, TRACE_ID_START + TRACE_ID))
                .spanId(traceParent.substring(SPAN_ID_START, FLAGS_START - 1))
                .sampled(sampled)
                .build();
        Map<String, String> headers = new HashMap<>();
        propagator.inject(context, headers, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.put(name, value);
            }
        });
        return headers;
    }
}
