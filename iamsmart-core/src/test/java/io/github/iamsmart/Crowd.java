package io.github.iamsmart;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many threads that do the same thing at the same moment. */
public final class Crowd {

    private Crowd() {}

    /** Returns what each of them got. */
    public static <T> List<T> of(int threads, Callable<T> action) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<CompletableFuture<T>> outcomes = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            CompletableFuture<T> outcome = new CompletableFuture<>();
            outcomes.add(outcome);
            Thread thread = new Thread(
                    () -> {
                        try {
                            start.await();
                            outcome.complete(action.call());
                        } catch (Throwable e) {
                            outcome.completeExceptionally(e);
                        }
                    },
                    "crowd-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        List<T> results = new ArrayList<>();
        for (CompletableFuture<T> outcome : outcomes) {
            results.add(of(outcome));
        }
        return results;
    }

    private static <T> T of(CompletableFuture<T> outcome) throws InterruptedException {
        try {
            return outcome.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("One of the crowd failed.", e);
        }
    }
}
