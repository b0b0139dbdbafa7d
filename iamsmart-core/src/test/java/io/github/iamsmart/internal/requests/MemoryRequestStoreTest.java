package io.github.iamsmart.internal.requests;

import static io.github.iamsmart.internal.requests.TrackedWorld.delivered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.Crowd;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestKind;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The store of one node: bounded, and never silent about what it cannot keep. */
@Timeout(60)
class MemoryRequestStoreTest {

    private static final int RESULT = "result".length();

    private final TrackedWorld world = new TrackedWorld(new MemoryRequestStore(3, 4L * RESULT));

    private void fill() {
        world.begun();
        world.begun();
        world.begun();
    }

    @Test
    void refusesOneRequestTooManyAndForgetsNone() {
        fill();

        assertThatThrownBy(world::begun)
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("3 requests", "more room", "shared store");
        assertThat(world.node.count(RequestStatus.PENDING)).isEqualTo(3);
    }

    @Test
    void anAnswerNeedsNoMoreRequestsThanThereAre() {
        world.begun();
        world.begun();
        world.answered();

        assertThat(delivered(world.node)).hasSize(1);
    }

    @Test
    void whatWasDeliveredGivesWayTheOldestFirst() {
        BusinessId first = world.answered();
        delivered(world.node);
        world.clock.advance(Duration.ofSeconds(1));
        BusinessId second = world.answered();
        delivered(world.node);
        BusinessId open = world.begun();

        BusinessId next = world.begun();
        assertThat(world.store.find(first)).isEmpty();
        assertThat(world.store.find(second)).isPresent();
        world.begun();
        assertThat(world.store.find(second)).isEmpty();
        assertThat(world.store.find(open)).isPresent();
        assertThat(world.store.find(next)).isPresent();
        assertThatThrownBy(world::begun).isInstanceOf(StoreException.class);
    }

    @Test
    void whatWasNotDeliveredNeverGivesWay() {
        world.answered();
        world.answered();
        world.answered();

        assertThatThrownBy(world::begun).isInstanceOf(StoreException.class);
        assertThat(delivered(world.node)).hasSize(3);
        assertThat(world.begun()).isNotNull();
    }

    @Test
    void aResultThatHasNoRoomIsRefusedLoudlyAndMayComeAgain() {
        TrackedWorld narrow = new TrackedWorld(new MemoryRequestStore(10, 2L * RESULT));
        narrow.answered();
        narrow.answered();
        State state = State.random();
        BusinessId third = narrow.begun(state);

        assertThatThrownBy(() -> narrow.received(third, state, ErrorCode.SUCCESS))
                .as("so that it is not acknowledged")
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(2 * RESULT + " bytes");
        assertThat(narrow.node.count(RequestStatus.PENDING)).isEqualTo(1);

        delivered(narrow.node);
        assertThat(narrow.received(third, state, ErrorCode.SUCCESS)).isEqualTo(Receipt.Status.ACCEPTED);
    }

    @Test
    void countsTheBytesOfWhatItForgetsNoMore() {
        for (int i = 0; i < 20; i++) {
            world.answered();
            delivered(world.node);
            world.clock.advance(Duration.ofHours(1));
            delivered(world.node);
        }

        assertThat(world.answered()).isNotNull();
    }

    @Test
    void replacesOnlyWhatHasNotChangedMeanwhile() {
        BusinessId id = world.begun();
        StoredRequest asItWas = world.store.find(id).orElseThrow();
        Instant now = world.clock.instant();

        assertThat(world.store.replace(Transitions.expired(asItWas, now))).isTrue();
        assertThat(world.store.replace(Transitions.answered(asItWas, world.answer(ErrorCode.SUCCESS), now)))
                .isFalse();
        assertThat(world.store.find(id).orElseThrow().status()).isEqualTo(RequestStatus.EXPIRED);
        world.store.remove(id);
        assertThat(world.store.replace(Transitions.expired(asItWas, now))).isFalse();
    }

    @Test
    void oneOfManyWhoReplaceTheSameWins() throws InterruptedException {
        BusinessId id = world.begun();
        StoredRequest asItWas = world.store.find(id).orElseThrow();
        Instant now = world.clock.instant();

        List<Boolean> won = Crowd.of(8, () -> world.store.replace(Transitions.expired(asItWas, now)));

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void findsWhatIsDueTheLongestDueFirst() {
        BusinessId later = world.begun();
        world.clock.advance(Duration.ofSeconds(1));
        BusinessId latest = world.begun();
        BusinessId answered = world.answered();
        Instant end = world.clock.instant().plus(RequestKind.LIFETIME);

        assertThat(ids(world.store.due("client", world.clock.instant(), 10))).containsExactly(answered);
        assertThat(ids(world.store.due("client", end, 10))).containsExactly(answered, later, latest);
        assertThat(ids(world.store.due("client", end.minusMillis(1), 10))).containsExactly(answered, later);
        assertThat(ids(world.store.due("client", end, 2))).containsExactly(answered, later);
        assertThat(world.store.due("another", end, 10)).isEmpty();
        assertThat(world.store.count("another", RequestStatus.PENDING)).isZero();
    }

    private static List<BusinessId> ids(List<StoredRequest> requests) {
        return requests.stream().map(StoredRequest::businessId).toList();
    }
}
