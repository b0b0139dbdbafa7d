package io.github.iamsmart.internal.gateway;

import java.time.Clock;

/**
 * A token bucket: retries stay a small part of the traffic and never flood a gateway that is already in trouble.
 *
 * <p>Thread-safe.
 */
final class RetryBudget {

    private static final int CAPACITY = 20;
    private static final long MILLIS_A_TOKEN = 1_000;

    private final Clock clock;
    private double tokens = CAPACITY;
    private long filledAt;

    RetryBudget(Clock clock) {
        this.clock = clock;
        this.filledAt = clock.millis();
    }

    synchronized boolean take() {
        long now = clock.millis();
        if (now > filledAt) {
            tokens = Math.min(CAPACITY, tokens + (now - filledAt) / (double) MILLIS_A_TOKEN);
        }
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
