package io.github.iamsmart.internal.requests;

import static io.github.iamsmart.internal.requests.TrackedWorld.delivered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A store that fails for some requests holds up no other. */
class FailingStoreTest {

    private final Refusing store = new Refusing();
    private final TrackedWorld world = new TrackedWorld(store);

    /** A store that can neither change nor remove some requests. */
    private static final class Refusing implements RequestStore {

        private final RequestStore store = new MemoryRequestStore();
        private final Set<BusinessId> fixed = new HashSet<>();
        private final Set<BusinessId> kept = new HashSet<>();
        private int refusals;

        private void refuse(Set<BusinessId> refused, BusinessId businessId) {
            if (refused.contains(businessId)) {
                refusals++;
                throw new StoreException("This row is locked.");
            }
        }

        @Override
        public boolean create(StoredRequest request) {
            return store.create(request);
        }

        @Override
        public Optional<StoredRequest> find(BusinessId businessId) {
            return store.find(businessId);
        }

        @Override
        public boolean replace(StoredRequest next) {
            refuse(fixed, next.businessId());
            return store.replace(next);
        }

        @Override
        public void remove(BusinessId businessId) {
            refuse(kept, businessId);
            store.remove(businessId);
        }

        @Override
        public List<StoredRequest> due(String clientId, Instant time, int limit) {
            return store.due(clientId, time, limit);
        }

        @Override
        public long count(String clientId, RequestStatus status) {
            return store.count(clientId, status);
        }
    }

    @Test
    void whatCannotBeRemovedIsLeftForLater() {
        for (int i = 0; i < 250; i++) {
            store.kept.add(world.answered());
        }
        assertThat(delivered(world.node)).hasSize(250);
        world.clock.advance(Duration.ofHours(1));
        BusinessId next = world.answered();

        assertThat(delivered(world.node))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.request().businessId()).isEqualTo(next));
        assertThat(store.refusals).isEqualTo(250);
        assertThat(delivered(world.node)).isEmpty();
        assertThat(store.refusals).as("not tried again at once").isEqualTo(250);

        store.kept.clear();
        world.clock.advance(Duration.ofMinutes(10));
        assertThat(delivered(world.node)).isEmpty();
        assertThat(world.node.count(RequestStatus.DELIVERED)).isEqualTo(1);
    }

    @Test
    void whatCannotBeChangedHoldsUpNoOther() {
        store.fixed.add(world.answered());
        BusinessId other = world.answered();

        assertThat(delivered(world.node))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.request().businessId()).isEqualTo(other));
    }

    /** They are the last of one batch and the first of the next. */
    @Test
    void aFewThatCannotBeChangedHoldUpNoneOfTheNextBatch() {
        for (int i = 0; i < 110; i++) {
            BusinessId request = world.answered();
            world.clock.advance(Duration.ofSeconds(1));
            if (i >= 96 && i < 105) {
                store.fixed.add(request);
            }
        }

        assertThat(delivered(world.node)).hasSize(101);
    }

    @Test
    void anOutageEndsTheRound() {
        for (int i = 0; i < 150; i++) {
            store.fixed.add(world.answered());
        }

        assertThatThrownBy(() -> delivered(world.node)).isInstanceOf(StoreException.class);
        assertThat(store.refusals).isEqualTo(10);
    }
}
