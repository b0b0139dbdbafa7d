package io.github.iamsmart.spring.internal.background;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeriodicWorkerTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final Semaphore runs = new Semaphore(0);
    private PeriodicWorker worker = new PeriodicWorker("test", 1, NEVER, runs::release);

    @AfterEach
    void stop() {
        worker.stop();
    }

    private void awaitRun() throws InterruptedException {
        assertThat(runs.tryAcquire(10, SECONDS)).isTrue();
    }

    @Test
    void runsAtTheStartAndWhenWoken() throws InterruptedException {
        worker.start();
        awaitRun();
        worker.wake();
        awaitRun();
    }

    @Test
    void runsByItself() throws InterruptedException {
        worker = new PeriodicWorker("test", 1, Duration.ofMillis(1), runs::release);
        worker.start();
        for (int i = 0; i < 5; i++) {
            awaitRun();
        }
    }

    @Test
    void goesOnAfterAFailure() throws InterruptedException {
        worker = new PeriodicWorker("test", 1, NEVER, () -> {
            runs.release();
            throw new IllegalStateException("the store is away");
        });
        worker.start();
        awaitRun();
        worker.wake();
        awaitRun();
    }

    @Test
    void goesOnAfterAnError() throws InterruptedException {
        AtomicInteger threads = new AtomicInteger();
        ThreadLocal<Integer> thread = ThreadLocal.withInitial(threads::incrementAndGet);
        worker = new PeriodicWorker("test", 1, NEVER, () -> {
            thread.get();
            runs.release();
            throw new NoClassDefFoundError("com/example/Missing");
        });
        worker.start();
        awaitRun();
        worker.wake();
        awaitRun();
        assertThat(threads).as("the thread lives on").hasValue(1);
    }

    @Test
    void goesOnWhereThereWasNoThreadToBeHad() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        worker = new PeriodicWorker("test", 1, Duration.ofMillis(1), runs::release, task -> {
            if (made.incrementAndGet() == 2) { // the first is the timer's
                throw new OutOfMemoryError("unable to create native thread");
            }
            return new Thread(task);
        });
        worker.start();
        awaitRun();
        assertThat(made).hasValue(3);
    }

    @Test
    void wakingsThatWaitAreOne() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger count = new AtomicInteger();
        worker = new PeriodicWorker("test", 1, NEVER, () -> {
            count.incrementAndGet();
            inside.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        worker.start();
        assertThat(inside.await(10, SECONDS)).isTrue();
        for (int i = 0; i < 1000; i++) {
            worker.wake();
        }
        go.countDown();
        worker.stop();

        assertThat(count).hasValue(2);
    }

    @Test
    void oneThatHangsDoesNotStopTheOthers() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger count = new AtomicInteger();
        worker = new PeriodicWorker("test", 2, NEVER, () -> {
            if (count.getAndIncrement() == 0) {
                runs.release();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            runs.release();
        });
        worker.start();
        awaitRun();
        worker.wake();
        awaitRun();
        never.countDown();
    }

    @Test
    void letsWorkEndBeforeItStops() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        worker = new PeriodicWorker("test", 1, NEVER, () -> {
            inside.countDown();
            ended.incrementAndGet();
        });
        worker.start();
        assertThat(inside.await(10, SECONDS)).isTrue();

        worker.stop();

        assertThat(ended).hasValue(1);
        assertThat(worker.isRunning()).isFalse();
        worker.wake();
    }

    @Test
    void canBeStartedAgain() throws InterruptedException {
        worker.start();
        awaitRun();
        worker.stop();
        worker.start();
        awaitRun();
    }
}
