package io.github.iamsmart.spring.internal.registry;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import org.jspecify.annotations.Nullable;

/**
 * A client that this application serves.
 *
 * @param configured its name and properties
 * @param client the client itself
 * @param connection the gateway it talks to, and as whom; {@code null} if the application makes the client itself
 * @param endpoints where its endpoints are; {@code null} without Spring MVC
 */
public record ServedClient(
        ConfiguredClient configured,
        IamSmartClient client,
        @Nullable IamSmartConnectionDetails connection,
        @Nullable EndpointSettings endpoints) {

    /** {@return its name} */
    public String name() {
        return configured.name();
    }
}
