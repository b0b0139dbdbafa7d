package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.background.BackgroundGroup;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.properties.PagesProperties;
import io.github.iamsmart.spring.internal.signin.SignInArguments;
import io.github.iamsmart.spring.internal.signin.SignInHookRegistry;
import io.github.iamsmart.spring.internal.web.CallbackQueryFilter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.HttpRequestHandlerServlet;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Auto-configuration of the endpoints of named clients in a servlet application, each below its own prefix. */
@AutoConfiguration(
        after = {IamSmartNamedClientsAutoConfiguration.class, IamSmartNamedRequestsAutoConfiguration.class},
        before = IamSmartRegistryAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, HttpServletRequest.class})
@ConditionalOnBean(NamedClientMap.class)
@EnableConfigurationProperties(PagesProperties.class)
@Import(NamedRequestsRegistrar.class)
@ImportRuntimeHints(NamedControllerHints.class)
public final class IamSmartNamedEndpointsAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartNamedEndpointsAutoConfiguration() {}

    @Bean
    NamedEndpointMap iamSmartNamedEndpoints(
            NamedClientMap clients, PagesProperties pages, WebApplicationContext application) {
        IamSmartEndpointsAutoConfiguration shared = new IamSmartEndpointsAutoConfiguration();
        Captions captions = shared.iamSmartCaptions(application);
        return new NamedEndpointMap(clients, shared.iamSmartPageSettings(pages), captions);
    }

    @Bean(NamedBeginningMap.BEAN)
    NamedBeginningMap iamSmartNamedBeginnings(
            NamedClientMap clients, NamedEndpointMap endpoints, ObjectProvider<NamedControllerMap> controllers) {
        return new NamedBeginningMap(clients, endpoints, controllers);
    }

    @Bean
    NamedControllerMap iamSmartNamedControllers(
            NamedClientMap clients,
            NamedEndpointMap endpoints,
            NamedBeginningMap beginnings,
            ObjectProvider<NamedDeliveryMap> deliveries,
            SignInHookRegistry hooks,
            ApplicationEventPublisher events) {
        return new NamedControllerMap(clients, endpoints, beginnings, deliveries.getIfAvailable(), hooks, events);
    }

    @Bean
    SignInHookRegistry iamSmartNamedSignInHookRegistry() {
        return new SignInHookRegistry();
    }

    @Bean
    NamedControllerMappings iamSmartNamedControllerMappings(
            NamedControllerMap controllers,
            NamedEndpointMap endpoints,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            AutowireCapableBeanFactory beans) {
        return new NamedControllerMappings(controllers, endpoints, mappings, beans);
    }

    @Bean
    BackgroundGroup iamSmartNamedWaitingThreads(NamedControllerMap controllers) {
        return new BackgroundGroup(controllers.streams());
    }

    @Bean(IamSmartCallbackAutoConfiguration.ENDPOINT)
    HttpRequestHandler iamSmartNamedCallbackEndpoint(NamedControllerMap controllers) {
        return controllers.callbacks();
    }

    @Bean
    ServletRegistrationBean<HttpRequestHandlerServlet> iamSmartNamedCallbackServlet(NamedEndpointMap endpoints) {
        return IamSmartCallbackAutoConfiguration.callbackServlet(endpoints.settings());
    }

    /** The browser comes back to these with an authorization code. */
    @Bean
    FilterRegistrationBean<CallbackQueryFilter> iamSmartNamedCallbackQueryFilter(
            NamedEndpointMap endpoints, @Value("${server.error.path:${error.path:/error}}") String errorPath) {
        return IamSmartEndpointsAutoConfiguration.callbackQueryFilter(endpoints.settings(), errorPath);
    }

    @Bean
    WebMvcConfigurer iamSmartNamedSignInArguments(NamedEndpointMap endpoints) {
        return new SignInArguments(endpoints.settings());
    }

    @Bean
    SessionTrackingCheck iamSmartNamedSessionTrackingCheck(WebApplicationContext application) {
        return new IamSmartEndpointsAutoConfiguration().iamSmartSessionTrackingCheck(application);
    }
}
