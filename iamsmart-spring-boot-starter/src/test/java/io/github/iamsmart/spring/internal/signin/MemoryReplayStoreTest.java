package io.github.iamsmart.spring.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.spring.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryReplayStoreTest {

    private final MutableClock clock = new MutableClock();
    private final MemoryReplayStore store = new MemoryReplayStore(clock);
    private final Instant end = clock.instant().plus(Duration.ofMinutes(20));

    @Test
    void aUseIsTheFirstOnce() {
        assertThat(store.isFirstUse("a", end)).isTrue();
        assertThat(store.isFirstUse("a", end)).isFalse();
        assertThat(store.isFirstUse("b", end)).isTrue();
    }

    @Test
    void oneThreadOfManyIsTheFirst() throws InterruptedException {
        AtomicInteger winners = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 16; i++) {
            threads.submit(() -> {
                start.await();
                return store.isFirstUse("a", end) ? winners.incrementAndGet() : 0;
            });
        }
        start.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(winners).hasValue(1);
    }

    @Test
    void forgetsAUseWhenItsTimeIsOver() {
        store.isFirstUse("a", end);
        clock.advance(Duration.ofMinutes(20));

        assertThat(store.isFirstUse("a", clock.instant().plusSeconds(1))).isTrue();
    }

    @Test
    void isBounded() {
        store.isFirstUse("a", end);
        for (int i = 0; i < 100_000; i++) {
            store.isFirstUse("other " + i, end);
        }

        assertThat(store.isFirstUse("a", end)).isTrue();
        assertThat(store.isFirstUse("other 99999", end)).isFalse();
    }
}
