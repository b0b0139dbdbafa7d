package io.github.iamsmart.internal.key;

import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one task at a time; callers that come while it runs share its outcome.
 *
 * <p>The task runs on a thread of its own, so that interrupting one waiting caller does not end it for the others.
 * Thread-safe.
 *
 * @param <T> the outcome
 */
final class SingleFlight<T> {

    private final ThreadFactory threads;
    private final Object lock = new Object();
    private @Nullable CompletableFuture<T> running;

    SingleFlight(String threadName) {
        this(task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
    }

    SingleFlight(ThreadFactory threads) {
        this.threads = threads;
    }

    /** Starts the task unless one is running, and waits for its outcome, up to a limit. */
    T join(Supplier<T> task, Duration atMost) {
        return outcome(start(task), atMost);
    }

    /** Waits for the running task, if there is one, up to a limit. */
    Optional<T> joinRunning(Duration atMost) {
        CompletableFuture<T> flight;
        synchronized (lock) {
            flight = running;
        }
        return flight == null ? Optional.empty() : Optional.of(outcome(flight, atMost));
    }

    /** {@return whether a task is running} */
    boolean isRunning() {
        synchronized (lock) {
            return running != null;
        }
    }

    /** Starts the task unless one is running, without waiting: the task itself reports its failure. */
    void startUnlessRunning(Supplier<T> task) {
        CompletableFuture<T> unused = start(task);
    }

    private static <T> T outcome(CompletableFuture<T> flight, Duration atMost) {
        try {
            return flight.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TransportException(
                    "The content key (CEK) did not come in time: check the network, or raise the time-outs.", false, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IamSmartException known) {
                throw known;
            }
            throw new IllegalStateException("The key refresh failed unexpectedly.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("The thread was interrupted while it waited for the content key.", false, e);
        }
    }

    private CompletableFuture<T> start(Supplier<T> task) {
        CompletableFuture<T> mine;
        synchronized (lock) {
            if (running != null) {
                return running;
            }
            mine = new CompletableFuture<>();
            running = mine;
        }
        try {
            threads.newThread(() -> run(task, mine)).start();
        } catch (Throwable e) {
            // The machine has no thread left: the next caller must not wait for a task that never started.
            end();
            mine.completeExceptionally(e);
        }
        return mine;
    }

    private void run(Supplier<T> task, CompletableFuture<T> outcome) {
        try {
            T value = task.get();
            end();
            outcome.complete(value);
        } catch (Throwable e) {
            end();
            outcome.completeExceptionally(e);
        }
    }

    private void end() {
        synchronized (lock) {
            running = null;
        }
    }
}
