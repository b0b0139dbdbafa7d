package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.background.BackgroundGroup;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of what brings the outcomes of requests to the application, where clients have names. They share
 * the threads.
 */
@AutoConfiguration(after = IamSmartNamedClientsAutoConfiguration.class)
@ConditionalOnBean(NamedClientMap.class)
public final class IamSmartNamedRequestsAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartNamedRequestsAutoConfiguration() {}

    @Bean
    NamedDeliveryMap iamSmartNamedDeliveries(NamedClientMap clients, ApplicationEventPublisher events) {
        return new NamedDeliveryMap(clients, events);
    }

    @Bean
    BackgroundGroup iamSmartNamedDeliveryThreads(NamedDeliveryMap deliveries) {
        return new BackgroundGroup(deliveries.deliveries());
    }

    @Bean
    BackgroundGroup iamSmartNamedProgressThreads(NamedDeliveryMap deliveries) {
        return new BackgroundGroup(deliveries.publishers());
    }
}
