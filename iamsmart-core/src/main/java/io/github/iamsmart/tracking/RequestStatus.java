package io.github.iamsmart.tracking;

/** Where a request stands on its way from its sending to its end. */
public enum RequestStatus {
    /** Sent, or about to be; no answer yet. */
    PENDING,
    /** An anonymous request whose user has come back; its result is being fetched. */
    FETCHING,
    /** The answer is stored; the application has not yet taken it. */
    ANSWERED,
    /** The time is up without an answer; the application has not yet been told. */
    EXPIRED,
    /** The application has taken the outcome. Kept for a while, so that a late duplicate is recognised. */
    DELIVERED,
    /** The application failed to take the outcome, time and again. Kept, so that nothing is lost. */
    DEAD
}
