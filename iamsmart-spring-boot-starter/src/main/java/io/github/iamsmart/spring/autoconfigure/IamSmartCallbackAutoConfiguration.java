package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.callback.CallbackEndpoint;
import io.github.iamsmart.spring.requests.BulkSigningEvents;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import io.github.iamsmart.spring.requests.RequestDelivery;
import io.github.iamsmart.spring.requests.RequestWatch;
import io.github.iamsmart.spring.requests.WaitingController;
import io.github.iamsmart.spring.requests.WaitingStreams;
import io.github.iamsmart.spring.signin.CallbackUrlListener;
import io.github.iamsmart.spring.signin.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.support.HttpRequestHandlerServlet;
import org.springframework.web.servlet.DispatcherServlet;

/** Auto-configuration of the callback endpoint and of the waiting page's endpoints in a servlet application. */
@AutoConfiguration(after = {IamSmartRequestsAutoConfiguration.class, IamSmartSignInAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, HttpServletRequest.class})
@ConditionalOnSingleCandidate(IamSmartClient.class)
public final class IamSmartCallbackAutoConfiguration {

    /** The name of the endpoint, which its servlet looks up. */
    private static final String ENDPOINT = "iamSmartCallbackEndpoint";

    /** Creates the configuration. */
    public IamSmartCallbackAutoConfiguration() {}

    @Bean(ENDPOINT)
    @ConditionalOnMissingBean(name = ENDPOINT)
    CallbackEndpoint iamSmartCallbackEndpoint(
            IamSmartClient client,
            IamSmartProperties properties,
            ObjectProvider<RequestDelivery> delivery,
            ObjectProvider<BulkSigningEvents> bulkSigning,
            WaitingStreams streams) {
        RequestDelivery wakened = delivery.getIfAvailable();
        BulkSigningEvents told = bulkSigning.getIfAvailable();
        int mostBytes = new RequestProperties(IamSmartProperties.PREFIX).mostBytes(properties.callback());
        return new CallbackEndpoint(client.callbacks(), mostBytes, accepted -> {
            if (told != null) {
                told.tell(accepted);
            }
            if (wakened != null) {
                wakened.wake();
            }
            streams.wake();
        });
    }

    @Bean
    @ConditionalOnMissingBean(name = "iamSmartCallbackServlet")
    ServletRegistrationBean<HttpRequestHandlerServlet> iamSmartCallbackServlet(SignInSettings settings) {
        ServletRegistrationBean<HttpRequestHandlerServlet> servlet = new ServletRegistrationBean<>(
                new HttpRequestHandlerServlet(),
                CallbackEndpoint.path(settings.pathPrefix(), IamSmartProperties.DEFAULT_CLIENT));
        servlet.setName(ENDPOINT);
        return servlet;
    }

    @Bean
    @ConditionalOnMissingBean
    IamSmartRequests iamSmartRequests(SignInSettings settings, ObjectProvider<CallbackUrlListener> listeners) {
        return new IamSmartRequests(
                settings,
                IamSmartProperties.DEFAULT_CLIENT,
                listeners.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    RequestWatch iamSmartRequestWatch(IamSmartClient client) {
        return new RequestWatch(client.requests(), client.bulkSigning()::progress);
    }

    @Bean
    @ConditionalOnMissingBean
    WaitingStreams iamSmartWaitingStreams(
            RequestWatch watch, IamSmartProperties properties, ObjectProvider<Clock> clock) {
        return new WaitingStreams(
                watch,
                new RequestProperties(IamSmartProperties.PREFIX).mostStreams(properties.requests()),
                clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    WaitingController iamSmartWaitingController(RequestWatch watch, WaitingStreams streams, SignInSettings settings) {
        return new WaitingController(watch, streams, settings);
    }
}
