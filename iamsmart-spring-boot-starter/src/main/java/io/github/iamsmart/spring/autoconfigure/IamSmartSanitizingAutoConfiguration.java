package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.diagnostics.SecretSanitizer;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that keeps the client's secrets out of the actuator's endpoints, also where an application lets
 * them show all values.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class IamSmartSanitizingAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartSanitizingAutoConfiguration() {}

    @Bean
    SanitizingFunction iamSmartSanitizingFunction(
            ObjectProvider<IamSmartProperties> properties, ObjectProvider<NamedClientMap> clients) {
        return new SecretSanitizer(
                () -> Stream.concat(properties.stream(), clients.stream().flatMap(NamedClientMap::properties))
                        .toList());
    }
}
