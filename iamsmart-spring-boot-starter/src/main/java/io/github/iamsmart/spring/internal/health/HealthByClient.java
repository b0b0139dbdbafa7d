package io.github.iamsmart.spring.internal.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The health of each of several clients.
 *
 * @param clients by their names
 */
public record HealthByClient(Map<String, ClientHealth> clients) {

    /**
     * Keeps a copy.
     *
     * @param clients by their names
     */
    public HealthByClient {
        clients = Collections.unmodifiableMap(new LinkedHashMap<>(clients));
    }
}
