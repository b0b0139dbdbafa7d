package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.store.StoreProperties;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcAnswerPartStore;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcCalls;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcCekStore;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcReplayStore;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcRequestStore;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcSchema;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.jdbc.core.JdbcTemplate;

/** Auto-configuration of stores in a relational database. */
@AutoConfiguration(
        before = IamSmartAutoConfiguration.class,
        beforeName = "io.github.iamsmart.spring.autoconfigure.IamSmartSignInAutoConfiguration",
        afterName = {
            "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(JdbcTemplate.class)
@ConditionalOnProperty(prefix = IamSmartProperties.PREFIX, name = "enabled", matchIfMissing = true)
@Conditional(OnStore.Jdbc.class)
@EnableConfigurationProperties(StoreProperties.class)
@ImportRuntimeHints(StoreHints.class)
public final class IamSmartStoreJdbcAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartStoreJdbcAutoConfiguration() {}

    @Bean
    JdbcCalls iamSmartJdbcCalls(DataSource dataSource, StoreProperties properties) {
        StoreProperties.Jdbc jdbc = properties.jdbc();
        return new JdbcCalls(dataSource, jdbc.tablePrefix(), jdbc.platform(), jdbc.timeout());
    }

    /** After all beans are made: by then, migrations have run. */
    @Bean
    SmartInitializingSingleton iamSmartJdbcSchema(JdbcCalls database, StoreProperties properties) {
        return () -> new JdbcSchema(database).prepare(properties.jdbc().initializeSchema());
    }

    @Bean
    @ConditionalOnMissingBean({RequestStore.class, IamSmartClient.class})
    RequestStore iamSmartRequestStore(JdbcCalls database) {
        return new JdbcRequestStore(database);
    }

    @Bean
    @ConditionalOnMissingBean({AnswerPartStore.class, IamSmartClient.class})
    AnswerPartStore iamSmartAnswerPartStore(JdbcCalls database, ObjectProvider<Clock> clock) {
        return new JdbcAnswerPartStore(database, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean({CekStore.class, IamSmartClient.class})
    CekStore iamSmartCekStore(JdbcCalls database) {
        return new JdbcCekStore(database);
    }

    @Bean
    @ConditionalOnMissingBean
    SignInReplayStore iamSmartSignInReplayStore(JdbcCalls database, ObjectProvider<Clock> clock) {
        return new JdbcReplayStore(database, clock.getIfUnique(Clock::systemUTC));
    }
}
