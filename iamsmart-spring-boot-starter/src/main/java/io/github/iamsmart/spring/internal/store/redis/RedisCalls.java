package io.github.iamsmart.spring.internal.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.error.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.RedisSerializer;

/** Calls Redis: texts as keys, bytes as values, and failures that tell what to do. Thread-safe. */
public final class RedisCalls {

    private static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    private final RedisTemplate<String, byte[]> template = new RedisTemplate<>();
    private final Clock clock;

    /**
     * Creates it; connects to nothing yet.
     *
     * @param connections to Redis
     * @param clock the time, by which lives are counted
     */
    public RedisCalls(RedisConnectionFactory connections, Clock clock) {
        this.clock = clock;
        template.setConnectionFactory(connections);
        template.setKeySerializer(RedisSerializer.string());
        template.setValueSerializer(RedisSerializer.byteArray());
        template.setHashKeySerializer(RedisSerializer.string());
        template.setHashValueSerializer(RedisSerializer.byteArray());
        template.afterPropertiesSet();
    }

    /** A script that answers yes (1) or no (0). */
    static RedisScript<Long> decision(String name) {
        return script(name, Long.class);
    }

    /** A script that answers with texts or bytes. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // there is no class literal of a list of arrays
    static RedisScript<List<byte[]>> list(String name) {
        return (RedisScript) script(name, List.class);
    }

    private static <T> RedisScript<T> script(String name, Class<T> type) {
        DefaultRedisScript<T> script = new DefaultRedisScript<>();
        script.setLocation(new ClassPathResource(name + ".lua", RedisCalls.class));
        script.setResultType(type);
        return script;
    }

    boolean decide(RedisScript<Long> script, List<String> keys, Object... arguments) {
        return Objects.equals(run(script, keys, arguments), 1L);
    }

    @SuppressWarnings("unchecked") // the script was made to answer so
    List<byte[]> list(RedisScript<List<byte[]>> script, List<String> keys, Object... arguments) {
        return Objects.requireNonNullElse((List<byte[]>) run(script, keys, arguments), List.of());
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the serializer is for the elements of a list
    private @Nullable Object run(RedisScript script, List<String> keys, Object... arguments) {
        Object[] bytes = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            bytes[i] = arguments[i] instanceof byte[]
                    ? arguments[i]
                    : arguments[i].toString().getBytes(UTF_8);
        }
        RedisSerializer serializer = RedisSerializer.byteArray();
        return call(redis -> redis.execute(script, serializer, serializer, keys, bytes));
    }

    /** A failure quotes none of the data; the message of Redis could, and is left out unless it is of the network. */
    <T> @Nullable T call(Function<RedisTemplate<String, byte[]>, T> action) {
        try {
            return action.apply(template);
        } catch (RedisConnectionFailureException e) {
            throw new StoreException("Redis cannot be reached: check that it runs, and spring.data.redis.*.", e);
        } catch (DataAccessException e) {
            throw new StoreException(
                    "Redis did not do what it was asked to (" + name(e) + "): if it took too long, check"
                            + " its load and spring.data.redis.timeout; else its version (5 or later), its memory, and what the"
                            + " account may do.");
        }
    }

    private static String name(DataAccessException failure) {
        Throwable cause = failure.getMostSpecificCause();
        return failure.getClass().getSimpleName() + ", " + cause.getClass().getSimpleName();
    }

    /** {@return how long something lives that must be kept until a time, by this node's clock; never nothing} */
    Duration life(Instant until) {
        Duration life = Duration.between(clock.instant(), until);
        if (life.toMillis() < 1) {
            return Duration.ofMillis(1);
        }
        return life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
    }
}
