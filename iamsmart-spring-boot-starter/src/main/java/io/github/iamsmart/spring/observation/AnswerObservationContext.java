package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.AnswerReport;
import io.github.iamsmart.listener.TracedRequest;
import java.util.Map;

/** An answer to a request, which joins the trace of the request. For the thread that takes it. */
public non-sealed class AnswerObservationContext extends RequestObservationContext<AnswerReport> {

    /**
     * Creates it.
     *
     * @param client the name of the client
     * @param kind the name of the kind of request, of those that the client knows
     * @param request the request
     * @param traceHeaders of the trace to join, as a propagator has written them; empty if there is none
     */
    public AnswerObservationContext(
            String client, String kind, TracedRequest request, Map<String, String> traceHeaders) {
        super(client, kind, request, traceHeaders);
    }
}
