package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.internal.requests.OutcomeDispatcher;
import io.github.iamsmart.spring.internal.requests.ProgressPublisher;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of what brings the outcomes of requests to the application, with or without the web. */
@AutoConfiguration(after = IamSmartAutoConfiguration.class)
@ConditionalOnSingleCandidate(IamSmartClient.class)
@ConditionalOnBean(ConfiguredClient.class)
public final class IamSmartRequestsAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartRequestsAutoConfiguration() {}

    @Bean
    OutcomeDispatcher iamSmartOutcomeDispatcher(
            ConfiguredClient configured,
            IamSmartClient client,
            ObjectProvider<IamSmartRequestHandler<?>> handlers,
            ApplicationEventPublisher events) {
        return new OutcomeDispatcher(
                configured.name(),
                client.requests().kinds(),
                handlers.orderedStream().toList(),
                events);
    }

    @Bean
    ProgressPublisher iamSmartProgressPublisher(
            ConfiguredClient configured, IamSmartClient client, ApplicationEventPublisher events) {
        return new ProgressPublisher(configured.name(), client.requests()::progress, events);
    }

    @Bean
    RequestDelivery iamSmartRequestDelivery(
            IamSmartClient client, OutcomeDispatcher dispatcher, ConfiguredClient configured) {
        return new RequestDelivery(
                client.requests(), dispatcher, configured.requests().sweepInterval());
    }
}
