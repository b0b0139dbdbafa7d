package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.WrappedCek;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several nodes and one content key. */
@Timeout(30)
class SharedCekTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final StubGateway gateway = new StubGateway();
    private final MapStore store = new MapStore();
    private final StubKey first = StubKey.of(1, clock.instant());
    private final StubKey second = StubKey.of(2, clock.instant());
    private final IamSmartClient node = node(store);

    private static final class MapStore implements CekStore {
        private final Map<String, WrappedCek> keys = new ConcurrentHashMap<>();
        private final AtomicInteger saved = new AtomicInteger();

        @Override
        public Optional<WrappedCek> find(String clientId) {
            return Optional.ofNullable(keys.get(clientId));
        }

        @Override
        public void save(String clientId, WrappedCek cek) {
            saved.incrementAndGet();
            keys.put(clientId, cek);
        }
    }

    private IamSmartClient node(CekStore shared) {
        return gateway.client().clock(clock).cekStore(shared).build();
    }

    @BeforeEach
    void open() {
        handOut(first);
    }

    @AfterEach
    void stop() {
        node.close();
        gateway.close();
    }

    private void handOut(StubKey key) {
        gateway.handOut(key);
        gateway.answer(okJson(key.sealed("{}")));
    }

    private static void call(IamSmartClient client) {
        assertThat(client.call(StubGateway.PATH, Map.of(), String.class)).isEqualTo("{}");
    }

    @Test
    void savesWhatItFetches() {
        call(node);
        assertThat(store.find(StubGateway.CLIENT_ID)).contains(first.wrapped());
    }

    @Test
    void usesTheKeyOfAnotherNodeWithoutAskingTheGateway() {
        store.save(StubGateway.CLIENT_ID, first.wrapped());
        call(node);
        assertThat(gateway.keyCalls()).isZero();
        assertThat(store.saved).as("it is there already").hasValue(1);
    }

    @Test
    void oneNodesRenewalServesTheOthers() {
        call(node);
        try (IamSmartClient other = node(store)) {
            call(other);
            assertThat(gateway.keyCalls()).isEqualTo(1);
            clock.advance(StubKey.LIFE);
            handOut(StubKey.of(3, clock.instant()));
            call(other);
            call(node);
        }
        assertThat(gateway.keyCalls()).isEqualTo(2);
    }

    @Test
    void doesNotUseAnExpiredKey() {
        store.save(
                StubGateway.CLIENT_ID,
                StubKey.of(9, clock.instant().minus(Duration.ofDays(2))).wrapped());
        call(node);
        assertThat(gateway.keyCalls()).isEqualTo(1);
        assertThat(store.find(StubGateway.CLIENT_ID)).contains(first.wrapped());
    }

    @Test
    void worksWithAStoreThatFails() {
        CekStore broken = new CekStore() {
            @Override
            public Optional<WrappedCek> find(String clientId) {
                throw new IllegalStateException("the store is down");
            }

            @Override
            public void save(String clientId, WrappedCek cek) {
                throw new IllegalStateException("the store is down");
            }
        };
        try (IamSmartClient alone = node(broken)) {
            call(alone);
            call(alone);
        }
        assertThat(gateway.keyCalls()).isEqualTo(1);
    }

    @Test
    void asksTheGatewayWhenTheStoredKeyIsForAKekOfAnotherNode() {
        store.save(
                StubGateway.CLIENT_ID,
                StubKey.of(7, clock.instant(), TestKeys.SECOND).wrapped());
        call(node);
        assertThat(gateway.keyCalls()).isEqualTo(1);
    }

    @Test
    void asksTheGatewayWhenTheStoreHoldsGarbage() {
        store.save(
                StubGateway.CLIENT_ID,
                new WrappedCek(
                        "garbage", "garbage", clock.instant(), clock.instant().plus(StubKey.LIFE)));
        call(node);
        assertThat(gateway.keyCalls()).isEqualTo(1);
    }

    @Test
    void takesTheKeyOfAnotherNodeAfterARefusal() {
        call(node);
        store.save(StubGateway.CLIENT_ID, second.wrapped());
        gateway.handOut(StubKey.of(3, clock.instant()));
        gateway.answer(okJson(second.sealed("{}")));
        gateway.refuseKey(first, "D30002");
        call(node);
        assertThat(gateway.keyCalls()).isEqualTo(1);
    }

    @Test
    void doesNotTakeTheRefusedKeyFromTheStoreEvenIfItIsWrappedAnew() {
        call(node);
        StubKey again = StubKey.of(1, clock.instant());
        assertThat(again.secretKey()).isNotEqualTo(first.secretKey());
        store.save(StubGateway.CLIENT_ID, again.wrapped());
        handOut(second);
        gateway.refuseKey(first, "D30002");
        call(node);
        assertThat(gateway.keyCalls()).isEqualTo(2);
    }

    @Test
    void doesNotTakeARevokedKeyFromTheStore() {
        gateway.answer("/api/v1/security/revokeKey", okJson(StubGateway.envelope("D00000", "null")));
        call(node);
        node.revokeCek();
        handOut(second);
        gateway.refuseKey(first, "D30002");
        gateway.server().resetRequests();
        call(node);
        assertThat(gateway.received(StubGateway.PATH))
                .as("none was wasted on it")
                .hasSize(1);
    }
}
