package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.DeliveryReport;
import io.github.iamsmart.listener.TracedRequest;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt to deliver an outcome, which joins the trace of its request. For the thread that makes it. */
public class DeliveryObservationContext extends ReceiverContext<Map<String, String>> {

    private final String client;
    private final String kind;
    private final TracedRequest request;
    private @Nullable DeliveryReport report;

    /**
     * Creates it.
     *
     * @param client the name of the client
     * @param kind the name of the kind of request, of those that the client knows
     * @param request the request
     * @param traceHeaders of the trace to join, as a propagator has written them; empty if there is none
     */
    @SuppressWarnings("this-escape") // setters of the superclass, which nobody overrides before
    public DeliveryObservationContext(
            String client, String kind, TracedRequest request, Map<String, String> traceHeaders) {
        super(Map::get, Kind.CONSUMER);
        this.client = client;
        this.kind = kind;
        this.request = request;
        setCarrier(traceHeaders);
    }

    /** {@return the name of the client} */
    public final String client() {
        return client;
    }

    /** {@return the name of the kind of request; {@code other} for one that the client does not know} */
    public final String kind() {
        return kind;
    }

    /** {@return the id of the request at the gateway; too many values for a metric} */
    public final String businessId() {
        return request.businessId();
    }

    /** {@return the number of the attempt, from 1} */
    public final int attempt() {
        return request.attempt();
    }

    /** {@return how it ended, with what the handler threw; empty while it runs} */
    public final Optional<DeliveryReport> report() {
        return Optional.ofNullable(report);
    }

    /**
     * Takes how it ended.
     *
     * @param value the report
     */
    public final void setReport(DeliveryReport value) {
        this.report = value;
    }
}
