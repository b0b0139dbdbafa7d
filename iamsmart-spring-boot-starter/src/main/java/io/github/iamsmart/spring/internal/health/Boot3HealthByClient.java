package io.github.iamsmart.spring.internal.health;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.NamedContributor;

/** Shows the health of each of several clients to the actuator of Spring Boot 3. */
public final class Boot3HealthByClient implements CompositeHealthContributor {

    private final Map<String, HealthContributor> clients = new LinkedHashMap<>();

    /**
     * Creates it.
     *
     * @param health what to show, by the names of the clients
     */
    public Boot3HealthByClient(HealthByClient health) {
        health.clients().forEach((name, client) -> clients.put(name, new Boot3HealthIndicator(client)));
    }

    @Override
    public @Nullable HealthContributor getContributor(String name) {
        return clients.get(name);
    }

    @Override
    public Iterator<NamedContributor<HealthContributor>> iterator() {
        return clients.entrySet().stream()
                .map(client -> NamedContributor.of(client.getKey(), client.getValue()))
                .iterator();
    }
}
