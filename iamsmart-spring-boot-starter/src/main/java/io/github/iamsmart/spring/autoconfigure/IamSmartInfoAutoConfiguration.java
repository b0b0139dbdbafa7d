package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.observation.ClientInfo;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the clients' part of the actuator's info: off unless asked for, as Spring Boot's own. */
@AutoConfiguration(after = IamSmartRegistryAutoConfiguration.class)
@ConditionalOnClass(InfoContributor.class)
@ConditionalOnBean(ServedClientRegistry.class)
@ConditionalOnProperty(prefix = "management.info.iamsmart", name = "enabled")
public final class IamSmartInfoAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartInfoAutoConfiguration() {}

    @Bean
    ClientInfo iamSmartClientInfo(ServedClientRegistry clients) {
        return new ClientInfo(clients);
    }
}
