package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.DeliveryReport;
import io.github.iamsmart.listener.TracedRequest;
import java.util.Map;

/** An attempt to deliver an outcome, which joins the trace of its request. For the thread that makes it. */
public non-sealed class DeliveryObservationContext extends RequestObservationContext<DeliveryReport> {

    /**
     * Creates it.
     *
     * @param client the name of the client
     * @param kind the name of the kind of request, of those that the client knows
     * @param request the request
     * @param traceHeaders of the trace to join, as a propagator has written them; empty if there is none
     */
    public DeliveryObservationContext(
            String client, String kind, TracedRequest request, Map<String, String> traceHeaders) {
        super(client, kind, request, traceHeaders);
    }

    /** {@return the number of the attempt, from 1} */
    public final int attempt() {
        return request().attempt();
    }
}
