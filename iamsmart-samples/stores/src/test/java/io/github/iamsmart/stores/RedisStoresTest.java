package io.github.iamsmart.stores;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The contracts on Redis. */
class RedisStoresTest extends AllContracts {

    private static RedisNode redis;
    private static LettuceConnectionFactory connections;
    private static Stores one;
    private static Stores other;

    @BeforeAll
    static void start() {
        redis = RedisNode.start();
        connections = redis.connections();
        one = Stores.inRedis(connections);
        other = Stores.inRedis(connections);
    }

    @AfterAll
    static void stop() {
        connections.destroy();
        redis.close();
    }

    @Override
    Stores one() {
        return one;
    }

    @Override
    Stores other() {
        return other;
    }
}
