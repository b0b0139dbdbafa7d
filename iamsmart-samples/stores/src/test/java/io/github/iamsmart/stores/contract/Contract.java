package io.github.iamsmart.stores.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What the contracts of the stores have in common. */
final class Contract {

    static final int THREADS = 16;

    /** As precise as a clock can be: a store must not round it. */
    static final Instant NOW =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plusNanos(123_456_789);

    private Contract() {}

    interface Task<T> {
        T run(int thread) throws Exception;
    }

    /** Runs a task in sixteen threads at the same moment. */
    static <T> List<T> together(Task<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                calls.add(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    return task.run(thread);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls, 120, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
