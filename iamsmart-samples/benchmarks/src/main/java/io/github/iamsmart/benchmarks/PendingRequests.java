package io.github.iamsmart.benchmarks;

import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestStatus;
import io.github.iamsmart.requests.store.MemoryRequestStore;
import io.github.iamsmart.requests.store.RequestStore;
import io.github.iamsmart.requests.store.StoredRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.TearDown;

/** A callback for one request among others that wait, with the bare cost of putting that request back. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
public class PendingRequests {

    private final Map<Integer, Waiting> waiting = new HashMap<>();

    /** Made by JMH. */
    public PendingRequests() {}

    /** Stops everything. */
    @TearDown
    public void stop() {
        waiting.values().forEach(Waiting::close);
    }

    /** Among ten. */
    @Benchmark
    public void among10() {
        live(10);
    }

    /** Among a thousand. */
    @Benchmark
    public void among1000() {
        live(1_000);
    }

    /** Among a hundred thousand. */
    @Benchmark
    public void among100000() {
        live(100_000);
    }

    private void live(int others) {
        waiting.computeIfAbsent(others, Waiting::new).takeCallback();
    }

    /** A request whose callback is taken, and that then waits again. */
    private static final class Waiting implements AutoCloseable {

        private final RequestStore store;
        private final CallbackService service;
        private final byte[] body;

        Waiting(int others) {
            store = new MemoryRequestStore(others + 1, 1024 * 1024);
            service = new CallbackService(store);
            for (int i = 0; i < others; i++) {
                store.create(pending(service.client.clientId()));
            }
            service.begin();
            body = service.body(1024);
        }

        void takeCallback() {
            service.accept(body);
            store.replace(pendingAgain(store.find(service.businessId).orElseThrow()));
        }

        private static StoredRequest pending(String clientId) {
            Instant now = Instant.now();
            Instant end = now.plus(ReauthenticationApi.KIND.lifetime());
            return new StoredRequest(
                    BusinessId.random(),
                    clientId,
                    ReauthenticationApi.KIND.name(),
                    "hash of another state",
                    null,
                    null,
                    null,
                    now,
                    end,
                    RequestStatus.PENDING,
                    null,
                    0,
                    end,
                    0);
        }

        private static StoredRequest pendingAgain(StoredRequest answered) {
            return new StoredRequest(
                    answered.businessId(),
                    answered.clientId(),
                    answered.kind(),
                    answered.stateHash(),
                    answered.owner(),
                    answered.reference(),
                    answered.context(),
                    answered.createdAt(),
                    answered.expiresAt(),
                    RequestStatus.PENDING,
                    null,
                    0,
                    answered.expiresAt(),
                    answered.version() + 1);
        }

        @Override
        public void close() {
            service.close();
        }
    }
}
