package io.github.iamsmart.requests;

/** The status of a stored request. */
public enum RequestStatus {
    /** Sent, or about to be; no answer yet. */
    PENDING,
    /** An anonymous request whose user has come back; its result is being fetched. */
    FETCHING,
    /** The answer is stored; the application has not yet handled it. */
    ANSWERED,
    /** The time is up without an answer; the application has not yet been notified. */
    EXPIRED,
    /** The application has handled the outcome. Kept for a while, so that a late duplicate is recognised. */
    DELIVERED,
    /** The application's handler failed repeatedly. Kept, so that nothing is lost. */
    DEAD
}
