package io.github.iamsmart.spring.internal.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.store.AnswerPart;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.spring.internal.store.AnswerPartFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Stores the parts of answers in Redis, those of one request in one hash: two fields for each part, its total and its
 * value. They go by themselves when the last of them may. Thread-safe.
 */
public final class RedisAnswerPartStore implements AnswerPartStore {

    private static final RedisScript<Long> ADD = RedisCalls.decision("add-part");
    private static final RedisScript<List<byte[]>> PROGRESS = RedisCalls.list("progress-of-parts");

    private final RedisCalls redis;
    private final RedisKeys keys;

    /**
     * Creates a store.
     *
     * @param redis calls Redis
     * @param keyPrefix what all keys begin with
     */
    public RedisAnswerPartStore(RedisCalls redis, String keyPrefix) {
        this.redis = redis;
        this.keys = new RedisKeys(keyPrefix);
    }

    @Override
    public boolean add(AnswerPart part) {
        return redis.decide(
                ADD,
                List.of(keys.parts(part.businessId())),
                part.number(),
                part.total(),
                AnswerPartFormat.write(part),
                redis.life(part.keepUntil()).toMillis());
    }

    @Override
    public Optional<AnswerPart> find(BusinessId businessId, int number) {
        byte[] value = redis.call(
                template -> template.<String, byte[]>opsForHash().get(keys.parts(businessId), "data:" + number));
        return Optional.ofNullable(value).map(bytes -> AnswerPartFormat.read(businessId, number, bytes));
    }

    @Override
    public AnswerProgress progress(BusinessId businessId) {
        List<byte[]> numbers = redis.list(PROGRESS, List.of(keys.parts(businessId)));
        int announced = 0;
        TreeSet<Integer> received = new TreeSet<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            received.add(number(numbers.get(i)));
            announced = Math.max(announced, number(numbers.get(i + 1)));
        }
        return new AnswerProgress(announced, received);
    }

    private static int number(byte[] digits) {
        return Integer.parseInt(new String(digits, US_ASCII));
    }

    @Override
    public void remove(BusinessId businessId) {
        redis.call(template -> template.unlink(keys.parts(businessId)));
    }
}
