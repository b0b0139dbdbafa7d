package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.internal.gateway.ApiCall.Repeat;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides whether to repeat a request, and after how long.
 *
 * <p>Thread-safe.
 */
public final class RetryPolicy {

    private static final int MOST_ATTEMPTS = 3;
    private static final long FIRST_PAUSE_MILLIS = 200;

    private final RetryBudget budget;
    private final Pause pause;

    /** How to wait; replaced in tests. */
    @FunctionalInterface
    public interface Pause {
        /**
         * Waits.
         *
         * @param time how long
         * @throws InterruptedException if the thread is interrupted
         */
        void wait(Duration time) throws InterruptedException;
    }

    /**
     * Creates a policy.
     *
     * @param clock refills the budget
     * @param pause how to wait
     */
    public RetryPolicy(Clock clock, Pause pause) {
        this.budget = new RetryBudget(clock);
        this.pause = pause;
    }

    /** {@return how long to wait before the next attempt if no answer came; empty to give up} */
    Optional<Duration> afterFailure(Repeat repeat, TransportException failure, int attempts, Deadline deadline) {
        boolean allowed = switch (repeat) {
            case SAFE -> true;
            case IF_NOT_CARRIED_OUT -> !failure.mayHaveArrived();
            case NEVER -> false;
        };
        return allowed ? granted(attempts, backOff(attempts), deadline) : Optional.empty();
    }

    /** {@return how long to wait before the next attempt after HTTP 429, 502, 503 or 504; empty to give up} */
    Optional<Duration> afterRefusal(Repeat repeat, HttpAnswer answer, int attempts, Deadline deadline) {
        boolean allowed = switch (repeat) {
            case SAFE -> answer.askedToWait() || answer.lostOnItsWay();
            case IF_NOT_CARRIED_OUT -> answer.askedToWait();
            case NEVER -> false;
        };
        if (!allowed) {
            return Optional.empty();
        }
        Duration own = backOff(attempts);
        Duration asked = answer.retryAfter();
        // All clients got the same number: spread those that come back.
        return granted(attempts, asked == null ? own : asked.plus(own), deadline);
    }

    private Optional<Duration> granted(int attempts, Duration wait, Deadline deadline) {
        boolean inTime = wait.compareTo(deadline.remaining()) < 0;
        return attempts < MOST_ATTEMPTS && inTime && !Thread.currentThread().isInterrupted() && budget.take()
                ? Optional.of(wait)
                : Optional.empty();
    }

    /** Full jitter around a pause that doubles. */
    private static Duration backOff(int attempts) {
        long longest = FIRST_PAUSE_MILLIS << attempts;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS / 2, longest));
    }

    /** Waits; {@code false} if the thread was interrupted, in which case its interrupt status stays set. */
    boolean pause(Duration time) {
        try {
            pause.wait(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
