package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration for web applications without Spring MVC: nobody has to wonder where the endpoints are. */
@AutoConfiguration(after = IamSmartAutoConfiguration.class)
@ConditionalOnBean(IamSmartClient.class)
public final class IamSmartWithoutMvcAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartWithoutMvcAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    static class Reactive {

        @Bean
        MissingEndpointsWarning iamSmartMissingEndpointsWarning() {
            return new MissingEndpointsWarning("runs on WebFlux");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnMissingClass("org.springframework.web.servlet.DispatcherServlet")
    static class OtherServlets {

        @Bean
        MissingEndpointsWarning iamSmartMissingEndpointsWarning() {
            return new MissingEndpointsWarning("has none");
        }
    }
}
