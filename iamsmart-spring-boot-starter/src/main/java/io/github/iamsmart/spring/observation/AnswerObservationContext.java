package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.AnswerReport;
import io.github.iamsmart.listener.TracedRequest;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer to a request, which joins the trace of the request. For the thread that takes it. */
public class AnswerObservationContext extends ReceiverContext<Map<String, String>> {

    private final String client;
    private final String kind;
    private final TracedRequest request;
    private @Nullable AnswerReport report;

    /**
     * Creates it.
     *
     * @param client the name of the client
     * @param kind the name of the kind of request, of those that the client knows
     * @param request the request
     * @param traceHeaders of the trace to join, as a propagator has written them; empty if there is none
     */
    @SuppressWarnings("this-escape") // setters of the superclass, which nobody overrides before
    public AnswerObservationContext(
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

    /** {@return what became of it; empty until then} */
    public final Optional<AnswerReport> report() {
        return Optional.ofNullable(report);
    }

    /**
     * Takes what became of it.
     *
     * @param value the report
     */
    public final void setReport(AnswerReport value) {
        this.report = value;
    }
}
