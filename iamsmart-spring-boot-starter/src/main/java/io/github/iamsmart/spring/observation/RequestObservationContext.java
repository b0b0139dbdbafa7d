package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.TracedRequest;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What joins the trace of a request. For the thread that does the work.
 *
 * @param <R> what tells how it ended
 */
public abstract sealed class RequestObservationContext<R> extends ReceiverContext<Map<String, String>>
        permits AnswerObservationContext, DeliveryObservationContext {

    private final String client;
    private final String kind;
    private final TracedRequest request;
    private @Nullable R report;

    @SuppressWarnings("this-escape") // setters of the superclass, which nobody overrides before
    RequestObservationContext(String client, String kind, TracedRequest request, Map<String, String> traceHeaders) {
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

    /** {@return how it ended; empty until then} */
    public final Optional<R> report() {
        return Optional.ofNullable(report);
    }

    /**
     * Takes how it ended.
     *
     * @param value the report
     */
    public final void setReport(R value) {
        this.report = value;
    }

    final TracedRequest request() {
        return request;
    }
}
