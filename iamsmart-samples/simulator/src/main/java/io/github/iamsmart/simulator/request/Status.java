package io.github.iamsmart.simulator.request;

import java.util.Locale;

/** Where a request stands. */
public enum Status {
    PENDING,
    APPROVED,
    REJECTED,
    CANCELLED,
    FAILED,
    TIMED_OUT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
