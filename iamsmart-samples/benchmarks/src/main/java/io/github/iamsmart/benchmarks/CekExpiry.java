package io.github.iamsmart.benchmarks;

import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.key.KekKeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A thousand threads that all need a key in the moment in which the old one has ended. */
final class CekExpiry {

    private static final int THREADS = 1_000;

    private CekExpiry() {}

    /**
     * What happened.
     *
     * @param keyCalls how often the key API was asked
     * @param failed how many calls failed
     */
    record Count(int keyCalls, int failed) {}

    static Count run() throws InterruptedException {
        SteppedClock clock = new SteppedClock();
        try (LoopbackGateway gateway = new LoopbackGateway(clock);
                IamSmartClient client = IamSmartClient.builder()
                        .baseUrl(gateway.url())
                        .clientId(Material.CLIENT_ID)
                        .clientSecret(Material.SECRET)
                        .kek(KekKeyPair.of(
                                gateway.kek().getPrivate(), gateway.kek().getPublic()))
                        .clock(clock)
                        .build()) {
            call(client);
            int before = gateway.keyCalls();
            clock.now = clock.now.plus(LoopbackGateway.KEY_LIFE);
            AtomicInteger failed = new AtomicInteger();
            crowd(() -> {
                try {
                    call(client);
                } catch (IamSmartException e) {
                    failed.incrementAndGet();
                }
            });
            return new Count(gateway.keyCalls() - before, failed.get());
        }
    }

    private static void call(IamSmartClient client) {
        client.call(LoopbackGateway.PATH, Map.of("a", "b"), String.class);
    }

    private static void crowd(Runnable task) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                    task.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join(Duration.ofMinutes(2).toMillis());
        }
    }

    /** Stands still until it is set. */
    private static final class SteppedClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
