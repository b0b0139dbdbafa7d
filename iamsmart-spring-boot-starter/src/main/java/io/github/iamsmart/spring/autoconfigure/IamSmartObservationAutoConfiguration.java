package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.listener.IamSmartTracer;
import io.github.iamsmart.spring.internal.observation.ClientTracers;
import io.github.iamsmart.spring.internal.observation.MicrometerRequestTraces;
import io.github.iamsmart.spring.internal.observation.ObservationConventions;
import io.github.iamsmart.spring.internal.observation.ObservingTracer;
import io.github.iamsmart.spring.internal.observation.RequestTraces;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.properties.ObservationProperties;
import io.github.iamsmart.spring.observation.AnswerObservationConvention;
import io.github.iamsmart.spring.observation.CallObservationConvention;
import io.github.iamsmart.spring.observation.CallbackObservationConvention;
import io.github.iamsmart.spring.observation.DeliveryObservationConvention;
import io.github.iamsmart.spring.observation.KeyRefreshObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the observations of the {@link IamSmartClient}s. Without an {@link ObservationRegistry} nothing
 * is observed. Registry, tracer and propagator are looked up when a client is made, not by a condition: who makes these
 * beans, and when, differs between the lines of Spring Boot.
 */
@AutoConfiguration(before = IamSmartAutoConfiguration.class)
@ConditionalOnProperty(prefix = IamSmartProperties.PREFIX, name = "enabled", matchIfMissing = true)
@ConditionalOnClass(ObservationRegistry.class)
@EnableConfigurationProperties(ObservationProperties.class)
public final class IamSmartObservationAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartObservationAutoConfiguration() {}

    @Bean
    ClientTracers iamSmartClientTracers(
            ObservationProperties properties,
            ObjectProvider<ObservationRegistry> registries,
            ObjectProvider<RequestTraces> traces,
            ObjectProvider<CallObservationConvention> call,
            ObjectProvider<KeyRefreshObservationConvention> keyRefresh,
            ObjectProvider<CallbackObservationConvention> callback,
            ObjectProvider<AnswerObservationConvention> answer,
            ObjectProvider<DeliveryObservationConvention> delivery) {
        return client -> {
            ObservationRegistry registry = registries.getIfUnique(() -> ObservationRegistry.NOOP);
            // Not isNoop(): handlers may be registered later.
            if (registry == ObservationRegistry.NOOP) {
                return IamSmartTracer.NONE;
            }
            ObservationConventions conventions = new ObservationConventions(
                    call.getIfAvailable(),
                    keyRefresh.getIfAvailable(),
                    callback.getIfAvailable(),
                    answer.getIfAvailable(),
                    delivery.getIfAvailable());
            return new ObservingTracer(
                    client,
                    registry,
                    conventions,
                    traces.getIfAvailable(() -> RequestTraces.NONE),
                    properties.traceHeaders());
        };
    }

    /** Only where Micrometer Tracing is on the class path. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Tracer.class, Propagator.class})
    static class Tracing {

        @Bean
        RequestTraces iamSmartRequestTraces(ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators) {
            Tracer tracer = tracers.getIfUnique();
            Propagator propagator = propagators.getIfUnique();
            return tracer == null || propagator == null
                    ? RequestTraces.NONE
                    : new MicrometerRequestTraces(tracer, propagator);
        }
    }
}
