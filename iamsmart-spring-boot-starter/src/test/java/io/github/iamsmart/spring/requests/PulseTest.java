package io.github.iamsmart.spring.requests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulseTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final Semaphore beats = new Semaphore(0);
    private Pulse pulse = new Pulse("test", 1, NEVER, beats::release);

    @AfterEach
    void stop() {
        pulse.stop();
    }

    private void awaitBeat() throws InterruptedException {
        assertThat(beats.tryAcquire(10, SECONDS)).isTrue();
    }

    @Test
    void beatsAtTheStartAndWhenWoken() throws InterruptedException {
        pulse.start();
        awaitBeat();
        pulse.wake();
        awaitBeat();
    }

    @Test
    void beatsByItself() throws InterruptedException {
        pulse = new Pulse("test", 1, Duration.ofMillis(1), beats::release);
        pulse.start();
        for (int i = 0; i < 5; i++) {
            awaitBeat();
        }
    }

    @Test
    void goesOnAfterAFailure() throws InterruptedException {
        pulse = new Pulse("test", 1, NEVER, () -> {
            beats.release();
            throw new IllegalStateException("the store is away");
        });
        pulse.start();
        awaitBeat();
        pulse.wake();
        awaitBeat();
    }

    @Test
    void wakingsThatWaitAreOne() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger count = new AtomicInteger();
        pulse = new Pulse("test", 1, NEVER, () -> {
            count.incrementAndGet();
            inside.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        pulse.start();
        assertThat(inside.await(10, SECONDS)).isTrue();
        for (int i = 0; i < 1000; i++) {
            pulse.wake();
        }
        go.countDown();
        pulse.stop();

        assertThat(count).hasValue(2);
    }

    @Test
    void oneThatHangsDoesNotStopTheOthers() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger count = new AtomicInteger();
        pulse = new Pulse("test", 2, NEVER, () -> {
            if (count.getAndIncrement() == 0) {
                beats.release();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            beats.release();
        });
        pulse.start();
        awaitBeat();
        pulse.wake();
        awaitBeat();
        never.countDown();
    }

    @Test
    void letsWorkEndBeforeItStops() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        pulse = new Pulse("test", 1, NEVER, () -> {
            inside.countDown();
            ended.incrementAndGet();
        });
        pulse.start();
        assertThat(inside.await(10, SECONDS)).isTrue();

        pulse.stop();

        assertThat(ended).hasValue(1);
        assertThat(pulse.isRunning()).isFalse();
        pulse.wake();
    }

    @Test
    void canBeStartedAgain() throws InterruptedException {
        pulse.start();
        awaitBeat();
        pulse.stop();
        pulse.start();
        awaitBeat();
    }
}
