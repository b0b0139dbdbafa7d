package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.CallbackUrlListener;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.client.StandaloneSimulatorAddress;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.simulator.EphemeralKek;
import io.github.iamsmart.spring.internal.simulator.StandaloneSimulatorConnection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Auto-configuration of a connection to a simulator that runs on its own, such as one that several applications share:
 * where {@code iamsmart.environment} is {@code simulator} and {@code iamsmart.base-url} says where it is, the
 * application registers itself.
 */
@AutoConfiguration(before = {IamSmartSimulatorAutoConfiguration.class, IamSmartAutoConfiguration.class})
@ConditionalOnProperty(prefix = IamSmartProperties.PREFIX, name = "enabled", matchIfMissing = true)
@ConditionalOnMissingBean({IamSmartClient.class, IamSmartConnectionDetails.class})
@Conditional(OnStandaloneSimulator.class)
@ConditionalOnDefaultClient
@EnableConfigurationProperties(IamSmartProperties.class)
public final class IamSmartStandaloneSimulatorAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartStandaloneSimulatorAutoConfiguration() {}

    @Bean
    StandaloneSimulatorConnection iamSmartStandaloneSimulatorConnection(
            IamSmartProperties properties,
            ObjectProvider<KekKeyPair> keks,
            org.springframework.core.env.Environment environment) {
        Environment simulator = StandaloneSimulatorAddress.of(properties);
        return StandaloneSimulatorConnection.register(
                simulator,
                keks.orderedStream().findFirst().orElseGet(EphemeralKek::generate),
                environment.getProperty("spring.application.name", ""));
    }

    @Bean
    CallbackUrlListener iamSmartStandaloneSimulatorCallbackUrls(StandaloneSimulatorConnection connection) {
        return connection::onCallbackUrl;
    }
}
