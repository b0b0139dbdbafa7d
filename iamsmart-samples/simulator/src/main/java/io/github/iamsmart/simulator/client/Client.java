package io.github.iamsmart.simulator.client;

import io.github.iamsmart.simulator.ClientRegistration;

/** A registered client and what the gateway remembers of it. */
public final class Client {
    private final ClientKeys keys = new ClientKeys();
    private final SeenRequests seen = new SeenRequests();
    private final UsedBusinessIds businessIds = new UsedBusinessIds();
    private volatile ClientRegistration registration;

    Client(ClientRegistration registration) {
        this.registration = registration;
    }

    public String id() {
        return registration.clientId();
    }

    public ClientRegistration registration() {
        return registration;
    }

    public ClientKeys keys() {
        return keys;
    }

    public SeenRequests seen() {
        return seen;
    }

    public UsedBusinessIds businessIds() {
        return businessIds;
    }

    void change(ClientRegistration changed) {
        registration = changed;
    }
}
