package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.signing.verification.SignatureVerifier;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The named clients, which are the factory of their beans. */
final class NamedClientMap {

    /** The name of the bean. */
    static final String BEAN = "iamSmartNamedClients";

    private final Map<String, NamedClientWiring> clients;

    NamedClientMap(Map<String, NamedClientWiring> clients) {
        this.clients = clients;
    }

    Collection<NamedClientWiring> all() {
        return clients.values();
    }

    List<String> names() {
        return List.copyOf(clients.keySet());
    }

    Stream<IamSmartProperties> properties() {
        return clients.values().stream().map(client -> client.configured().properties());
    }

    NamedClientWiring of(String name) {
        NamedClientWiring client = clients.get(name);
        if (client == null) {
            throw new ConfigurationException("There is no iamsmart.clients." + name + ", but this application was"
                    + " processed ahead of time (AOT) with it: its clients are built in. Configure it, or build the"
                    + " application again.");
        }
        return client;
    }

    /** Makes the bean of a client. */
    IamSmartClient client(String name) {
        return of(name).make();
    }

    /** Makes the bean of what verifies its signatures; none where nobody says whom to trust. */
    @Nullable
    SignatureVerifier verifier(String name) {
        return of(name).verifier();
    }
}
