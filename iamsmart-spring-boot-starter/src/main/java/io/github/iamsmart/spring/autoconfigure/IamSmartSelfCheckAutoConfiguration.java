package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.callback.CallbackEndpoint;
import io.github.iamsmart.spring.internal.check.ClientCheckRequest;
import io.github.iamsmart.spring.internal.check.ClientChecks;
import io.github.iamsmart.spring.internal.check.SelfCheckEndpoint;
import io.github.iamsmart.spring.internal.check.ServedCallbackUrls;
import io.github.iamsmart.spring.internal.properties.DirectLoginProperties;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import io.github.iamsmart.spring.internal.signin.SignInCompletion;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.DispatcherServlet;

/** Auto-configuration of the actuator's endpoint {@code iamsmart}, the self-check. Nothing is checked at start. */
@AutoConfiguration(
        after = {
            IamSmartRegistryAutoConfiguration.class,
            IamSmartCallbackAutoConfiguration.class,
            IamSmartDirectLoginAutoConfiguration.class
        })
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean(ServedClientRegistry.class)
public final class IamSmartSelfCheckAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartSelfCheckAutoConfiguration() {}

    @Bean
    @ConditionalOnAvailableEndpoint(SelfCheckEndpoint.class)
    SelfCheckEndpoint iamSmartSelfCheckEndpoint(
            ServedClientRegistry clients,
            Environment environment,
            ObjectProvider<ServedCallbackUrls> urls,
            ObjectProvider<Clock> clock) {
        ClientCheckRequest requests = new ClientCheckRequest(
                () -> CallbackUrlAnnouncement.onThisMachine(environment),
                () -> Optional.ofNullable(urls.getIfAvailable()));
        return new SelfCheckEndpoint(new ClientChecks(clients.all(), requests, clock.getIfUnique(Clock::systemUTC)));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass({DispatcherServlet.class, HttpServletRequest.class})
    static class Servlet {

        @Bean
        ServedCallbackUrls iamSmartServedCallbackUrls(
                ObjectProvider<DirectLoginProperties> directLogin,
                ObjectProvider<SignInCompletion> signIn,
                ObjectProvider<CallbackEndpoint> callbacks) {
            return new ServedCallbackUrls(
                    directLogin.getIfAvailable(),
                    signIn.getIfAvailable() != null,
                    callbacks.stream().findAny().isPresent());
        }
    }
}
