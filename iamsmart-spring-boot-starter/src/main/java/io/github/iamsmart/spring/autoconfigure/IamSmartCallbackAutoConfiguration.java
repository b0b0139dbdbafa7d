package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.CallbackUrlListener;
import io.github.iamsmart.spring.internal.begin.AnonymousBeginning;
import io.github.iamsmart.spring.internal.begin.AnonymousReturnController;
import io.github.iamsmart.spring.internal.begin.BeginningListener;
import io.github.iamsmart.spring.internal.begin.ContinueController;
import io.github.iamsmart.spring.internal.begin.GatewayPageController;
import io.github.iamsmart.spring.internal.begin.ProblemPages;
import io.github.iamsmart.spring.internal.begin.ReturnTracker;
import io.github.iamsmart.spring.internal.begin.SignedInBeginning;
import io.github.iamsmart.spring.internal.callback.CallbackEndpoint;
import io.github.iamsmart.spring.internal.limit.NetworkLimit;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.PageSettings;
import io.github.iamsmart.spring.internal.page.PageStyle;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.requests.BrowserOptions;
import io.github.iamsmart.spring.internal.requests.DefaultIamSmartRequests;
import io.github.iamsmart.spring.internal.requests.ProgressPublisher;
import io.github.iamsmart.spring.internal.requests.RequestDelivery;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.settings.RequestSettingsReader;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.signin.page.HandOverPage;
import io.github.iamsmart.spring.internal.waiting.MissingPage;
import io.github.iamsmart.spring.internal.waiting.WaitingController;
import io.github.iamsmart.spring.internal.waiting.WaitingPageController;
import io.github.iamsmart.spring.internal.waiting.WaitingStreamRegistry;
import io.github.iamsmart.spring.internal.web.CookieSeal;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.requests.IamSmartRequests;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.support.HttpRequestHandlerServlet;

