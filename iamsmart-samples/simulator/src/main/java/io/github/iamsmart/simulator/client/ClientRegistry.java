package io.github.iamsmart.simulator.client;

import io.github.iamsmart.simulator.ClientRegistration;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.simulator.SimulatorException.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** All registered clients. */
public final class ClientRegistry {
    static final int CAPACITY = 10_000;

    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Consumer<Collection<ClientRegistration>> keeper;

    /** Keeps nothing beyond its own life. */
    public ClientRegistry() {
        this(List.of(), registrations -> {});
    }

    /**
     * A registry whose registrations somebody keeps.
     *
     * @param kept what was kept before
     * @param keeper is given all of them before a change becomes effective; what it throws prevents the change
     */
    public ClientRegistry(Collection<ClientRegistration> kept, Consumer<Collection<ClientRegistration>> keeper) {
        this.keeper = keeper;
        kept.forEach(registration -> clients.put(registration.clientId(), new Client(registration)));
    }

    /** A registration starts afresh: no CEK, no nonce and no businessID seen. */
    public void register(ClientRegistration registration) {
        registerAll(List.of(registration));
    }

    /** As {@link #register}, all or none. */
    public synchronized void registerAll(Collection<ClientRegistration> registrations) {
        Map<String, ClientRegistration> before = registrations();
        Map<String, ClientRegistration> after = new LinkedHashMap<>(before);
        registrations.forEach(registration -> after.put(registration.clientId(), registration));
        if (after.size() > CAPACITY) {
            throw new SimulatorException(
                    Kind.INVALID, "There can be " + CAPACITY + " clients; remove some with DELETE /control/clients/….");
        }
        if (!after.equals(before)) {
            keeper.accept(after.values());
        }
        registrations.forEach(registration -> clients.put(registration.clientId(), new Client(registration)));
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

    /** What pages in this language call a client; of one that was removed, its id. */
    public String nameOf(String clientId, String language) {
        return find(clientId)
                .map(client -> client.registration().nameIn(language))
                .orElse(clientId);
    }

    /** Changes a registration and keeps its keys and what was seen. */
    public synchronized void change(String clientId, UnaryOperator<ClientRegistration> change) {
        Client client = get(clientId);
        ClientRegistration changed = change.apply(client.registration());
        Map<String, ClientRegistration> after = registrations();
        after.put(clientId, changed);
        keeper.accept(after.values());
        client.change(changed);
    }

    /** Its calls are refused from now on. */
    public synchronized void remove(String clientId) {
        get(clientId);
        Map<String, ClientRegistration> after = registrations();
        after.remove(clientId);
        keeper.accept(after.values());
        clients.remove(clientId);
    }

    /** Forgets keys, nonces, timestamps and businessIDs, keeps the registrations. */
    public synchronized void reset() {
        clients.replaceAll((id, client) -> new Client(client.registration()));
    }

    private Map<String, ClientRegistration> registrations() {
        Map<String, ClientRegistration> registrations = new LinkedHashMap<>();
        clients.values().stream()
                .map(Client::registration)
                .sorted((one, other) -> one.clientId().compareTo(other.clientId()))
                .forEach(registration -> registrations.put(registration.clientId(), registration));
        return registrations;
    }
}
