package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.CallbackUrlListener;
import io.github.iamsmart.spring.internal.limit.NetworkLimit;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.settings.SignInSettingsReader;
import io.github.iamsmart.spring.internal.signin.CodeExchange;
import io.github.iamsmart.spring.internal.signin.LoginCallbackController;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.signin.MemoryReplayStore;
import io.github.iamsmart.spring.internal.signin.SignInArguments;
import io.github.iamsmart.spring.internal.signin.SignInCompletion;
import io.github.iamsmart.spring.internal.signin.SignInHookRegistry;
import io.github.iamsmart.spring.internal.signin.SignInSessions;
import io.github.iamsmart.spring.internal.signin.SignInSettings;
import io.github.iamsmart.spring.internal.signin.SignInStart;
import io.github.iamsmart.spring.internal.signin.SignInTracker;
import io.github.iamsmart.spring.internal.signin.SignInUrls;
import io.github.iamsmart.spring.internal.signin.handler.FailurePage;
import io.github.iamsmart.spring.internal.signin.handler.RedirectSignInFailureHandler;
import io.github.iamsmart.spring.internal.signin.handler.RedirectSignInSuccessHandler;
import io.github.iamsmart.spring.internal.signin.page.HandOverPage;
import io.github.iamsmart.spring.internal.signin.page.InAppBrowserPage;
import io.github.iamsmart.spring.internal.web.CookieSeal;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import io.github.iamsmart.spring.signin.SignInSuccessHandler;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Auto-configuration of the sign-in endpoints in a servlet application. */
@AutoConfiguration(after = IamSmartEndpointsAutoConfiguration.class)
@ConditionalOnBean(EndpointSettings.class)
public final class IamSmartSignInAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IamSmartSignInAutoConfiguration.class);

    /** Creates the configuration. */
    public IamSmartSignInAutoConfiguration() {}

    @Bean
    SignInSettings iamSmartSignInSettings(ConfiguredClient client) {
        return new SignInSettingsReader(client).settings();
    }

    @Bean
    SignInUrls iamSmartSignInUrls(EndpointSettings endpoints, SignInSettings settings) {
        SignInUrls urls = new SignInUrls(endpoints, settings.successUrl());
        URI application = endpoints.publicUrl();
        if (application != null) {
            // Changing a callback URL means a form and days of waiting: the operator reads here what to register.
            log.info("Callback URL of sign-in, to be registered with iAM Smart: {}", urls.loginCallback(application));
        }
        return urls;
    }

    @Bean
    @ConditionalOnMissingBean
    SignInReplayStore iamSmartSignInReplayStore(ObjectProvider<Clock> clock) {
        return new MemoryReplayStore(clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    SignInSuccessHandler iamSmartSignInSuccessHandler() {
        return new RedirectSignInSuccessHandler();
    }

    @Bean
    @ConditionalOnMissingBean
    SignInFailureHandler iamSmartSignInFailureHandler(
            SignInSettings settings, SignInUrls urls, SmallPage page, Captions captions) {
        return settings.failureUrl()
                .<SignInFailureHandler>map(url -> new RedirectSignInFailureHandler(urls, url))
                .orElseGet(() -> new FailurePage(page, captions));
    }

    @Bean
    SignInTracker iamSmartSignInTracker(
            CookieSeal seal, SignInReplayStore used, SignInSettings settings, ObjectProvider<Clock> clock) {
        return new SignInTracker(seal, used, settings.stateLifetime(), clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    SignInHookRegistry iamSmartSignInHookRegistry() {
        return new SignInHookRegistry();
    }

    @Bean
    SignInSessions iamSmartSignInSessions(ApplicationEventPublisher events, SignInHookRegistry hooks) {
        return new SignInSessions(events, hooks);
    }

    @Bean
    SignInCompletion iamSmartSignInCompletion(
            SignInUrls urls,
            SignInSuccessHandler successHandler,
            SignInFailureHandler failureHandler,
            SignInHookRegistry hooks) {
        return new SignInCompletion(urls, successHandler, failureHandler, hooks);
    }

    @Bean
    SignInStart iamSmartSignInStart(
            SignInUrls urls,
            SignInTracker tracker,
            SignInCompletion completion,
            ObjectProvider<CallbackUrlListener> listeners) {
        return new SignInStart(
                urls, tracker, completion, listeners.orderedStream().toList());
    }

    @Bean
    LoginController iamSmartLoginController(
            IamSmartClient client,
            EndpointSettings endpoints,
            SignInSettings settings,
            SignInStart start,
            ObjectProvider<Clock> clock,
            SmallPage page,
            HandOverPage handOver,
            Captions captions) {
        InAppBrowserPage inApp = new InAppBrowserPage(page, captions);
        return new LoginController(
                client, endpoints, settings.scopes(), start, clock.getIfUnique(Clock::systemUTC), inApp, handOver);
    }

    @Bean
    WebMvcConfigurer iamSmartSignInArguments(EndpointSettings endpoints) {
        return new SignInArguments(List.of(endpoints));
    }

    @Bean
    LoginCallbackController iamSmartLoginCallbackController(
            IamSmartClient client,
            SignInUrls urls,
            SignInTracker tracker,
            SignInSessions sessions,
            SignInCompletion completion,
            SignInSettings settings,
            ObjectProvider<Clock> clock) {
        Clock time = clock.getIfUnique(Clock::systemUTC);
        CodeExchange exchange = new CodeExchange(client, new NetworkLimit(settings.failedAttemptsPerMinute(), time));
        return new LoginCallbackController(client, urls, tracker, sessions, completion, exchange, time);
    }
}
