package io.github.iamsmart.spring.internal.background;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundGroupTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicLong nanoTime = new AtomicLong();
    private final Semaphore first = new Semaphore(0);
    private final Semaphore second = new Semaphore(0);
    private BackgroundGroup group = group(new Task(2, NEVER, first::release), new Task(2, NEVER, second::release));

    private static final class Task extends BackgroundTask {
        private final Runnable work;
        boolean stopped;

        Task(int threads, Duration interval, Runnable work) {
            super("test-group", threads, interval, DEFAULT_PHASE);
            this.work = work;
        }

        @Override
        public void run() {
            work.run();
        }

        @Override
        public void stop() {
            super.stop();
            stopped = true;
        }
    }

    private BackgroundGroup group(Task... tasks) {
        return new BackgroundGroup(List.of(tasks), nanoTime::get);
    }

    @AfterEach
    void stop() {
        group.stop();
    }

    private static void awaitRun(Semaphore runs) throws InterruptedException {
        assertThat(runs.tryAcquire(30, SECONDS)).isTrue();
    }

    @Test
    void runsEachAtTheStart() throws InterruptedException {
        group.start();
        awaitRun(first);
        awaitRun(second);
    }

    @Test
    void onlyTheTaskThatIsWokenRuns() throws InterruptedException {
        Task woken = new Task(2, NEVER, first::release);
        group = group(woken, new Task(2, NEVER, second::release));
        group.start();
        awaitRun(first);
        awaitRun(second);
        for (int i = 0; i < 5; i++) {
            woken.wake();
            awaitRun(first);
        }
        assertThat(second.availablePermits()).isZero();
    }

    @Test
    void eachRunsAtItsOwnInterval() throws InterruptedException {
        Duration tick = Duration.ofMillis(1);
        group = group(
                new Task(2, tick, () -> {
                    nanoTime.addAndGet(tick.toNanos());
                    first.release();
                }),
                new Task(2, Duration.ofHours(1), second::release));
        group.start();
        for (int i = 0; i < 20; i++) {
            awaitRun(first);
        }
        awaitRun(second);
        assertThat(second.availablePermits()).isZero();

        nanoTime.addAndGet(Duration.ofHours(1).toNanos());
        awaitRun(second);
    }

    @Test
    void oneThatIsStuckLeavesAThreadToTheOthers() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        Semaphore begun = new Semaphore(0);
        Task slow = new Task(2, NEVER, () -> {
            begun.release();
            try {
                stuck.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Task other = new Task(2, NEVER, second::release);
        group = group(slow, other);
        group.start();
        awaitRun(begun);
        for (int i = 0; i < 5; i++) {
            slow.wake();
            other.wake();
            awaitRun(second);
        }
        assertThat(begun.availablePermits()).isZero();
        stuck.countDown();
    }

    @Test
    void theFailureOfOneIsNotThatOfTheNext() throws InterruptedException {
        group = group(
                new Task(2, NEVER, () -> {
                    throw new IllegalStateException("the store is away");
                }),
                new Task(2, NEVER, second::release));
        group.start();
        awaitRun(second);
    }

    @Test
    void stopsEachOfThem() {
        Task task = new Task(2, NEVER, first::release);
        group = group(task);
        group.start();
        group.stop();
        assertThat(task.stopped).isTrue();
        assertThat(group.isRunning()).isFalse();
    }
}
