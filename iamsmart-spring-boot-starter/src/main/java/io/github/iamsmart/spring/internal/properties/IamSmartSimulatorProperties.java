package io.github.iamsmart.spring.internal.properties;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulator that starts inside the application while it is developed.
 *
 * @param enabled Whether the simulator on the class path is started. Unless set, it is when no client is configured.
 * @param host Address that the simulator listens on.
 * @param port Port that the simulator listens on, 0 for any free one.
 * @param tlsPort Port that the simulator listens on with TLS, 0 for any free one. No TLS unless set.
 */
@ConfigurationProperties(IamSmartProperties.PREFIX + ".simulator")
public record IamSmartSimulatorProperties(
        @Nullable Boolean enabled,
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("8090") int port,
        @Nullable Integer tlsPort) {}
