package io.github.iamsmart.spring.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.key.KekKeyPair;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import io.github.iamsmart.spring.MutableClock;
import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.internal.observation.RequestCounts.Status;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.registry.ServedClient;
import io.github.iamsmart.spring.internal.registry.ServedClientRegistry;
import io.github.iamsmart.spring.internal.settings.ConfiguredClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Gauges that read a store, which may be slow, broken or away. */
@Timeout(60)
class RequestCountsTest {

    @TempDir
    Path folder;

    private final AtomicLong nanoTime = new AtomicLong();
    private final Store store = new Store();
    private final MutableClock clock = new MutableClock();
    private @Nullable IamSmartClient client;
    private @Nullable RequestCounts counts;

    @AfterEach
    void close() {
        store.gate.countDown();
        if (counts != null) {
            counts.close();
        }
        if (client != null) {
            client.close();
        }
    }

    private ServedClientRegistry clients() {
        client = IamSmartClient.builder()
                .clientId("starter-client")
                .clientSecret("starter-client-secret-4f1e")
                .kek(KekKeyPair.fromPem(TestKeys.pemKey(folder), TestKeys.pemCertificate(folder)))
                .clock(clock)
                .requestStore(store)
                .build();
        IamSmartProperties properties = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("iamsmart", IamSmartProperties.class);
        return new ServedClientRegistry(
                List.of(new ServedClient(ConfiguredClient.ofDefault(properties), client, null, null)));
    }

    private RequestCounts counts() {
        counts = new RequestCounts(clients(), nanoTime::get);
        return counts;
    }

    private void advance(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    @Test
    void aScrapeCountsOnceForAllItsGauges() {
        RequestCounts counts = counts();

        assertThat(counts.count("default", Status.PENDING)).isEqualTo(2);
        assertThat(counts.count("default", Status.UNDELIVERED)).isEqualTo(2);
        assertThat(counts.count("default", Status.DEAD)).isEqualTo(1);
        assertThat(store.asked).hasValue(RequestStatus.values().length - 1);

        advance(RequestCounts.FRESH);
        assertThat(counts.count("default", Status.DEAD)).isEqualTo(1);
        assertThat(store.asked).hasValue(2 * (RequestStatus.values().length - 1));
    }

    @Test
    void aBrokenStoreIsUnknownAndThrowsNothing() {
        RequestCounts counts = counts();
        assertThat(counts.count("default", Status.PENDING)).isEqualTo(2);
        store.broken = true;
        advance(RequestCounts.FRESH);

        assertThat(counts.count("default", Status.PENDING)).isNaN();

        store.broken = false;
        advance(RequestCounts.FRESH);
        assertThat(counts.count("default", Status.PENDING)).isEqualTo(2);
    }

    @Test
    void aStoreThatHangsKeepsAScrapeWaitingOnceAndOccupiesOneThread() {
        RequestCounts counts = counts();
        store.hangs = true;

        for (int scrape = 0; scrape < 50; scrape++) {
            assertThat(counts.count("default", Status.PENDING)).isNaN();
            assertThat(counts.count("default", Status.DEAD)).isNaN();
            advance(RequestCounts.FRESH);
        }
        assertThat(store.entered)
                .as("one thread is stuck, and no second one sent after it")
                .hasValue(1);

        store.gate.countDown();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            advance(RequestCounts.FRESH);
            assertThat(counts.count("default", Status.PENDING)).isEqualTo(2);
        });
    }

    @Test
    void whatWasKnownIsShownForAWhileWhenTheStoreHangs() {
        RequestCounts counts = counts();
        assertThat(counts.count("default", Status.PENDING)).isEqualTo(2);
        store.hangs = true;
        advance(RequestCounts.FRESH);

        assertThat(counts.count("default", Status.PENDING)).isEqualTo(2);
        advance(RequestCounts.KNOWN);
        assertThat(counts.count("default", Status.PENDING)).isNaN();
    }

    @Test
    void theGaugesOfAClientThatHasMadeNoCall() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ServedClientRegistry clients = clients();
        counts = new RequestCounts(clients, nanoTime::get);
        RequestCounts of = counts;
        new ClientMeters(
                        () -> clients,
                        () -> of,
                        () -> {
                            throw new IllegalStateException("a bean that is gone");
                        },
                        clock)
                .bindTo(meters);

        assertThat(value(meters, "iamsmart.cek.age")).isNaN();
        assertThat(value(meters, "iamsmart.cek.expiry")).isNaN();
        assertThat(value(meters, "iamsmart.clock.skew")).isNaN();
        assertThat(meters.get("iamsmart.waiting.streams").gauge().value()).isNaN();
        double before = value(meters, "iamsmart.kek.certificate.expiry");
        assertThat(before).isPositive();
        clock.advance(Duration.ofDays(1));
        assertThat(value(meters, "iamsmart.kek.certificate.expiry"))
                .isEqualTo(before - Duration.ofDays(1).toSeconds());
        clock.advance(Duration.ofDays(36_500));
        assertThat(value(meters, "iamsmart.kek.certificate.expiry")).isNegative();
        assertThat(meters.get("iamsmart.requests")
                        .tags("client", "default", "status", "dead")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private static double value(SimpleMeterRegistry meters, String name) {
        Gauge gauge = meters.get(name).tags("client", "default").gauge();
        return gauge.value();
    }

    /** One request of each status. */
    private static final class Store implements RequestStore {

        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger entered = new AtomicInteger();
        private volatile boolean broken;
        private volatile boolean hangs;

        @Override
        public long count(String clientId, RequestStatus status) {
            asked.incrementAndGet();
            if (broken) {
                throw new IllegalStateException("with something personal");
            }
            if (hangs && gate.getCount() > 0) {
                entered.incrementAndGet();
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return 1;
        }

        @Override
        public boolean create(StoredRequest request) {
            return true;
        }

        @Override
        public Optional<StoredRequest> find(BusinessId businessId) {
            return Optional.empty();
        }

        @Override
        public boolean replace(StoredRequest next) {
            return false;
        }

        @Override
        public List<StoredRequest> due(String clientId, Instant now, int limit) {
            return List.of();
        }

        @Override
        public void remove(BusinessId businessId) {}
    }
}
