package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.diagnostics.IamSmartPropertyException;
import io.github.iamsmart.spring.internal.properties.ClientPrefix;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.properties.IamSmartSimulatorProperties;
import io.github.iamsmart.spring.internal.properties.KnownProperties;
import io.github.iamsmart.spring.internal.registry.ServedClient;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import io.github.iamsmart.spring.internal.settings.NamedClients;
import io.github.iamsmart.spring.internal.settings.WrittenValues;
import io.github.iamsmart.spring.internal.simulator.EmbeddedGateway;
import io.github.iamsmart.spring.internal.simulator.EphemeralKek;
import io.github.iamsmart.spring.internal.text.YamlLines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Auto-configuration of the clients of {@code iamsmart.clients}, each a bean with its name as the qualifier. */
@AutoConfiguration(
        after = IamSmartAutoConfiguration.class,
        before = {
            IamSmartEndpointsAutoConfiguration.class,
            IamSmartHealthAutoConfiguration.class,
            IamSmartRegistryAutoConfiguration.class,
            IamSmartRequestsAutoConfiguration.class,
            IamSmartSigningAutoConfiguration.class,
            IamSmartWithoutMvcAutoConfiguration.class
        })
@ConditionalOnProperty(prefix = IamSmartProperties.PREFIX, name = "enabled", matchIfMissing = true)
@Conditional(OnNamedClients.class)
@Import(NamedClientRegistrar.class)
public final class IamSmartNamedClientsAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartNamedClientsAutoConfiguration() {}

    @Bean(NamedClientMap.BEAN)
    NamedClientMap iamSmartNamedClients(
            ConfigurableListableBeanFactory beans,
            Environment environment,
            IamSmartSimulatorProperties simulator,
            ObjectProvider<EmbeddedGateway> embedded,
            ResourceLoader resources) {
        new WrittenValues(environment, KnownProperties.ofThisJar()).check();
        NamedClients settings = new NamedClients(environment);
        settings.requireNoIdentityAbove();
        List<String> names = settings.names();
        // One for all: to make a hundred would take longer than all the rest.
        KekKeyPair simulated = embedded.getIfAvailable() == null ? null : EphemeralKek.generate();
        Map<String, NamedClientWiring> clients = new LinkedHashMap<>();
        for (String name : names) {
            requireBuiltIn(beans, name);
            clients.put(
                    name,
                    new NamedClientWiring(
                            IamSmartAutoConfiguration.withSecrets(settings.client(name), resources),
                            settings.directLogin(name),
                            new ClientBeans(beans, name, names),
                            simulator,
                            embedded,
                            resources,
                            simulated,
                            !beans.containsBean("iamSmartClient." + name)));
        }
        requireDifferent(clients);
        return new NamedClientMap(clients);
    }

    private static void requireBuiltIn(ConfigurableListableBeanFactory beans, String name) {
        boolean there = Arrays.stream(beans.getBeanNamesForType(IamSmartClient.class, true, false))
                .anyMatch(bean -> BeanFactoryAnnotationUtils.isQualifierMatch(name::equals, bean, beans));
        if (!there) {
            throw new ConfigurationException("There is " + new ClientPrefix(name).text() + ", but this application was"
                    + " processed ahead of time (AOT) without it: its clients are built in. Remove it, or build the"
                    + " application again with it.");
        }
    }

    /** Under two names, a client would overtake its own timestamps, and lose its key by what the other one does. */
    private static void requireDifferent(Map<String, NamedClientWiring> clients) {
        Map<String, String> names = new HashMap<>();
        clients.forEach((name, client) -> {
            IamSmartConnectionDetails connection = client.connection();
            if (connection == null) {
                return;
            }
            String before = names.put(connection.environment().baseUrl() + " " + connection.clientId(), name);
            if (before != null) {
                String property = client.configured().property("client-id");
                throw new IamSmartPropertyException(
                        property + " is that of " + new ClientPrefix(before).text() + ", too: one client of the gateway"
                                + " cannot have two names here.",
                        "Write the id of another client, or remove one of the two:\n\n"
                                + YamlLines.of(property, "<client ID of the Self-Service Portal>"));
            }
        });
    }

    @Bean
    ServedClientRegistry iamSmartClientRegistry(NamedClientMap clients, ObjectProvider<NamedEndpointMap> endpoints) {
        NamedEndpointMap all = endpoints.getIfAvailable();
        return new ServedClientRegistry(clients.all().stream()
                .map(one -> new ServedClient(
                        one.configured(),
                        one.client(),
                        one.connection(),
                        all == null ? null : all.settings(one.name())))
                .toList());
    }
}
