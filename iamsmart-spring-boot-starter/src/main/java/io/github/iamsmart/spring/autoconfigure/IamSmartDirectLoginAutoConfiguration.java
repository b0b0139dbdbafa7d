package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.signin.AppLoginController;
import io.github.iamsmart.spring.signin.AppSessionIssuer;
import io.github.iamsmart.spring.signin.CallbackUrlListener;
import io.github.iamsmart.spring.signin.CallerLimit;
import io.github.iamsmart.spring.signin.DirectLoginController;
import io.github.iamsmart.spring.signin.DirectLoginHosts;
import io.github.iamsmart.spring.signin.DirectLoginStateController;
import io.github.iamsmart.spring.signin.SignInEnding;
import io.github.iamsmart.spring.signin.SignInSessions;
import io.github.iamsmart.spring.signin.SignInSettings;
import io.github.iamsmart.spring.signin.SignInStates;
import io.github.iamsmart.spring.signin.SignInUrls;
import io.github.iamsmart.spring.signin.UsedCodes;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the endpoints for sign-ins that begin inside the iAM Smart app. */
@AutoConfiguration(after = IamSmartSignInAutoConfiguration.class)
@ConditionalOnBean(SignInEnding.class)
@EnableConfigurationProperties(DirectLoginProperties.class)
public final class IamSmartDirectLoginAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IamSmartDirectLoginAutoConfiguration.class);

    /** Creates the configuration. */
    public IamSmartDirectLoginAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    UsedCodes iamSmartUsedCodes(ObjectProvider<Clock> clock) {
        return new UsedCodes(clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty(prefix = DirectLoginProperties.PREFIX, name = "v2", matchIfMissing = true)
    DirectLoginController iamSmartDirectLoginController(
            IamSmartClient client,
            SignInSettings settings,
            SignInUrls urls,
            SignInSessions sessions,
            SignInEnding ending,
            UsedCodes usedCodes,
            ObjectProvider<Clock> clock) {
        URI application = settings.publicUrl();
        if (application != null) {
            log.info("Callback URL of Direct Login v2, if used: {}", urls.directLoginCallback(application));
        }
        return new DirectLoginController(
                client, settings, sessions, ending, usedCodes, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty(prefix = DirectLoginProperties.PREFIX, name = "v1")
    DirectLoginStateController iamSmartDirectLoginStateController(
            IamSmartClient client,
            SignInSettings settings,
            SignInUrls urls,
            SignInStates states,
            SignInEnding ending,
            DirectLoginProperties properties,
            ObjectProvider<CallbackUrlListener> listeners) {
        properties.check();
        URI application = settings.publicUrl();
        if (application != null) {
            log.info("Get-state address of Direct Login v1: {}", urls.directLoginState(application));
        }
        return new DirectLoginStateController(
                client,
                settings,
                urls,
                states,
                ending,
                new DirectLoginHosts(client.environment().baseUrl(), properties.hosts()),
                listeners.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(CallbackUrlListener.class)
    CallbackUrlAnnouncement iamSmartCallbackUrlAnnouncement(
            SignInSettings settings,
            SignInUrls urls,
            DirectLoginProperties properties,
            ObjectProvider<CallbackUrlListener> listeners) {
        return new CallbackUrlAnnouncement(
                settings.publicUrl(),
                application -> directLoginUrls(urls, properties, application),
                listeners.orderedStream().toList());
    }

    private static List<URI> directLoginUrls(SignInUrls urls, DirectLoginProperties properties, URI application) {
        List<URI> all = new ArrayList<>();
        all.add(urls.loginCallback(application)); // where a sign-in of v1 ends
        if (properties.v1()) {
            all.add(urls.directLoginState(application));
        }
        if (properties.v2()) {
            all.add(urls.directLoginCallback(application));
        }
        return all;
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(AppSessionIssuer.class)
    AppLoginController iamSmartAppLoginController(
            IamSmartClient client,
            SignInSettings settings,
            AppSessionIssuer sessions,
            UsedCodes usedCodes,
            DirectLoginProperties properties,
            ObjectProvider<Clock> clock) {
        properties.check();
        Clock time = clock.getIfUnique(Clock::systemUTC);
        return new AppLoginController(
                client, settings, sessions, usedCodes, new CallerLimit(properties.appRequestsPerMinute(), time), time);
    }
}
