package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.store.StoreChoice;
import io.github.iamsmart.spring.internal.store.StoreProperties;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Auto-configuration of the choice of a store. */
@AutoConfiguration(after = {IamSmartStoreJdbcAutoConfiguration.class, IamSmartStoreRedisAutoConfiguration.class})
@ConditionalOnProperty(prefix = IamSmartProperties.PREFIX, name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(StoreProperties.class)
public final class IamSmartStoreAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartStoreAutoConfiguration() {}

    @Bean
    @Lazy(false)
    StoreAnnouncement iamSmartStoreAnnouncement(Environment environment, ConfigurableListableBeanFactory beans) {
        ClassLoader loader =
                Objects.requireNonNullElseGet(beans.getBeanClassLoader(), ClassUtils::getDefaultClassLoader);
        return new StoreAnnouncement(StoreChoice.of(environment, beans, loader), environment);
    }
}
