package io.github.iamsmart.internal.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A key API that does not answer holds a few callbacks, and those not for long. */
@Timeout(60)
class CallbackWaitTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);

    private final SingleFlight<String> flight = new SingleFlight<>("test-flight");
    private final CountDownLatch answer = new CountDownLatch(1);

    @BeforeEach
    void fetchSlowly() {
        flight.startUnlessRunning(() -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "key";
        });
    }

    @AfterEach
    void end() {
        answer.countDown();
    }

    @Test
    void oneThatComesWhileAsManyWaitAsMayGoesOnAtOnce() throws Exception {
        CallbackWait wait = new CallbackWait(FOR_EVER, 2);
        List<FutureTask<Boolean>> waiting = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            FutureTask<Boolean> task = new FutureTask<>(() -> wait.await(flight));
            waiting.add(task);
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        }
        while (wait.free() > 0) {
            Thread.onSpinWait();
        }

        assertThat(wait.await(flight)).isFalse();
        assertThat(waiting).noneMatch(FutureTask::isDone);

        answer.countDown();
        for (FutureTask<Boolean> task : waiting) {
            assertThat(task.get()).isTrue();
        }
        assertThat(wait.free()).isEqualTo(2);
    }

    @Test
    void nobodyWaitsLongerThanAllowed() {
        CallbackWait wait = new CallbackWait(Duration.ofMillis(1), 1);
        for (int i = 0; i < 3; i++) {
            assertThat(wait.await(flight)).isFalse();
        }
        assertThat(wait.free()).isEqualTo(1);
    }

    @Test
    void aCallbackWaitsTwoSecondsAndNeverLongerThanACall() {
        assertThat(CallbackWait.within(Duration.ofSeconds(20)).longest()).hasSeconds(2);
        assertThat(CallbackWait.within(Duration.ofMillis(500)).longest()).hasMillis(500);
    }
}
