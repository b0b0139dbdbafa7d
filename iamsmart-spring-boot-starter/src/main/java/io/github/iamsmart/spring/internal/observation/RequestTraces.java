package io.github.iamsmart.spring.internal.observation;

import java.util.Map;
import java.util.Optional;

/** Carries the trace of a request from where it was sent to where its answer comes, minutes later and elsewhere. */
public interface RequestTraces {

    /** For an application that does not trace. */
    RequestTraces NONE = new RequestTraces() {
        @Override
        public Optional<String> current() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> headers(String traceParent) {
            return Map.of();
        }
    };

    /** {@return the trace of this thread, as a W3C {@code traceparent}} */
    Optional<String> current();

    /**
     * {@return the headers by which the application's propagator knows a trace, whatever format it reads}
     *
     * @param traceParent the trace
     */
    Map<String, String> headers(String traceParent);
}
