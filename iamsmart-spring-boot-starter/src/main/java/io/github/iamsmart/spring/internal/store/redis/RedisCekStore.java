package io.github.iamsmart.spring.internal.store.redis;

import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.WrappedCek;
import io.github.iamsmart.spring.internal.store.WrappedCekFormat;
import java.time.Duration;
import java.util.Optional;

/** Shares content keys (CEK) in Redis. One goes by itself some time after it has expired. Thread-safe. */
public final class RedisCekStore implements CekStore {

    /** The clock of the gateway may be behind: it decides whether a key is still good. */
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final RedisCalls redis;
    private final RedisKeys keys;

    /**
     * Creates a store.
     *
     * @param redis calls Redis
     * @param keyPrefix what all keys begin with
     */
    public RedisCekStore(RedisCalls redis, String keyPrefix) {
        this.redis = redis;
        this.keys = new RedisKeys(keyPrefix);
    }

    @Override
    public Optional<WrappedCek> find(String clientId) {
        byte[] value = redis.call(template -> template.opsForValue().get(keys.cek(clientId)));
        return Optional.ofNullable(value).map(WrappedCekFormat::read);
    }

    @Override
    public void save(String clientId, WrappedCek cek) {
        Duration life = redis.life(cek.expiresAt()).plus(GRACE);
        redis.call(template -> {
            template.opsForValue().set(keys.cek(clientId), WrappedCekFormat.write(cek), life);
            return true;
        });
    }
}
