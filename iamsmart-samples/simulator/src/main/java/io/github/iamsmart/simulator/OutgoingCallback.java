package io.github.iamsmart.simulator;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A callback that is about to be posted to a service: sealed, byte for byte as it goes over the wire. Immutable; its
 * {@code toString} shows nothing of the content.
 */
public final class OutgoingCallback {
    private final String ticketId;
    private final URI target;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Function<List<Fault>, OutgoingCallback> again;

    /**
     * Made by the simulator.
     *
     * @param ticketId of the request that it answers
     * @param target where it goes
     * @param headers by name
     * @param body the bytes
     * @param again writes it once more, with faults
     */
    public OutgoingCallback(
            String ticketId,
            URI target,
            Map<String, String> headers,
            byte[] body,
            Function<List<Fault>, OutgoingCallback> again) {
        this.ticketId = ticketId;
        this.target = target;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
        this.again = again;
    }

    /** {@return the ticket of the request that it answers} */
    public String ticketId() {
        return ticketId;
    }

    /** {@return where it goes} */
    public URI target() {
        return target;
    }

    /** {@return the headers by name, {@code Content-Type} among them; unmodifiable} */
    public Map<String, String> headers() {
        return headers;
    }

    /** {@return a copy of the body} */
    public byte[] body() {
        return body.clone();
    }

    /**
     * {@return the same answer, written and sealed once more with these faults} Faults that decide whether, when and
     * how often a callback is sent do nothing here.
     *
     * @param faults of the stage {@link FaultKind.Stage#CALLBACK}
     */
    public OutgoingCallback with(Fault... faults) {
        return again.apply(List.of(faults));
    }

    @Override
    public String toString() {
        return "OutgoingCallback[ticketId=" + ticketId + ", bytes=" + body.length + "]";
    }
}
