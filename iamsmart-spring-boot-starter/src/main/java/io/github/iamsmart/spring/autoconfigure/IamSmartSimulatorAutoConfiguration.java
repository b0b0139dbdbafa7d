package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.IamSmartSimulatorBuilder;
import io.github.iamsmart.simulator.SimulatorException;
import io.github.iamsmart.spring.CallbackUrlListener;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.client.EmbeddedSimulatorChoice;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.properties.IamSmartSimulatorProperties;
import io.github.iamsmart.spring.internal.simulator.EmbeddedConnection;
import io.github.iamsmart.spring.internal.simulator.EmbeddedGateway;
import io.github.iamsmart.spring.internal.simulator.EmbeddedSimulator;
import io.github.iamsmart.spring.internal.text.YamlLines;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the simulator inside the application, where it is on the class path: it starts when no client
 * of a real gateway is configured. Its beans are the same in every configuration, so that an application that was
 * processed ahead of time chooses when it starts; where no simulator does, they are {@code null}, which for Spring is
 * as if they were not there.
 */
@AutoConfiguration(before = IamSmartAutoConfiguration.class)
@ConditionalOnClass(IamSmartSimulator.class)
@ConditionalOnProperty(prefix = IamSmartProperties.PREFIX, name = "enabled", matchIfMissing = true)
@ConditionalOnMissingBean({IamSmartClient.class, IamSmartConnectionDetails.class})
@EnableConfigurationProperties(IamSmartSimulatorProperties.class)
public final class IamSmartSimulatorAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IamSmartSimulatorAutoConfiguration.class);

    /** Creates the configuration. */
    public IamSmartSimulatorAutoConfiguration() {}

    @Bean
    EmbeddedSimulatorChoice iamSmartEmbeddedSimulatorChoice(Environment environment) {
        EmbeddedSimulatorChoice choice = EmbeddedSimulatorChoice.of(environment);
        log.debug(
                "The iAM Smart simulator {} inside the application: {}",
                choice.embedded() ? "starts" : "does not start",
                choice.because());
        return choice;
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    @Nullable
    IamSmartSimulator iamSmartSimulator(EmbeddedSimulatorChoice choice, IamSmartSimulatorProperties properties) {
        return choice.embedded() ? start(properties) : null;
    }

    private static IamSmartSimulator start(IamSmartSimulatorProperties properties) {
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
    @Nullable
    EmbeddedGateway iamSmartEmbeddedGateway(
            EmbeddedSimulatorChoice choice, ObjectProvider<IamSmartSimulator> simulator, Environment environment) {
        String name = environment.getProperty("spring.application.name", "");
        return choice.embedded() ? new EmbeddedSimulator(simulator.getObject(), name) : null;
    }

    /** A bean of its own, since the type of the connection does not say before it is made that it listens. */
    @Bean
    CallbackUrlListener iamSmartSimulatorCallbackUrls(ObjectProvider<IamSmartConnectionDetails> connection) {
        return connection.getIfUnique() instanceof EmbeddedConnection embedded ? embedded::onCallbackUrl : url -> {};
    }
}
