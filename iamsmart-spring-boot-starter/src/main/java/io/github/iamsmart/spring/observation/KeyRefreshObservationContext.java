package io.github.iamsmart.spring.observation;

import io.github.iamsmart.listener.KeyReport;
import io.micrometer.observation.Observation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fetch of the content key (CEK). For the thread that makes it. */
public class KeyRefreshObservationContext extends Observation.Context {

    private final String client;
    private @Nullable KeyReport report;

    /**
     * Creates it.
     *
     * @param client the name of the client
     */
    public KeyRefreshObservationContext(String client) {
        this.client = client;
    }

    /** {@return the name of the client} */
    public final String client() {
        return client;
    }

    /** {@return how it ended; empty while it runs} */
    public final Optional<KeyReport> report() {
        return Optional.ofNullable(report);
    }

    /**
     * Takes how it ended.
     *
     * @param value the report
     */
    public final void setReport(KeyReport value) {
        this.report = value;
    }
}
