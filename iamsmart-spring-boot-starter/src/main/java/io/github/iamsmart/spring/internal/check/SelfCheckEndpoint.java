package io.github.iamsmart.spring.internal.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The endpoint {@code iamsmart} of the actuator: the self-check, made when somebody asks. Spring Boot's own rules say
 * whether it is there and who may ask. Thread-safe.
 */
@Endpoint(id = "iamsmart")
public final class SelfCheckEndpoint {

    private final ClientChecks checks;

    /**
     * Creates the endpoint.
     *
     * @param checks makes the checks
     */
    public SelfCheckEndpoint(ClientChecks checks) {
        this.checks = checks;
    }

    /** {@return the checks of all clients} */
    @ReadOperation
    public Map<String, Object> all() {
        return shown(checks.all());
    }

    /**
     * {@return the check of one client; {@code null}, which is 404, if there is none of that name}
     *
     * @param client its name
     */
    @ReadOperation
    public @Nullable Map<String, Object> one(@Selector String client) {
        List<CheckedClient> checked = checks.one(client);
        return checked.isEmpty() ? null : shown(checked);
    }

    /** Maps and texts: every version of Jackson writes them the same way. */
    private static Map<String, Object> shown(List<CheckedClient> clients) {
        Map<String, Object> byName = new LinkedHashMap<>();
        clients.forEach(client -> byName.put(client.name(), client.shown()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("status", CheckedClient.worst(clients).name());
        shown.put("clients", byName);
        return shown;
    }
}
