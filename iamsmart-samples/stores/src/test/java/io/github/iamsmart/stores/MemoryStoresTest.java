package io.github.iamsmart.stores;

import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.MemoryAnswerPartStore;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.spring.internal.signin.MemoryReplayStore;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import io.github.iamsmart.stores.contract.AnswerPartStoreContract;
import io.github.iamsmart.stores.contract.RequestStoreContract;
import io.github.iamsmart.stores.contract.SignInReplayStoreContract;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

/** The contracts on the stores of a single node. */
class MemoryStoresTest {

    @Nested
    class Requests extends RequestStoreContract {

        private final RequestStore memory = new MemoryRequestStore();

        @Override
        protected RequestStore store() {
            return memory;
        }
    }

    @Nested
    class AnswerParts extends AnswerPartStoreContract {

        private final AnswerPartStore memory = new MemoryAnswerPartStore();

        @Override
        protected AnswerPartStore store() {
            return memory;
        }
    }

    @Nested
    class SignInUses extends SignInReplayStoreContract {

        private final SignInReplayStore memory = new MemoryReplayStore(Clock.systemUTC());

        @Override
        protected SignInReplayStore store() {
            return memory;
        }
    }
}
