package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.registry.ServedClient;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the list of clients, for what looks after all of them. */
@AutoConfiguration(after = {IamSmartAutoConfiguration.class, IamSmartEndpointsAutoConfiguration.class})
@ConditionalOnSingleCandidate(IamSmartClient.class)
@ConditionalOnBean(ConfiguredClient.class)
public final class IamSmartRegistryAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartRegistryAutoConfiguration() {}

    @Bean
    ServedClientRegistry iamSmartClientRegistry(
            ConfiguredClient configured,
            IamSmartClient client,
            ObjectProvider<IamSmartConnectionDetails> connection,
            ObjectProvider<EndpointSettings> endpoints) {
        return new ServedClientRegistry(
                List.of(new ServedClient(configured, client, connection.getIfUnique(), endpoints.getIfUnique())));
    }
}
