package io.github.iamsmart.spring.internal.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import io.github.iamsmart.spring.internal.store.DueTime;
import io.github.iamsmart.spring.internal.store.StoredRequestFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Stores requests in Redis: each under its business id, and one index for each client and status, sorted by when they
 * are due. Each change is one script, and takes effect as a whole or not at all. A delivered request goes by itself
 * some minutes after it was due to be deleted, if no node has deleted it. Thread-safe.
 */
public final class RedisRequestStore implements RequestStore {

    private static final RedisScript<Long> CREATE = RedisCalls.decision("create-request");
    private static final RedisScript<Long> REPLACE = RedisCalls.decision("replace-request");
    private static final RedisScript<Long> REMOVE = RedisCalls.decision("remove-request");
    private static final RedisScript<Long> FORGET = RedisCalls.decision("forget-request");
    private static final RedisScript<List<byte[]>> DUE = RedisCalls.list("due-requests");
    private static final RedisScript<List<byte[]>> LOAD = RedisCalls.list("load-requests");

    /**
     * Whoever deletes a request deletes its parts too: that is the usual way, and this is for when all nodes are gone.
     */
    private static final Duration GRACE = Duration.ofMinutes(10);

    /** A batch of large results must not fill the memory. */
    private static final int ENOUGH_BYTES = 16 * 1024 * 1024;

    private final RedisCalls redis;
    private final RedisKeys keys;

    /**
     * Creates a store.
     *
     * @param redis calls Redis
     * @param keyPrefix what all keys begin with
     */
    public RedisRequestStore(RedisCalls redis, String keyPrefix) {
        this.redis = redis;
        this.keys = new RedisKeys(keyPrefix);
    }

    @Override
    public boolean create(StoredRequest request) {
        return redis.decide(
                CREATE,
                List.of(keys.request(request.businessId()), keys.index(request.status(), request.clientId())),
                StoredRequestFormat.write(request),
                DueTime.micros(request.dueAt()),
                request.businessId(),
                lifeMillis(request));
    }

    @Override
    public Optional<StoredRequest> find(BusinessId businessId) {
        byte[] value = redis.call(template -> template.opsForValue().get(keys.request(businessId)));
        return Optional.ofNullable(value).map(bytes -> StoredRequestFormat.read(businessId, bytes));
    }

    @Override
    public boolean replace(StoredRequest next) {
        byte[] before =
                ByteBuffer.allocate(Long.BYTES).putLong(next.version() - 1).array();
        return redis.decide(
                REPLACE,
                keys.requestAndIndexes(next.businessId(), next.clientId()),
                before,
                StoredRequestFormat.write(next),
                StoredRequestFormat.code(next.status()),
                DueTime.micros(next.dueAt()),
                next.businessId(),
                lifeMillis(next));
    }

    private long lifeMillis(StoredRequest request) {
        return request.status() == RequestStatus.DELIVERED
                ? redis.life(request.dueAt()).plus(GRACE).toMillis()
                : 0;
    }

    @Override
    public List<StoredRequest> due(String clientId, Instant now, int limit) {
        List<BusinessId> ids = redis.list(DUE, keys.indexes(clientId), DueTime.micros(now), limit).stream()
                .map(id -> new BusinessId(new String(id, US_ASCII)))
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<byte[]> values = redis.list(LOAD, ids.stream().map(keys::request).toList(), ENOUGH_BYTES);
        List<StoredRequest> due = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).length == 0) {
                redis.decide(FORGET, keys.requestAndIndexes(ids.get(i), clientId), ids.get(i));
            } else {
                due.add(StoredRequestFormat.read(ids.get(i), values.get(i)));
            }
        }
        // Another node may have changed one meanwhile, and the index knows microseconds only.
        due.removeIf(request -> request.dueAt().isAfter(now));
        due.sort(Comparator.comparing(StoredRequest::dueAt));
        return List.copyOf(due);
    }

    @Override
    public void remove(BusinessId businessId) {
        find(businessId)
                .ifPresent(request ->
                        redis.decide(REMOVE, keys.requestAndIndexes(businessId, request.clientId()), businessId));
    }

    @Override
    public long count(String clientId, RequestStatus status) {
        Long size = redis.call(template -> template.opsForZSet().zCard(keys.index(status, clientId)));
        return size == null ? 0 : size;
    }
}
