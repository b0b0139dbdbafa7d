package io.github.iamsmart.stores;

import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.requests.store.AnswerPartStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.spring.signin.SignInReplayStore;
import io.github.iamsmart.stores.contract.AnswerPartStoreContract;
import io.github.iamsmart.stores.contract.CekStoreContract;
import io.github.iamsmart.stores.contract.RequestStoreContract;
import io.github.iamsmart.stores.contract.SignInReplayStoreContract;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;

/** Runs the contracts on the stores of two nodes, which take turns. */
abstract class AllContracts {

    private final AtomicInteger turn = new AtomicInteger();

    abstract Stores one();

    abstract Stores other();

    private Stores next() {
        return turn.getAndIncrement() % 2 == 0 ? one() : other();
    }

    @Nested
    class Requests extends RequestStoreContract {

        @Override
        protected RequestStore store() {
            return next().requests();
        }
    }

    @Nested
    class AnswerParts extends AnswerPartStoreContract {

        @Override
        protected AnswerPartStore store() {
            return next().parts();
        }
    }

    @Nested
    class Ceks extends CekStoreContract {

        @Override
        protected CekStore store() {
            return next().ceks();
        }
    }

    @Nested
    class SignInUses extends SignInReplayStoreContract {

        @Override
        protected SignInReplayStore store() {
            return next().uses();
        }
    }
}
