package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.IamSmartSimulatorBuilder;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.properties.IamSmartSimulatorProperties;
import io.github.iamsmart.spring.internal.simulator.EmbeddedSimulatorConnection;
import io.github.iamsmart.spring.internal.simulator.EphemeralKek;
import io.github.iamsmart.spring.internal.text.YamlLines;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the simulator inside the application: where it is on the class path and no client of a real
 * gateway is configured.
 */
@AutoConfiguration(before = IamSmartAutoConfiguration.class)
@ConditionalOnClass(IamSmartSimulator.class)
@ConditionalOnProperty(prefix = IamSmartProperties.PREFIX, name = "enabled", matchIfMissing = true)
@Conditional(OnEmbeddedSimulator.class)
@ConditionalOnMissingBean({IamSmartClient.class, IamSmartConnectionDetails.class})
@EnableConfigurationProperties(IamSmartSimulatorProperties.class)
public final class IamSmartSimulatorAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartSimulatorAutoConfiguration() {}

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    IamSmartSimulator iamSmartSimulator(IamSmartSimulatorProperties properties) {
        try {
            IamSmartSimulatorBuilder builder =
                    IamSmartSimulator.builder().host(properties.host()).port(properties.port());
            if (properties.tlsPort() != null) {
                builder.tlsPort(properties.tlsPort());
            }
            return builder.start();
        } catch (SimulatorException e) {
            throw new IamSmartPropertyException(
                    "The iAM Smart simulator inside the application cannot start: " + e.getMessage(),
                    "Stop what uses the port, or write another one (0 for any free port, as tests should):\n\n"
                            + YamlLines.of(IamSmartProperties.PREFIX + ".simulator.port", "0"),
                    e);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    KekKeyPair iamSmartKek() {
        return EphemeralKek.generate();
    }

    @Bean
    EmbeddedSimulatorConnection iamSmartConnectionDetails(
            IamSmartSimulator simulator, KekKeyPair kek, Environment environment) {
        return EmbeddedSimulatorConnection.register(
                simulator, kek, environment.getProperty("spring.application.name", ""));
    }
}
