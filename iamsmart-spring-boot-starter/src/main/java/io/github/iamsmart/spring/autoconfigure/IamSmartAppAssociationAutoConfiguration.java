package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.association.AssociationFile;
import io.github.iamsmart.spring.internal.association.AssociationJson;
import io.github.iamsmart.spring.internal.properties.AppAssociationProperties;
import io.github.iamsmart.spring.internal.settings.AppAssociationReader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Auto-configuration of the association files: each is there when an app is configured for it. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, HttpServletRequest.class})
@EnableConfigurationProperties(AppAssociationProperties.class)
public final class IamSmartAppAssociationAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartAppAssociationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "iamSmartAssociationFiles")
    SimpleUrlHandlerMapping iamSmartAssociationFiles(AppAssociationProperties properties) {
        Map<String, AssociationFile> files = new LinkedHashMap<>();
        if (!properties.ios().isEmpty()) {
            files.put(AssociationJson.APPLE_PATH, AssociationJson.apple(AppAssociationReader.iosApps(properties)));
        }
        if (!properties.android().isEmpty()) {
            files.put(
                    AssociationJson.ANDROID_PATH,
                    AssociationJson.android(AppAssociationReader.androidApps(properties)));
        }
        return new SimpleUrlHandlerMapping(files, Ordered.HIGHEST_PRECEDENCE + 100);
    }
}
