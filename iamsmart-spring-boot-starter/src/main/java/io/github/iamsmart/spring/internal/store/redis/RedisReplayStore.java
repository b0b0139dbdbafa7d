package io.github.iamsmart.spring.internal.store.redis;

import io.github.iamsmart.spring.signin.SignInReplayStore;
import java.time.Instant;
import java.util.Objects;

/** Remembers in Redis what may be used once. Each use goes by itself when it need not be remembered. Thread-safe. */
public final class RedisReplayStore implements SignInReplayStore {

    private static final byte[] USED = {1};

    private final RedisCalls redis;
    private final RedisKeys keys;

    /**
     * Creates a store.
     *
     * @param redis calls Redis
     * @param keyPrefix what all keys begin with
     */
    public RedisReplayStore(RedisCalls redis, String keyPrefix) {
        this.redis = redis;
        this.keys = new RedisKeys(keyPrefix);
    }

    @Override
    public boolean isFirstUse(String key, Instant expiresAt) {
        return Objects.equals(
                redis.call(template -> template.opsForValue().setIfAbsent(keys.used(key), USED, redis.life(expiresAt))),
                true);
    }
}
