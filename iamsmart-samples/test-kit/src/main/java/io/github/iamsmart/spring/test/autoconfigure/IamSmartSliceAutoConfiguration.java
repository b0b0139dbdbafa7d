package io.github.iamsmart.spring.test.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.autoconfigure.IamSmartAutoConfiguration;
import io.github.iamsmart.spring.autoconfigure.IamSmartCallbackAutoConfiguration;
import io.github.iamsmart.spring.autoconfigure.IamSmartSimulatorAutoConfiguration;
import io.github.iamsmart.spring.internal.requests.OutcomeDispatcher;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.IamSmartRequestHandler;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.test.IamSmartRecorder;
import io.github.iamsmart.spring.test.internal.slice.NoGateway;
import io.github.iamsmart.spring.test.internal.slice.RecordedRequests;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** What {@link io.github.iamsmart.spring.test.AutoConfigureIamSmart} brings beside parts of the starter. */
@AutoConfiguration(
        before = {
            IamSmartSimulatorAutoConfiguration.class,
            IamSmartAutoConfiguration.class,
            IamSmartCallbackAutoConfiguration.class
        })
public final class IamSmartSliceAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartSliceAutoConfiguration() {}

    @Bean
    NoGateway iamSmartNoGateway() {
        return new NoGateway();
    }

    @Bean
    IamSmartRecorder iamSmartRecorder(
            IamSmartClient client,
            ObjectProvider<IamSmartRequestHandler<?>> handlers,
            ApplicationEventPublisher events) {
        return new IamSmartRecorder(
                client.requests().kinds(),
                outcome -> new OutcomeDispatcher(
                                IamSmartClientRegistry.DEFAULT,
                                client.requests().kinds(),
                                handlers.orderedStream().toList(),
                                events)
                        .handle(outcome));
    }

    @Bean
    IamSmartRequests iamSmartRequests(
            EndpointSettings endpoints, IamSmartRecorder recorder, ObjectProvider<Clock> clock) {
        return RecordedRequests.of(endpoints, recorder, clock.getIfUnique(Clock::systemUTC));
    }
}
