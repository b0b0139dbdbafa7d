package io.github.iamsmart.stores;

import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.spring.internal.store.SqlDialect;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcAnswerPartStore;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcCalls;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcCekStore;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcReplayStore;
import io.github.iamsmart.spring.internal.store.jdbc.JdbcRequestStore;
import io.github.iamsmart.spring.internal.store.redis.RedisAnswerPartStore;
import io.github.iamsmart.spring.internal.store.redis.RedisCalls;
import io.github.iamsmart.spring.internal.store.redis.RedisCekStore;
import io.github.iamsmart.spring.internal.store.redis.RedisReplayStore;
import io.github.iamsmart.spring.internal.store.redis.RedisRequestStore;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The stores of one node. */
record Stores(RequestStore requests, AnswerPartStore parts, CekStore ceks, SignInReplayStore uses) {

    static Stores inRedis(RedisConnectionFactory connections) {
        RedisCalls redis = new RedisCalls(connections, Clock.systemUTC());
        return new Stores(
                new RedisRequestStore(redis, "iamsmart"),
                new RedisAnswerPartStore(redis, "iamsmart"),
                new RedisCekStore(redis, "iamsmart"),
                new RedisReplayStore(redis, "iamsmart"));
    }

    static Stores inDatabase(DataSource dataSource, @Nullable SqlDialect dialect) {
        JdbcCalls database = new JdbcCalls(dataSource, "IAMSMART_", dialect, Duration.ofSeconds(20));
        return new Stores(
                new JdbcRequestStore(database),
                new JdbcAnswerPartStore(database, Clock.systemUTC()),
                new JdbcCekStore(database),
                new JdbcReplayStore(database, Clock.systemUTC()));
    }
}
