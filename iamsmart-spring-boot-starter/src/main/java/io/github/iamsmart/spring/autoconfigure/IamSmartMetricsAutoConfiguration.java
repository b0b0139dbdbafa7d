package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.observation.ClientMeters;
import io.github.iamsmart.spring.internal.observation.RequestCounts;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import io.github.iamsmart.spring.internal.waiting.WaitingStreamRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.DoubleSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Auto-configuration of the clients' gauges. Spring Boot registers them with each {@link MeterRegistry}; without one
 * nobody asks for them, and nothing is counted.
 */
@AutoConfiguration(after = IamSmartRegistryAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(ServedClientRegistry.class)
public final class IamSmartMetricsAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartMetricsAutoConfiguration() {}

    @Bean
    @Lazy
    RequestCounts iamSmartRequestCounts(ServedClientRegistry clients) {
        return new RequestCounts(clients, System::nanoTime);
    }

    @Bean
    ClientMeters iamSmartClientMeters(
            ObjectProvider<ServedClientRegistry> clients,
            ObjectProvider<RequestCounts> counts,
            ObjectProvider<OpenStreams> streams,
            ObjectProvider<Clock> clock) {
        return new ClientMeters(
                clients::getObject,
                counts::getObject,
                () -> streams.getIfAvailable(() -> () -> Double.NaN).getAsDouble(),
                clock.getIfUnique(Clock::systemUTC));
    }

    /** How many browsers wait. */
    @FunctionalInterface
    interface OpenStreams extends DoubleSupplier {}

    /** Browsers wait only where there is Spring MVC. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.web.servlet.mvc.method.annotation.SseEmitter")
    static class Mvc {

        @Bean
        OpenStreams iamSmartOpenStreams(ObjectProvider<WaitingStreamRegistry> registries) {
            return () ->
                    registries.stream().mapToInt(WaitingStreamRegistry::size).sum();
        }
    }
}
