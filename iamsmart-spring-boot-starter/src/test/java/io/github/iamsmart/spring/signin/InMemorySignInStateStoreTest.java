package io.github.iamsmart.spring.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.spring.MutableClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InMemorySignInStateStoreTest {

    private final MutableClock clock = new MutableClock();
    private final InMemorySignInStateStore store = new InMemorySignInStateStore(clock, 3);

    private PendingSignIn pending() {
        return new PendingSignIn(
                "browser", null, Language.EN_US, false, clock.instant().plus(Duration.ofMinutes(20)));
    }

    @Test
    void givesASignInBackOnce() {
        PendingSignIn pending = pending();
        store.save("a", pending);

        assertThat(store.remove("a")).contains(pending);
        assertThat(store.remove("a")).isEmpty();
        assertThat(store.remove("never")).isEmpty();
    }

    @Test
    void givesItToOneThreadOfMany() throws InterruptedException {
        store.save("a", pending());
        AtomicInteger winners = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 16; i++) {
            threads.submit(() -> {
                start.await();
                return store.remove("a").map(pending -> winners.incrementAndGet());
            });
        }
        start.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(winners).hasValue(1);
    }

    @Test
    void forgetsWhatHasExpired() {
        store.save("a", pending());
        clock.advance(Duration.ofMinutes(20).minusMillis(1));
        store.save("b", pending());
        clock.advance(Duration.ofMillis(1));

        assertThat(store.remove("a")).isEmpty();
        assertThat(store.remove("b")).isPresent();
    }

    @Test
    void letsTheOldestGiveWayWhenItIsFull() {
        for (String key : new String[] {"a", "b", "c", "d"}) {
            store.save(key, pending());
        }

        assertThat(store.remove("a")).isEmpty();
        assertThat(store.remove("b")).isPresent();
        assertThat(store.remove("c")).isPresent();
        assertThat(store.remove("d")).isPresent();
    }

    @Test
    void makesRoomOfWhatHasExpiredFirst() {
        store.save("a", pending());
        store.save("b", pending());
        clock.advance(Duration.ofMinutes(30));
        store.save("c", pending());
        store.save("d", pending());
        store.save("e", pending());

        assertThat(store.remove("c")).isPresent();
        assertThat(store.remove("d")).isPresent();
        assertThat(store.remove("e")).isPresent();
    }

    @Test
    void needsACapacity() {
        assertThatThrownBy(() -> new InMemorySignInStateStore(clock, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
