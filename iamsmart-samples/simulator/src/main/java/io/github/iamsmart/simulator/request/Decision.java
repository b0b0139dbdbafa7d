package io.github.iamsmart.simulator.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a request ends. */
public enum Decision {
    APPROVE(Status.APPROVED),
    REJECT(Status.REJECTED),
    CANCEL(Status.CANCELLED),
    FAIL(Status.FAILED),
    TIMEOUT(Status.TIMED_OUT);

    private final Status status;

    Decision(Status status) {
        this.status = status;
    }

    public Status status() {
        return status;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Decision> of(String wireName) {
        return Arrays.stream(values())
                .filter(decision -> decision.wireName().equals(wireName))
                .findFirst();
    }
}
