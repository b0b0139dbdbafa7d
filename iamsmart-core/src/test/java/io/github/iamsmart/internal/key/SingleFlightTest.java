package io.github.iamsmart.internal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SingleFlightTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final SingleFlight<String> flight = new SingleFlight<>("test-flight");
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    private final Supplier<String> slow = () -> {
        runs.incrementAndGet();
        started.countDown();
        await(released);
        return "done";
    };

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T of(CompletableFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(20, TimeUnit.SECONDS);
    }

    @Test
    void theInterruptionOfOneWhoWaitsDoesNotHurtTheOthers() throws Exception {
        CompletableFuture<String> patient = CompletableFuture.supplyAsync(() -> flight.join(slow, LONG));
        await(started);
        CompletableFuture<Boolean> keptItsInterruption = new CompletableFuture<>();
        CompletableFuture<Throwable> hasty = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                flight.join(slow, LONG);
            } catch (TransportException e) {
                keptItsInterruption.complete(Thread.currentThread().isInterrupted());
                hasty.complete(e);
            }
        });
        thread.start();
        thread.interrupt();
        assertThat(of(hasty)).hasMessageContaining("interrupted");
        assertThat(of(keptItsInterruption)).isTrue();

        released.countDown();
        assertThat(of(patient)).isEqualTo("done");
        assertThat(runs).hasValue(1);
    }

    @Test
    void theInterruptionOfTheOneWhoStartedItDoesNotEndIt() throws Exception {
        Thread starter = new Thread(() -> {
            try {
                flight.join(slow, LONG);
            } catch (TransportException e) {
                Thread.currentThread().interrupt();
            }
        });
        starter.start();
        await(started);
        starter.interrupt();
        starter.join(20_000);
        CompletableFuture<String> next = CompletableFuture.supplyAsync(() -> flight.join(slow, LONG));
        released.countDown();
        assertThat(of(next)).isEqualTo("done");
    }

    @Test
    void allWhoWaitGetTheSameFailureAndTheNextOneTriesAgain() {
        CryptoException failure = new CryptoException("broken");
        assertThatThrownBy(() -> flight.join(
                        () -> {
                            throw failure;
                        },
                        LONG))
                .isSameAs(failure);
        assertThat(flight.join(() -> "well again", LONG)).isEqualTo("well again");
    }

    @Test
    void showsAnUnexpectedFailureWithItsCause() {
        IllegalArgumentException bug = new IllegalArgumentException("a bug");
        assertThatThrownBy(() -> flight.join(
                        () -> {
                            throw bug;
                        },
                        LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(bug);
    }

    @Test
    void nobodyWaitsForATaskThatCouldNotBegin() {
        List<OutOfMemoryError> failures = new ArrayList<>(List.of(new OutOfMemoryError("no thread left")));
        SingleFlight<String> tight = new SingleFlight<>(task -> {
            if (!failures.isEmpty()) {
                throw failures.remove(0);
            }
            return new Thread(task);
        });
        assertThatThrownBy(() -> tight.join(() -> "never", LONG)).hasRootCauseMessage("no thread left");
        assertThat(tight.join(() -> "later", LONG)).isEqualTo("later");
    }

    @Test
    void waitsOnlyAsLongAsAskedAndLetsTheTaskGoOn() {
        assertThatThrownBy(() -> flight.join(slow, Duration.ofMillis(1)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("in time");
        released.countDown();
        assertThat(flight.joinRunning(LONG).orElse("done")).isEqualTo("done");
        assertThat(runs).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void joinsOnlyWhatRuns() {
        assertThat(flight.joinRunning(LONG)).isEmpty();
        flight.startUnlessRunning(slow);
        flight.startUnlessRunning(slow);
        released.countDown();
        assertThat(flight.join(() -> "another", LONG)).isIn("done", "another");
        assertThat(runs).hasValue(1);
    }
}
