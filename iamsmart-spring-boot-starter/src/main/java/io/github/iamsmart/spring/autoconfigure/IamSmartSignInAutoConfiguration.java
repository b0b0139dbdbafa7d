package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.signin.CallbackQueryFilter;
import io.github.iamsmart.spring.signin.CallbackUrlListener;
import io.github.iamsmart.spring.signin.FailurePage;
import io.github.iamsmart.spring.signin.InMemorySignInStateStore;
import io.github.iamsmart.spring.signin.LoginCallbackController;
import io.github.iamsmart.spring.signin.LoginController;
import io.github.iamsmart.spring.signin.RedirectSignInFailureHandler;
import io.github.iamsmart.spring.signin.RedirectSignInSuccessHandler;
import io.github.iamsmart.spring.signin.SignInEnding;
import io.github.iamsmart.spring.signin.SignInFailureHandler;
import io.github.iamsmart.spring.signin.SignInSessions;
import io.github.iamsmart.spring.signin.SignInSettings;
import io.github.iamsmart.spring.signin.SignInStateStore;
import io.github.iamsmart.spring.signin.SignInStates;
import io.github.iamsmart.spring.signin.SignInSuccessHandler;
import io.github.iamsmart.spring.signin.SignInUrls;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;

/** Auto-configuration of the sign-in endpoints in a servlet application. */
@AutoConfiguration(after = IamSmartAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, HttpServletRequest.class})
@ConditionalOnSingleCandidate(IamSmartClient.class)
public final class IamSmartSignInAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartSignInAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    SignInSettings iamSmartSignInSettings(
            IamSmartProperties properties, ObjectProvider<IamSmartConnectionDetails> connection) {
        boolean simulated = connection.stream().anyMatch(IamSmartConnectionDetails::simulated);
        return new SignInProperties(IamSmartProperties.PREFIX, simulated).settings(properties);
    }

    @Bean
    @ConditionalOnMissingBean(name = "iamSmartCallbackQueryFilter")
    FilterRegistrationBean<CallbackQueryFilter> iamSmartCallbackQueryFilter(
            SignInSettings settings, @Value("${server.error.path:${error.path:/error}}") String errorPath) {
        FilterRegistrationBean<CallbackQueryFilter> filter = new FilterRegistrationBean<>(new CallbackQueryFilter());
        SignInUrls.callbackPaths(settings.pathPrefix()).forEach(filter::addUrlPatterns);
        filter.addUrlPatterns(errorPath);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    @ConditionalOnMissingBean
    SignInUrls iamSmartSignInUrls(SignInSettings settings) {
        return new SignInUrls(settings);
    }

    @Bean
    @ConditionalOnMissingBean
    SignInStateStore iamSmartSignInStateStore(ObjectProvider<Clock> clock) {
        return new InMemorySignInStateStore(clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    SignInSuccessHandler iamSmartSignInSuccessHandler() {
        return new RedirectSignInSuccessHandler();
    }

    @Bean
    @ConditionalOnMissingBean
    SignInFailureHandler iamSmartSignInFailureHandler(IamSmartProperties properties, SignInUrls urls) {
        String failureUrl = properties.signIn().failureUrl();
        return failureUrl == null || failureUrl.isBlank()
                ? new FailurePage()
                : new RedirectSignInFailureHandler(urls, failureUrl);
    }

    @Bean
    @ConditionalOnMissingBean
    SignInStates iamSmartSignInStates(SignInStateStore store, SignInSettings settings, ObjectProvider<Clock> clock) {
        return new SignInStates(store, settings.stateLifetime(), clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    SignInSessions iamSmartSignInSessions(ApplicationEventPublisher events) {
        return new SignInSessions(events);
    }

    @Bean
    @ConditionalOnMissingBean
    SignInEnding iamSmartSignInEnding(
            SignInUrls urls, SignInSuccessHandler successHandler, SignInFailureHandler failureHandler) {
        return new SignInEnding(urls, successHandler, failureHandler);
    }

    @Bean
    @ConditionalOnMissingBean
    LoginController iamSmartLoginController(
            IamSmartClient client,
            SignInSettings settings,
            SignInUrls urls,
            SignInStates states,
            SignInEnding ending,
            ObjectProvider<CallbackUrlListener> listeners) {
        return new LoginController(
                client,
                settings,
                urls,
                states,
                ending,
                listeners.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    LoginCallbackController iamSmartLoginCallbackController(
            IamSmartClient client,
            SignInUrls urls,
            SignInStates states,
            SignInSessions sessions,
            SignInEnding ending,
            ObjectProvider<Clock> clock) {
        return new LoginCallbackController(client, urls, states, sessions, ending, clock.getIfUnique(Clock::systemUTC));
    }
}
