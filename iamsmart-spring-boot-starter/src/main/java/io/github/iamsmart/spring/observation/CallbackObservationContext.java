package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.CallbackReport;
import io.micrometer.observation.Observation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A callback that has come. For the thread that takes it. */
public class CallbackObservationContext extends Observation.Context {

    private final String client;
    private @Nullable CallbackReport report;

    /**
     * Creates it.
     *
     * @param client the name of the client
     */
    public CallbackObservationContext(String client) {
        this.client = client;
    }

    /** {@return the name of the client} */
    public final String client() {
        return client;
    }

    /** {@return what became of it; empty until then} */
    public final Optional<CallbackReport> report() {
        return Optional.ofNullable(report);
    }

    /**
     * Takes what became of it.
     *
     * @param value the report
     */
    public final void setReport(CallbackReport value) {
        this.report = value;
    }
}
