package io.github.iamsmart.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.requests.AnswerProgress;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.AnswerPart;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often a callback asks the stores, which may be far away. */
class StoreLooksTest {

    private final List<String> calls = new ArrayList<>();

    @Test
    void aCallbackLooksOnceIntoTheStoreBeforeItIsStored() {
        try (CallbackWorld world = new CallbackWorld(
                builder -> builder.requestStore(new CountingStore()).answerPartStore(new CountingPartStore()))) {
            RequestOptions options = world.ask();
            calls.clear();

            assertThat(world.accept(world.genuine(options))).isInstanceOf(CallbackResult.Accepted.class);

            assertThat(calls).containsExactly("find", "replace");
        }
    }

    @Test
    void aForgedOneLooksOnceAndADuplicateToo() {
        try (CallbackWorld world = new CallbackWorld(
                builder -> builder.requestStore(new CountingStore()).answerPartStore(new CountingPartStore()))) {
            RequestOptions options = world.ask();
            world.accept(world.genuine(options));
            calls.clear();

            assertThat(world.accept(world.genuine(options))).isInstanceOf(CallbackResult.Duplicate.class);
            assertThat(world.accept(world.world.gateway.callback(
                            "D00000", CallbackWorld.passed(options.businessId(), "another-state"))))
                    .isInstanceOf(CallbackResult.Refused.class);

            assertThat(calls).containsExactly("find", "find");
        }
    }

    private final class CountingStore implements RequestStore {

        private final RequestStore store = new MemoryRequestStore();

        @Override
        public boolean create(StoredRequest request) {
            calls.add("create");
            return store.create(request);
        }

        @Override
        public Optional<StoredRequest> find(BusinessId businessId) {
            calls.add("find");
            return store.find(businessId);
        }

        @Override
        public boolean replace(StoredRequest next) {
            calls.add("replace");
            return store.replace(next);
        }

        @Override
        public List<StoredRequest> due(String clientId, Instant now, int limit) {
            calls.add("due");
            return store.due(clientId, now, limit);
        }

        @Override
        public void remove(BusinessId businessId) {
            calls.add("remove");
            store.remove(businessId);
        }

        @Override
        public long count(String clientId, RequestStatus status) {
            calls.add("count");
            return store.count(clientId, status);
        }
    }

    private final class CountingPartStore implements AnswerPartStore {

        private final AnswerPartStore store = new MemoryAnswerPartStore();

        @Override
        public boolean add(AnswerPart part) {
            calls.add("add part");
            return store.add(part);
        }

        @Override
        public Optional<AnswerPart> find(BusinessId businessId, int number) {
            calls.add("find part");
            return store.find(businessId, number);
        }

        @Override
        public AnswerProgress progress(BusinessId businessId) {
            calls.add("progress");
            return store.progress(businessId);
        }

        @Override
        public void remove(BusinessId businessId) {
            calls.add("remove parts");
            store.remove(businessId);
        }
    }
}
