package io.github.iamsmart.spring.test.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.spring.autoconfigure.IamSmartSimulatorAutoConfiguration;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import io.github.iamsmart.spring.test.CallbackSealer;
import io.github.iamsmart.spring.test.IamSmartTestUser;
import io.github.iamsmart.spring.test.TestPhone;
import io.github.iamsmart.spring.test.internal.simulator.ApplicationAddress;
import io.github.iamsmart.spring.test.internal.simulator.CallbackCatcher;
import io.github.iamsmart.spring.test.internal.simulator.DeliveryWatch;
import io.github.iamsmart.spring.test.internal.simulator.MockCallbackEndpoints;
import io.github.iamsmart.spring.test.internal.simulator.SimulatedSignIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What {@link io.github.iamsmart.spring.test.AutoConfigureIamSmartSimulator} brings. */
@AutoConfiguration(before = IamSmartSimulatorAutoConfiguration.class)
public final class IamSmartTestSimulatorAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartTestSimulatorAutoConfiguration() {}

    @Bean
    CallbackCatcher iamSmartCallbackCatcher(ObjectProvider<MockCallbackEndpoints> endpoints) {
        return new CallbackCatcher(endpoints);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    IamSmartSimulator iamSmartSimulator(CallbackCatcher catcher) {
        return IamSmartSimulator.builder().callbackInterceptor(catcher).start();
    }

    @Bean
    DeliveryWatch iamSmartDeliveryWatch(ObjectProvider<RequestStore> stores, ObjectProvider<RequestDelivery> delivery) {
        return new DeliveryWatch(stores, delivery);
    }

    @Bean
    TestPhone iamSmartTestPhone(
            IamSmartSimulator simulator, DeliveryWatch watch, ObjectProvider<IamSmartClient> client) {
        return new TestPhone(
                simulator, watch::await, persona -> new SimulatedSignIn(client.getObject(), simulator).apply(persona));
    }

    @Bean
    CallbackSealer iamSmartCallbackSealer(IamSmartSimulator simulator, CallbackCatcher catcher) {
        return new CallbackSealer(simulator, catcher::during);
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    IamSmartTestUser iamSmartTestUser(TestPhone phone, Environment environment) {
        return new IamSmartTestUser(new ApplicationAddress(environment), phone)
                .pathPrefix(environment.getProperty("iamsmart.path-prefix", "/iamsmart"));
    }

    /** A mock web environment has no servlets but Spring MVC's own, and listens nowhere. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(SimpleUrlHandlerMapping.class)
    static final class MockWeb {

        @Bean
        MockCallbackEndpoints iamSmartMockCallbackEndpoints(
                WebApplicationContext application, ObjectProvider<ServletRegistrationBean<?>> servlets) {
            return new MockCallbackEndpoints(application, servlets);
        }

        @Bean
        SimpleUrlHandlerMapping iamSmartMockCallbackMapping(MockCallbackEndpoints endpoints) {
            return new SimpleUrlHandlerMapping(endpoints.byPath(), SimpleUrlHandlerMapping.HIGHEST_PRECEDENCE);
        }
    }
}
