package io.github.iamsmart.internal.requests;

import static io.github.iamsmart.internal.requests.TrackedWorld.delivered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visitors who have not signed in can fill their share of the memory, and no more. */
class AnonymousShareTest {

    private static final String SIGNED_IN = TrackedWorld.KIND.name();
    private static final RequestKind<String> ANONYMOUS =
            TrackedWorld.KIND.anonymous().path("/test").build();
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final int RESULT = "result".length();

    private final TrackedWorld world = new TrackedWorld();

    private StoredRequest request(String kind) {
        return new StoredRequest(
                BusinessId.random(),
                "client",
                kind,
                "hash",
                "owner",
                null,
                null,
                NOW,
                NOW.plusSeconds(60),
                RequestStatus.PENDING,
                null,
                0,
                NOW.plusSeconds(60),
                0);
    }

    private StoredRequest anonymous() {
        return request(ANONYMOUS.name());
    }

    private StoredRequest answered(StoredRequest request) {
        return Transitions.answered(request, world.answer(ErrorCode.SUCCESS), NOW);
    }

    @Test
    void aRequestIsAnonymousByTheNameOfItsKind() {
        assertThat(anonymous().isAnonymous()).isTrue();
        assertThat(request(SIGNED_IN).isAnonymous()).isFalse();
    }

    @Test
    void anonymousRequestsLeaveHalfOfTheRoomToSignedInUsers() {
        RequestStore store = new MemoryRequestStore(10, 1_000);
        for (int i = 0; i < 5; i++) {
            store.create(anonymous());
        }

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> store.create(anonymous()))
                    .isInstanceOfSatisfying(StoreException.class, full -> {
                        assertThat(full.retryCanHelp()).isTrue();
                        assertThat(full.userMessage(Locale.ENGLISH)).containsIgnoringCase("try again");
                    })
                    .hasMessageContainingAll("share", "5 requests", "try again");
        }
        for (int i = 0; i < 5; i++) {
            assertThat(store.create(request(SIGNED_IN))).isTrue();
        }
        assertThatThrownBy(() -> store.create(request(SIGNED_IN)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("10 requests");
        assertThat(store.count("client", RequestStatus.PENDING)).isEqualTo(10);
    }

    @Test
    void signedInUsersMayHoldAllOfIt() {
        RequestStore store = new MemoryRequestStore(4, 1_000);

        for (int i = 0; i < 4; i++) {
            store.create(request(SIGNED_IN));
        }

        assertThatThrownBy(() -> store.create(anonymous())).isInstanceOf(StoreException.class);
    }

    @Test
    void aRequestThatEndsGivesItsPlaceBack() {
        RequestStore store = new MemoryRequestStore(4, 1_000);
        StoredRequest first = anonymous();
        store.create(first);
        store.create(anonymous());

        store.remove(first.businessId());

        assertThat(store.create(anonymous())).isTrue();
        assertThatThrownBy(() -> store.create(anonymous())).isInstanceOf(StoreException.class);
    }

    @Test
    void deliveredOnesOfTheShareGiveWayTheOldestFirst() {
        MemoryRequestStore store = new MemoryRequestStore(4, 1_000);
        TrackedWorld full = new TrackedWorld(store);
        BusinessId signedIn = full.answered();
        delivered(full.node);
        StoredRequest first = deliveredAt(store, NOW.plus(Duration.ofHours(2)));
        StoredRequest second = deliveredAt(store, NOW.plus(Duration.ofHours(3)));

        store.create(anonymous());
        assertThat(store.find(first.businessId())).isEmpty();
        assertThat(store.find(second.businessId())).isPresent();
        store.create(anonymous());
        assertThat(store.find(second.businessId())).isEmpty();
        assertThatThrownBy(() -> store.create(anonymous())).isInstanceOf(StoreException.class);
        assertThat(store.find(signedIn)).as("of another share").isPresent();
    }

    private StoredRequest deliveredAt(RequestStore store, Instant dueAt) {
        StoredRequest request = anonymous();
        StoredRequest delivered = new StoredRequest(
                request.businessId(),
                "client",
                request.kind(),
                "hash",
                "owner",
                null,
                null,
                NOW,
                NOW.plusSeconds(60),
                RequestStatus.DELIVERED,
                null,
                0,
                dueAt,
                0);
        store.create(delivered);
        return delivered;
    }

    @Test
    void theirResultsHaveAShareToo() {
        RequestStore store = new MemoryRequestStore(100, 4L * RESULT);
        StoredRequest third = anonymous();
        StoredRequest own = request(SIGNED_IN);
        for (StoredRequest one : new StoredRequest[] {anonymous(), anonymous()}) {
            store.create(one);
            store.replace(answered(one));
        }
        store.create(third);
        store.create(own);

        assertThatThrownBy(() -> store.replace(answered(third)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(2 * RESULT + " bytes");
        assertThat(store.replace(answered(own))).isTrue();
    }

    @Test
    void theShareIsConfigured() {
        RequestStore none = new MemoryRequestStore(4, 1_000, 0);
        RequestStore all = new MemoryRequestStore(2, 1_000, 1);

        assertThatThrownBy(() -> none.create(anonymous())).isInstanceOf(StoreException.class);
        assertThat(none.create(request(SIGNED_IN))).isTrue();
        assertThat(all.create(anonymous())).isTrue();
        assertThat(all.create(anonymous())).isTrue();
        assertThatCode(() -> new MemoryRequestStore(1, 1).create(anonymous()))
                .as("rounded up")
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void isAShare(double share) {
        assertThatThrownBy(() -> new MemoryRequestStore(1, 1, share)).isInstanceOf(ConfigurationException.class);
    }
}