/** Auto-configuration of the callback endpoint and of the waiting page's endpoints in a servlet application. */
@AutoConfiguration(after = {IamSmartRequestsAutoConfiguration.class, IamSmartEndpointsAutoConfiguration.class})
@ConditionalOnBean(EndpointSettings.class)
public final class IamSmartCallbackAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IamSmartCallbackAutoConfiguration.class);

    /** The name of the endpoint, which its servlet looks up. */
    static final String ENDPOINT = "iamSmartCallbackEndpoint";

    /** Creates the configuration. */
    public IamSmartCallbackAutoConfiguration() {}

    @Bean(ENDPOINT)
    CallbackEndpoint iamSmartCallbackEndpoint(
            IamSmartClient client,
            ConfiguredClient configured,
            ObjectProvider<RequestDelivery> delivery,
            ObjectProvider<ProgressPublisher> progress,
            WaitingStreamRegistry streams) {
        // An application may exclude the delivery: on a node that only takes callbacks, for instance.
        Optional<RequestDelivery> localDelivery = Optional.ofNullable(delivery.getIfAvailable());
        Optional<ProgressPublisher> publisher = Optional.ofNullable(progress.getIfAvailable());
        RequestSettingsReader settings = configured.requests();
        return new CallbackEndpoint(
                client.callbacks(),
                settings.mostCallbackBytes(),
                settings.callbackReadTimeout(),
                settings.mostConcurrentReads(),
                accepted -> {
                    publisher.ifPresent(one -> one.accept(accepted));
                    localDelivery.ifPresent(RequestDelivery::wake);
                    streams.wake();
                });
    }

    @Bean
    ServletRegistrationBean<HttpRequestHandlerServlet> iamSmartCallbackServlet(EndpointSettings endpoints) {
        return callbackServlet(List.of(endpoints));
    }

    /** {@return the servlet that takes the callbacks of all clients} */
    static ServletRegistrationBean<HttpRequestHandlerServlet> callbackServlet(List<EndpointSettings> clients) {
        for (EndpointSettings endpoints : clients) {
            URI application = endpoints.publicUrl();
            if (application != null) {
                // Changing a callback URL means a form and days of waiting: the operator reads here what to register.
                log.info(
                        "Callback URL of results, to be registered with iAM Smart: {}",
                        CallbackEndpoint.url(application, endpoints));
            }
        }
        ServletRegistrationBean<HttpRequestHandlerServlet> servlet = new ServletRegistrationBean<>(
                new HttpRequestHandlerServlet(),
                clients.stream().map(CallbackEndpoint::path).toArray(String[]::new));
        servlet.setName(ENDPOINT);
        return servlet;
    }

    @Bean
    BrowserOptions iamSmartBrowserOptions(
            EndpointSettings endpoints,
            ConfiguredClient configured,
            ObjectProvider<CallbackUrlListener> listeners,
            ObjectProvider<Clock> clock) {
        return new BrowserOptions(
                endpoints,
                listeners.orderedStream().toList(),
                new NetworkLimit(configured.requests().anonymousPerMinute(), clock.getIfUnique(Clock::systemUTC)));
    }

    @Bean
    ProblemPages iamSmartProblemPages(SmallPage page, Captions captions) {
        return new ProblemPages(page, captions);
    }

    @Bean
    SignedInBeginning iamSmartSignedInBeginning(
            IamSmartClient client,
            BrowserOptions options,
            ObjectProvider<LoginController> login,
            ProblemPages problems,
            ObjectProvider<BeginningListener> listeners,
            ObjectProvider<Clock> clock) {
        return new SignedInBeginning(
                client,
                options,
                () -> login.getIfAvailable() != null,
                problems,
                clock.getIfUnique(Clock::systemUTC),
                (request, reference, businessId) ->
                        listeners.orderedStream().forEach(one -> one.sent(request, reference, businessId)));
    }

    @Bean
    ReturnTracker iamSmartReturnTracker(CookieSeal seal, ObjectProvider<Clock> clock) {
        return new ReturnTracker(seal, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    IamSmartRequests iamSmartRequests(
            IamSmartClient client,
            BrowserOptions options,
            SignedInBeginning signedIn,
            ReturnTracker returns,
            ProblemPages problems) {
        AnonymousBeginning anonymous = new AnonymousBeginning(client, options, returns, problems);
        return new DefaultIamSmartRequests(options, signedIn::begin, anonymous::begin);
    }

    @Bean
    ContinueController iamSmartContinueController(
            SignedInBeginning beginning, EndpointSettings endpoints, ObjectProvider<Clock> clock) {
        return new ContinueController(beginning, endpoints, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    GatewayPageController iamSmartGatewayPageController(
            IamSmartClient client, EndpointSettings endpoints, HandOverPage handOver, MissingPage missing) {
        return new GatewayPageController(client.requests(), endpoints, handOver, missing);
    }

    @Bean
    MissingPage iamSmartMissingPage(
            EndpointSettings endpoints, Captions captions, SmallPage page, ObjectProvider<LoginController> login) {
        return new MissingPage(endpoints, captions, page, () -> login.getIfAvailable() != null);
    }

    @Bean
    AnonymousReturnController iamSmartAnonymousReturnController(
            IamSmartClient client,
            EndpointSettings endpoints,
            ConfiguredClient configured,
            ReturnTracker returns,
            ProblemPages problems,
            ObjectProvider<RequestDelivery> delivery,
            ObjectProvider<Clock> clock) {
        URI application = endpoints.publicUrl();
        if (application != null) {
            log.info(
                    "Callback URL of anonymous requests, if used: {}",
                    AnonymousReturnController.url(application, endpoints));
        }
        Clock time = clock.getIfUnique(Clock::systemUTC);
        NetworkLimit refusals = new NetworkLimit(configured.requests().failedAttemptsPerMinute(), time);
        return new AnonymousReturnController(
                client, endpoints, returns, refusals, problems, () -> delivery.ifAvailable(RequestDelivery::wake));
    }

    @Bean
    @ConditionalOnBean(CallbackUrlListener.class)
    CallbackUrlAnnouncement iamSmartRequestUrlAnnouncement(
            EndpointSettings endpoints, ObjectProvider<CallbackUrlListener> listeners) {
        return new CallbackUrlAnnouncement(
                endpoints.publicUrl(),
                application -> List.of(
                        CallbackEndpoint.url(application, endpoints),
                        AnonymousReturnController.url(application, endpoints)),
                listeners.orderedStream().toList());
    }

    @Bean
    WaitingStreamRegistry iamSmartWaitingStreamRegistry(
            IamSmartClient client,
            ConfiguredClient configured,
            ObjectProvider<Clock> clock,
            ObjectProvider<RequestDelivery> delivery) {
        WaitingStreamRegistry streams = new WaitingStreamRegistry(
                client.requests(), configured.requests().mostStreams(), clock.getIfUnique(Clock::systemUTC));
        delivery.ifAvailable(one -> one.whenDelivered(streams::wake));
        return streams;
    }

    @Bean
    WaitingPageController iamSmartWaitingPageController(
            IamSmartClient client,
            EndpointSettings endpoints,
            PageSettings settings,
            Captions captions,
            PageStyle style,
            MissingPage missing,
            ObjectProvider<Clock> clock) {
        return new WaitingPageController(
                client.requests(), endpoints, settings, captions, style, missing, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    WaitingController iamSmartWaitingController(
            IamSmartClient client, WaitingStreamRegistry streams, EndpointSettings endpoints) {
        return new WaitingController(client.requests(), streams, endpoints);
    }
}
