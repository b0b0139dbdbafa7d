package io.github.iamsmart.simulator.request;

import java.util.Locale;

/** How far a bulk signing is, as the gateway tells it to the service [D]. */
public enum BulkStatus {
    /** The user has not begun. */
    PENDING("SS001"),
    /** The user has begun [?], or has approved and not all callbacks are sent. */
    IN_PROGRESS("SS002"),
    /** All callbacks are sent. */
    COMPLETED("SS003"),
    /** The service or the user has cancelled it. */
    CANCELLED("SS004"),
    /** It ended in any other way [?]. */
    FAILED("SS005"),
    /** There is no such request. */
    NO_RECORD("SS006");

    private final String code;

    BulkStatus(String code) {
        this.code = code;
    }

    static BulkStatus of(Status status, boolean begun, boolean allSent) {
        return switch (status) {
            case PENDING -> begun ? IN_PROGRESS : PENDING;
            case APPROVED -> allSent ? COMPLETED : IN_PROGRESS;
            case CANCELLED -> CANCELLED;
            case REJECTED, FAILED, TIMED_OUT -> FAILED;
        };
    }

    /** On the wire. */
    public String code() {
        return code;
    }

    /** In words, for developers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
