package io.github.iamsmart.simulator.request;

import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last 10,000 requests, the oldest first. */
public final class RequestRegistry {
    private static final int CAPACITY = 10_000;

    private final Map<String, PendingRequest> byTicket = new LinkedHashMap<>();

    public synchronized void add(PendingRequest request) {
        if (byTicket.size() == CAPACITY) {
            Iterator<String> oldest = byTicket.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        byTicket.put(request.terms().ticketId(), request);
    }

    public synchronized Optional<PendingRequest> find(String ticketId) {
        return Optional.ofNullable(byTicket.get(ticketId));
    }

    public PendingRequest get(String ticketId) {
        return find(ticketId)
                .orElseThrow(() ->
                        new SimulatorException(Kind.UNKNOWN_REQUEST, "No request has the ticket '" + ticketId + "'."));
    }

    public synchronized List<PendingRequest> all() {
        return List.copyOf(byTicket.values());
    }

    public synchronized void clear() {
        byTicket.clear();
    }
}
