package io.github.iamsmart.spring.internal.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;

/** Shows the health of each of several clients to the actuator of Spring Boot 4. */
public final class Boot4HealthByClient implements CompositeHealthContributor {

    private final Map<String, HealthContributor> clients = new LinkedHashMap<>();

    /**
     * Creates it.
     *
     * @param health what to show, by the names of the clients
     */
    public Boot4HealthByClient(HealthByClient health) {
        health.clients().forEach((name, client) -> clients.put(name, new Boot4HealthIndicator(client)));
    }

    @Override
    public @Nullable HealthContributor getContributor(String name) {
        return clients.get(name);
    }

    @Override
    public Stream<Entry> stream() {
        return clients.entrySet().stream().map(client -> new Entry(client.getKey(), client.getValue()));
    }
}
