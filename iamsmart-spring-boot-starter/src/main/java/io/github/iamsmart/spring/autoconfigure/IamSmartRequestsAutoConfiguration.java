package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.requests.BulkSigningEvents;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import io.github.iamsmart.spring.requests.OutcomeDispatcher;
import io.github.iamsmart.spring.requests.RequestDelivery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of what brings the outcomes of requests to the application, with or without the web. */
@AutoConfiguration(after = IamSmartAutoConfiguration.class)
@ConditionalOnSingleCandidate(IamSmartClient.class)
public final class IamSmartRequestsAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartRequestsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    OutcomeDispatcher iamSmartOutcomeDispatcher(
            IamSmartClient client,
            ObjectProvider<IamSmartRequestHandler<?>> handlers,
            ApplicationEventPublisher events) {
        return new OutcomeDispatcher(
                client.requests().kinds(), handlers.orderedStream().toList(), events);
    }

    @Bean
    @ConditionalOnMissingBean
    BulkSigningEvents iamSmartBulkSigningEvents(IamSmartClient client, ApplicationEventPublisher events) {
        return new BulkSigningEvents(client.bulkSigning()::progress, events);
    }

    @Bean
    @ConditionalOnMissingBean
    RequestDelivery iamSmartRequestDelivery(
            IamSmartClient client, OutcomeDispatcher dispatcher, IamSmartProperties properties) {
        return new RequestDelivery(
                client.requests(),
                dispatcher,
                new RequestProperties(IamSmartProperties.PREFIX).sweepInterval(properties.requests()));
    }
}
