package io.github.iamsmart.internal.key;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.StubGateway;
import io.github.iamsmart.StubKey;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.internal.gateway.Deadline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CekSourceTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final StubGateway gateway = new StubGateway();
    private final StubKey first = StubKey.of(1, clock.instant());
    private final CekSource source = CekSources.on(gateway, clock);

    @BeforeEach
    void open() {
        gateway.handOut(first);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void unwrapsAKeyOnceHoweverOftenItIsHandedOut() {
        ContentKey key = CekSources.current(source);
        for (int i = 0; i < 3; i++) {
            assertThat(source.replace(key, Deadline.in(Duration.ofSeconds(20)))).isSameAs(key);
        }
        assertThat(gateway.keyCalls()).isEqualTo(4);
    }

    @Test
    void doesNotRetireAKeyThatComesAgainWrappedAnew() {
        ContentKey key = CekSources.current(source);
        gateway.handOut(StubKey.of(1, clock.instant()));
        assertThat(source.replace(key, Deadline.in(Duration.ofSeconds(20)))).isEqualTo(key);
        assertThat(source.known()).extracting(KnownKey::key).containsExactly(key);
    }

    @Test
    void waitsForAKeyNoLongerThanTheCallerCan() {
        gateway.answer(StubGateway.GET_KEY, okJson(first.answer()).withFixedDelay(10_000));
        long before = System.nanoTime();
        assertThatThrownBy(() -> source.current(Deadline.in(Duration.ofMillis(50))))
                .isInstanceOfSatisfying(TransportException.class, e -> {
                    assertThat(e).hasMessageContaining("time-outs");
                    assertThat(e.mayHaveArrived()).isFalse();
                });
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    }
}
