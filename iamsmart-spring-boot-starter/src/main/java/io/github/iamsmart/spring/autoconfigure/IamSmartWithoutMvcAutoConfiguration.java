package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.internal.settings.NoEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration for web applications without Spring MVC: nobody has to wonder where the endpoints are. */
@AutoConfiguration(after = IamSmartAutoConfiguration.class)
@ConditionalOnBean(IamSmartClient.class)
@ConditionalOnProperty(
        prefix = IamSmartEndpointsAutoConfiguration.PREFIX,
        name = IamSmartEndpointsAutoConfiguration.ENABLED,
        matchIfMissing = true)
public final class IamSmartWithoutMvcAutoConfiguration {

    private static final String PROPERTY =
            IamSmartEndpointsAutoConfiguration.PREFIX + "." + IamSmartEndpointsAutoConfiguration.ENABLED;

    /** Creates the configuration. */
    public IamSmartWithoutMvcAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    static class Reactive {

        @Bean
        static NoEndpoints iamSmartNoEndpoints() {
            return new NoEndpoints("runs on WebFlux", PROPERTY);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnMissingClass("org.springframework.web.servlet.DispatcherServlet")
    static class OtherServlets {

        @Bean
        static NoEndpoints iamSmartNoEndpoints() {
            return new NoEndpoints("has none", PROPERTY);
        }
    }
}
