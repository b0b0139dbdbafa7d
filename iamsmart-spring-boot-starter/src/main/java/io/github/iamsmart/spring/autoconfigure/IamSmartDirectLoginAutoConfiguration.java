package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.CallbackUrlListener;
import io.github.iamsmart.spring.internal.directlogin.AppLoginController;
import io.github.iamsmart.spring.internal.directlogin.DirectLoginController;
import io.github.iamsmart.spring.internal.directlogin.DirectLoginHosts;
import io.github.iamsmart.spring.internal.directlogin.DirectLoginStateController;
import io.github.iamsmart.spring.internal.directlogin.UsedCodes;
import io.github.iamsmart.spring.internal.limit.NetworkLimit;
import io.github.iamsmart.spring.internal.properties.DirectLoginProperties;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.settings.DirectLoginReader;
import io.github.iamsmart.spring.internal.signin.CodeExchange;
import io.github.iamsmart.spring.internal.signin.SignInCompletion;
import io.github.iamsmart.spring.internal.signin.SignInSessions;
import io.github.iamsmart.spring.internal.signin.SignInSettings;
import io.github.iamsmart.spring.internal.signin.SignInStart;
import io.github.iamsmart.spring.internal.signin.SignInUrls;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import io.github.iamsmart.spring.signin.AppSessionIssuer;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the endpoints for sign-ins that begin inside the iAM Smart app. */
@AutoConfiguration(after = IamSmartSignInAutoConfiguration.class)
@ConditionalOnBean(SignInCompletion.class)
@EnableConfigurationProperties(DirectLoginProperties.class)
public final class IamSmartDirectLoginAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IamSmartDirectLoginAutoConfiguration.class);

    /** Creates the configuration. */
    public IamSmartDirectLoginAutoConfiguration() {}

    @Bean
    UsedCodes iamSmartUsedCodes(SignInReplayStore used, ObjectProvider<Clock> clock) {
        return new UsedCodes(used, clock.getIfUnique(Clock::systemUTC));
    }

    /** There also where it is switched off, as ahead-of-time processing cannot know how the application will run. */
    @Bean
    DirectLoginController iamSmartDirectLoginController(
            IamSmartClient client,
            EndpointSettings endpoints,
            SignInUrls urls,
            SignInSessions sessions,
            SignInCompletion completion,
            UsedCodes usedCodes,
            SignInSettings settings,
            DirectLoginProperties properties,
            ObjectProvider<Clock> clock) {
        URI application = endpoints.publicUrl();
        if (application != null && properties.v2()) {
            log.info("Callback URL of Direct Login v2, if used: {}", urls.directLoginCallback(application));
        }
        Clock time = clock.getIfUnique(Clock::systemUTC);
        // Not the limit of ordinary sign-ins: what is tried here must not keep those out.
        NetworkLimit refusals = new NetworkLimit(settings.failedAttemptsPerMinute(), time);
        return new DirectLoginController(
                properties.v2(),
                client,
                endpoints.language(),
                sessions,
                completion,
                usedCodes,
                new CodeExchange(client, refusals),
                time);
    }

    /** There also where it is switched off, as above. */
    @Bean
    DirectLoginStateController iamSmartDirectLoginStateController(
            IamSmartClient client,
            EndpointSettings endpoints,
            SignInSettings settings,
            SignInUrls urls,
            SignInStart start,
            SignInCompletion completion,
            ConfiguredClient configured,
            DirectLoginProperties properties) {
        DirectLoginReader reader = new DirectLoginReader(configured, properties);
        reader.warnOfHostsWithoutV1();
        URI application = endpoints.publicUrl();
        if (application != null && properties.v1()) {
            log.info("Get-state address of Direct Login v1: {}", urls.directLoginState(application));
        }
        Set<String> hosts = properties.v1() ? reader.hosts() : Set.of();
        return new DirectLoginStateController(
                properties.v1(),
                client.clientId(),
                endpoints.language(),
                settings.scopes(),
                new DirectLoginHosts(client.environment().browserBaseUrl(), hosts),
                start,
                completion);
    }

    @Bean
    @ConditionalOnBean(CallbackUrlListener.class)
    CallbackUrlAnnouncement iamSmartCallbackUrlAnnouncement(
            EndpointSettings endpoints,
            SignInUrls urls,
            DirectLoginProperties properties,
            ObjectProvider<CallbackUrlListener> listeners) {
        return new CallbackUrlAnnouncement(
                endpoints.publicUrl(),
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
    @ConditionalOnBean(AppSessionIssuer.class)
    AppLoginController iamSmartAppLoginController(
            IamSmartClient client,
            EndpointSettings endpoints,
            AppSessionIssuer sessions,
            UsedCodes usedCodes,
            ConfiguredClient configured,
            DirectLoginProperties properties,
            ObjectProvider<Clock> clock) {
        Clock time = clock.getIfUnique(Clock::systemUTC);
        int requests = new DirectLoginReader(configured, properties).appRequestsPerMinute();
        NetworkLimit limit = new NetworkLimit(requests, time);
        return new AppLoginController(client, endpoints, sessions, usedCodes, limit, time);
    }
}
