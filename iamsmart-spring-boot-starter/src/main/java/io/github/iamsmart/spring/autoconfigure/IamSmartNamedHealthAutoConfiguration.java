package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.health.Boot3HealthByClient;
import io.github.iamsmart.spring.internal.health.Boot4HealthByClient;
import io.github.iamsmart.spring.internal.health.ClientHealth;
import io.github.iamsmart.spring.internal.health.HealthByClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration of several clients' part of the actuator's health: {@code iamsmart}, and each by its name. */
@AutoConfiguration(after = IamSmartNamedClientsAutoConfiguration.class)
@ConditionalOnBean(NamedClientMap.class)
@Conditional({OnHealthIndicator.class, OnNamedClients.Several.class})
public final class IamSmartNamedHealthAutoConfiguration {

    private static final String BEAN = "iamsmartHealthContributor";

    /** Creates the configuration. */
    public IamSmartNamedHealthAutoConfiguration() {}

    @Bean
    HealthByClient iamSmartHealthByClient(NamedClientMap clients) {
        Map<String, ClientHealth> health = new LinkedHashMap<>();
        clients.all()
                .forEach(one -> health.put(
                        one.name(), new ClientHealth(one.client(), one.clock().getIfUnique(Clock::systemUTC))));
        return new HealthByClient(health);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static class Boot3 {

        @Bean(BEAN)
        @ConditionalOnMissingBean(name = {BEAN, IamSmartHealthAutoConfiguration.BEAN})
        Boot3HealthByClient iamSmartHealthContributor(HealthByClient health) {
            return new Boot3HealthByClient(health);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static class Boot4 {

        @Bean(BEAN)
        @ConditionalOnMissingBean(name = {BEAN, IamSmartHealthAutoConfiguration.BEAN})
        Boot4HealthByClient iamSmartHealthContributor(HealthByClient health) {
            return new Boot4HealthByClient(health);
        }
    }
}
