package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import io.github.iamsmart.spring.internal.security.EndpointAccess;
import io.github.iamsmart.spring.internal.security.EndpointAccessCheck;
import io.github.iamsmart.spring.internal.security.OtherLoginListener;
import io.github.iamsmart.spring.internal.security.ServedEndpoint;
import io.github.iamsmart.spring.internal.signin.SignInHookRegistry;
import io.github.iamsmart.spring.internal.stepup.ProofKeeper;
import io.github.iamsmart.spring.internal.stepup.StepUpAdvisor;
import io.github.iamsmart.spring.internal.stepup.StepUpAnswers;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.signin.AppSessionIssuer;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Auto-configuration of what stands beside {@code iamSmartLogin()} in an application with Spring Security. It makes no
 * filter chain: that is the application's, or Spring Boot's.
 */
@AutoConfiguration(
        after = {
            IamSmartSignInAutoConfiguration.class,
            IamSmartCallbackAutoConfiguration.class,
            IamSmartNamedEndpointsAutoConfiguration.class,
            IamSmartRegistryAutoConfiguration.class
        })
@ConditionalOnClass({HttpSecurity.class, FilterChainProxy.class, StaticMethodMatcherPointcutAdvisor.class})
@ConditionalOnBean({ServedClientRegistry.class, SignInHookRegistry.class})
@Import(StepUpProxies.class)
public final class IamSmartSecurityAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartSecurityAutoConfiguration() {}

    /** The association files of apps are there if an app is configured. */
    @Bean
    EndpointAccess iamSmartEndpointAccess(
            ServedClientRegistry clients,
            ListableBeanFactory beans,
            @Qualifier("iamSmartAssociationFiles") ObjectProvider<SimpleUrlHandlerMapping> files) {
        boolean apps = beans.getBeanNamesForType(AppSessionIssuer.class).length > 0;
        Stream<String> paths = files.stream().flatMap(mapping -> mapping.getUrlMap().keySet().stream());
        return new EndpointAccess(
                Stream.concat(ServedEndpoint.of(clients.all(), apps).stream(), paths.map(ServedEndpoint::read))
                        .toList());
    }

    @Bean
    @Lazy(false)
    EndpointAccessCheck iamSmartEndpointAccessCheck(
            EndpointAccess access,
            ObjectProvider<WebInvocationPrivilegeEvaluator> rules,
            ObjectProvider<FilterChainProxy> chains) {
        return new EndpointAccessCheck(access.all(), rules.stream(), chains.stream());
    }

    @Bean
    OtherLoginListener iamSmartOtherLoginListener(ServedClientRegistry clients) {
        return new OtherLoginListener(clients);
    }

    /** Made while other beans are being wrapped, so that it must not need any of them. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static StepUpAdvisor iamSmartStepUpAdvisor(ObjectProvider<ProofKeeper> proofs) {
        return new StepUpAdvisor(() -> proofs.getIfAvailable(() -> {
            throw new ConfigurationException("@RequiresReauthentication needs the endpoints of this library, and an"
                    + " application whose only client is that of iamsmart.*: named clients have no step-up yet.");
        }));
    }

    /** Step-up by the only client of the application. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean({EndpointSettings.class, IamSmartRequests.class})
    static class StepUp {

        @Bean
        ProofKeeper iamSmartProofKeeper(
                IamSmartClient client, EndpointSettings endpoints, ObjectProvider<Clock> clock) {
            return new ProofKeeper(client.requests(), endpoints.clientName(), clock.getIfUnique(Clock::systemUTC));
        }

        @Bean
        WebMvcConfigurer iamSmartStepUpAnswers(
                EndpointSettings endpoints,
                SmallPage page,
                Captions captions,
                ObjectProvider<IamSmartRequests> requests,
                ProofKeeper proofs) {
            return new StepUpAnswers(endpoints, page, captions, requests::getObject, proofs);
        }
    }
}
