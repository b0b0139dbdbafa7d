package io.github.iamsmart.simulator.client;

import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** All registered clients. */
public final class ClientRegistry {
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    /** A registration starts afresh: no CEK, no nonce and no businessID seen. */
    public void register(ClientRegistration registration) {
        clients.put(registration.clientId(), new Client(registration));
    }

    public Optional<Client> find(String clientId) {
        return Optional.ofNullable(clients.get(clientId));
    }

    public List<Client> all() {
        return List.copyOf(clients.values());
    }

    public Client get(String clientId) {
        return find(clientId)
                .orElseThrow(() -> new SimulatorException(
                        Kind.UNKNOWN_CLIENT, "No client is registered as '" + clientId + "'; register it first."));
    }

    /** Changes a registration and keeps its keys and what was seen. */
    public void change(String clientId, UnaryOperator<ClientRegistration> change) {
        get(clientId).change(change);
    }

    /** Forgets keys, nonces, timestamps and businessIDs, keeps the registrations. */
    public void reset() {
        List.copyOf(clients.values()).forEach(client -> register(client.registration()));
    }
}
