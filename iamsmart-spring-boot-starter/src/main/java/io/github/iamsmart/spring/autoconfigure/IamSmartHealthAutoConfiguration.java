package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.internal.health.Boot3HealthIndicator;
import io.github.iamsmart.spring.internal.health.Boot4HealthIndicator;
import io.github.iamsmart.spring.internal.health.ClientHealth;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration of the client's part of the actuator's health, {@code iamsmart}. */
@AutoConfiguration(after = IamSmartAutoConfiguration.class)
@ConditionalOnSingleCandidate(IamSmartClient.class)
@Conditional(OnHealthIndicator.class)
public final class IamSmartHealthAutoConfiguration {

    static final String BEAN = "iamsmartHealthIndicator";

    /** Creates the configuration. */
    public IamSmartHealthAutoConfiguration() {}

    @Bean
    ClientHealth iamSmartClientHealth(IamSmartClient client, ObjectProvider<Clock> clock) {
        return new ClientHealth(client, clock.getIfUnique(Clock::systemUTC));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static class Boot3 {

        @Bean(BEAN)
        @ConditionalOnMissingBean(name = BEAN)
        Boot3HealthIndicator iamSmartHealthIndicator(ClientHealth health) {
            return new Boot3HealthIndicator(health);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static class Boot4 {

        @Bean(BEAN)
        @ConditionalOnMissingBean(name = BEAN)
        Boot4HealthIndicator iamSmartHealthIndicator(ClientHealth health) {
            return new Boot4HealthIndicator(health);
        }
    }
}
