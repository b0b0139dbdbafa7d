package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.PageFileController;
import io.github.iamsmart.spring.internal.page.PageSettings;
import io.github.iamsmart.spring.internal.page.PageStyle;
import io.github.iamsmart.spring.internal.properties.PagesProperties;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.github.iamsmart.spring.internal.settings.EndpointSettingsReader;
import io.github.iamsmart.spring.internal.settings.PageSettingsReader;
import io.github.iamsmart.spring.internal.web.EndpointSettings;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
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
@EnableConfigurationProperties(PagesProperties.class)
public final class IamSmartEndpointsAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartEndpointsAutoConfiguration() {}

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
}
