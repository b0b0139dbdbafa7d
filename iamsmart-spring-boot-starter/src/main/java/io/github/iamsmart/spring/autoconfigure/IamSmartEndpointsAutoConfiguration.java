package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.PageFileController;
import io.github.iamsmart.spring.internal.page.PageSettings;
import io.github.iamsmart.spring.internal.page.PageStyle;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.properties.PagesProperties;
import io.github.iamsmart.spring.internal.requests.RequestPaths;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.settings.EnabledWhenBuilt;
import io.github.iamsmart.spring.internal.settings.EndpointSettingsReader;
import io.github.iamsmart.spring.internal.settings.PageSettingsReader;
import io.github.iamsmart.spring.internal.settings.ServletPathCheck;
import io.github.iamsmart.spring.internal.signin.SignInUrls;
import io.github.iamsmart.spring.internal.signin.page.HandOverPage;
import io.github.iamsmart.spring.internal.web.CallbackQueryFilter;
import io.github.iamsmart.spring.internal.web.CookieSeal;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of what the endpoints of a servlet application share: where they are, and what pages look like.
 */
@AutoConfiguration(after = IamSmartAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, HttpServletRequest.class})
@ConditionalOnSingleCandidate(IamSmartClient.class)
@ConditionalOnBean(ConfiguredClient.class)
@ConditionalOnProperty(
        prefix = IamSmartEndpointsAutoConfiguration.PREFIX,
        name = IamSmartEndpointsAutoConfiguration.ENABLED,
        matchIfMissing = true)
@EnableConfigurationProperties(PagesProperties.class)
public final class IamSmartEndpointsAutoConfiguration {

    static final String PREFIX = IamSmartProperties.PREFIX + ".endpoints";
    static final String ENABLED = "enabled";

    private static final Logger log = LoggerFactory.getLogger(IamSmartEndpointsAutoConfiguration.class);

    /** Creates the configuration. */
    public IamSmartEndpointsAutoConfiguration() {}

    @Bean
    static EnabledWhenBuilt iamSmartEndpointsEnabledWhenBuilt(Environment environment) {
        return new EnabledWhenBuilt(environment, PREFIX + "." + ENABLED, "the endpoints of iAM Smart are");
    }

    /** Callback URLs are registered for months: better no start than endpoints at which nobody looks. */
    @Bean
    static ServletPathCheck iamSmartServletPathCheck(Environment environment) {
        return new ServletPathCheck(environment);
    }

    @Bean
    EndpointSettings iamSmartEndpointSettings(
            ConfiguredClient client, ObjectProvider<IamSmartConnectionDetails> connection) {
        boolean simulated = connection.stream().anyMatch(IamSmartConnectionDetails::simulated);
        return new EndpointSettingsReader(client, simulated).settings();
    }

    @Bean
    PageSettings iamSmartPageSettings(PagesProperties pages) {
        return new PageSettingsReader(pages).settings();
    }

    @Bean
    PageStyle iamSmartPageStyle(EndpointSettings endpoints, PageSettings settings) {
        return new PageStyle(endpoints, settings);
    }

    @Bean
    SmallPage iamSmartSmallPage(PageStyle style) {
        return new SmallPage(style);
    }

    /** Between any form and the gateway: of a sign-in, and of an anonymous request. */
    @Bean
    HandOverPage iamSmartHandOverPage(SmallPage page, Captions captions) {
        return new HandOverPage(page, captions);
    }

    @Bean
    Captions iamSmartCaptions(WebApplicationContext application) {
        return new Captions(application);
    }

    @Bean
    PageFileController iamSmartPageFileController() {
        return new PageFileController();
    }

    @Bean
    SessionTrackingCheck iamSmartSessionTrackingCheck(WebApplicationContext application) {
        return new SessionTrackingCheck(application);
    }

    @Bean
    PublicUrlPathCheck iamSmartPublicUrlPathCheck(WebApplicationContext application, EndpointSettings endpoints) {
        return new PublicUrlPathCheck(application, endpoints);
    }

    @Bean
    CookieSeal iamSmartCookieSeal(ConfiguredClient client, ObjectProvider<IamSmartConnectionDetails> connections) {
        IamSmartConnectionDetails connection = connections.getIfUnique();
        String secret = connection == null ? client.properties().clientSecret() : connection.clientSecret();
        if (secret == null || secret.isBlank()) {
            log.warn(
                    "Sign-ins and anonymous requests can be finished at the node alone at which they began: this"
                            + " application makes its IamSmartClient itself, and neither {} nor an IamSmartConnectionDetails bean tells a secret that"
                            + " all nodes share.",
                    client.property("client-secret"));
            return CookieSeal.random();
        }
        return CookieSeal.of(secret, client.name());
    }

    /** The browser comes back to these with an authorization code. */
    @Bean
    FilterRegistrationBean<CallbackQueryFilter> iamSmartCallbackQueryFilter(
            EndpointSettings endpoints, @Value("${server.error.path:${error.path:/error}}") String errorPath) {
        return callbackQueryFilter(List.of(endpoints), errorPath);
    }

    /** {@return the filter in front of the callbacks of all clients} */
    static FilterRegistrationBean<CallbackQueryFilter> callbackQueryFilter(
            List<EndpointSettings> clients, String errorPath) {
        List<String> paths = clients.stream()
                .flatMap(endpoints -> Stream.concat(
                        SignInUrls.callbackPaths(endpoints.pathPrefix()).stream(),
                        Stream.of(endpoints.pathPrefix() + RequestPaths.ANONYMOUS_RETURN)))
                .toList();
        FilterRegistrationBean<CallbackQueryFilter> filter =
                new FilterRegistrationBean<>(new CallbackQueryFilter(paths));
        paths.forEach(filter::addUrlPatterns);
        filter.addUrlPatterns(errorPath);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
