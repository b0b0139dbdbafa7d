package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.store.StoreProperties;
import io.github.iamsmart.spring.internal.store.redis.RedisAnswerPartStore;
import io.github.iamsmart.spring.internal.store.redis.RedisCalls;
import io.github.iamsmart.spring.internal.store.redis.RedisCekStore;
import io.github.iamsmart.spring.internal.store.redis.RedisReplayStore;
import io.github.iamsmart.spring.internal.store.redis.RedisRequestStore;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;

/** Auto-configuration of stores in Redis. It connects when something is first stored. */
@AutoConfiguration(
        before = IamSmartAutoConfiguration.class,
        beforeName = "io.github.iamsmart.spring.autoconfigure.IamSmartSignInAutoConfiguration",
        afterName = {
            "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(RedisTemplate.class)
@ConditionalOnProperty(prefix = IamSmartProperties.PREFIX, name = "enabled", matchIfMissing = true)
@Conditional(OnStore.Redis.class)
@EnableConfigurationProperties(StoreProperties.class)
@ImportRuntimeHints(StoreHints.class)
public final class IamSmartStoreRedisAutoConfiguration {

    /** Creates the configuration. */
    public IamSmartStoreRedisAutoConfiguration() {}

    @Bean
    RedisCalls iamSmartRedisCalls(RedisConnectionFactory connections, ObjectProvider<Clock> clock) {
        return new RedisCalls(connections, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean({RequestStore.class, IamSmartClient.class})
    RequestStore iamSmartRequestStore(RedisCalls redis, StoreProperties properties) {
        return new RedisRequestStore(redis, properties.redis().keyPrefix());
    }

    @Bean
    @ConditionalOnMissingBean({AnswerPartStore.class, IamSmartClient.class})
    AnswerPartStore iamSmartAnswerPartStore(RedisCalls redis, StoreProperties properties) {
        return new RedisAnswerPartStore(redis, properties.redis().keyPrefix());
    }

    @Bean
    @ConditionalOnMissingBean({CekStore.class, IamSmartClient.class})
    CekStore iamSmartCekStore(RedisCalls redis, StoreProperties properties) {
        return new RedisCekStore(redis, properties.redis().keyPrefix());
    }

    @Bean
    @ConditionalOnMissingBean
    SignInReplayStore iamSmartSignInReplayStore(RedisCalls redis, StoreProperties properties) {
        return new RedisReplayStore(redis, properties.redis().keyPrefix());
    }
}
