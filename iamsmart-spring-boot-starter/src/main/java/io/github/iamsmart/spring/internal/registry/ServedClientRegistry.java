package io.github.iamsmart.spring.internal.registry;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.IamSmartClientRegistry;
import java.util.List;

/**
 * The clients that this application serves.
 *
 * @param all in the order of the configuration
 */
public record ServedClientRegistry(List<ServedClient> all) implements IamSmartClientRegistry {

    /**
     * Keeps a copy.
     *
     * @param all in the order of the configuration
     */
    public ServedClientRegistry {
        all = List.copyOf(all);
    }

    @Override
    public List<String> names() {
        return all.stream().map(ServedClient::name).toList();
    }

    @Override
    public IamSmartClient client(String name) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(ServedClient::client)
                .orElseThrow(() -> new ConfigurationException(
                        "There is no iAM Smart client '" + name + "'; there are: " + String.join(", ", names()) + "."));
    }
}
