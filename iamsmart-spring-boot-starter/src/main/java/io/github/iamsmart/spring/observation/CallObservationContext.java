package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.CallReport;
import io.github.iamsmart.listener.OutgoingCall;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.Propagator;
import io.micrometer.observation.transport.SenderContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call to the gateway. For the thread that makes it. */
public class CallObservationContext extends SenderContext<OutgoingCall> {

    private final String client;
    private final OutgoingCall call;
    private @Nullable CallReport report;

    /**
     * Creates it.
     *
     * @param client the name of the client
     * @param call which call
     * @param sendsTraceHeaders whether the gateway gets the headers of the trace
     */
    @SuppressWarnings("this-escape") // setters of the superclass, which nobody overrides before
    public CallObservationContext(String client, OutgoingCall call, boolean sendsTraceHeaders) {
        super(setter(sendsTraceHeaders), Kind.CLIENT);
        this.client = client;
        this.call = call;
        setCarrier(call);
        setRemoteServiceName("iamsmart");
    }

    private static Propagator.Setter<OutgoingCall> setter(boolean sendsTraceHeaders) {
        return (carrier, name, value) -> {
            if (sendsTraceHeaders && carrier != null) {
                carrier.header(name, value);
            }
        };
    }

    /** {@return the name of the client} */
    public final String client() {
        return client;
    }

    /** {@return the name of the call; empty for a path that the application chose itself} */
    public final Optional<String> api() {
        return call.api();
    }

    /** {@return how it ended; empty while it runs} */
    public final Optional<CallReport> report() {
        return Optional.ofNullable(report);
    }

    /**
     * Takes how it ended.
     *
     * @param value the report
     */
    public final void setReport(CallReport value) {
        this.report = value;
    }
}
