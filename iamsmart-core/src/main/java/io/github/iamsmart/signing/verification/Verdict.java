package io.github.iamsmart.signing.verification;

/** The result of one check. */
public enum Verdict {
    /** The check succeeded. */
    PASSED,
    /** The check failed, or its outcome cannot be shown although it is required. */
    FAILED,
    /** The check was not made, or its outcome cannot be shown; the reason says why. */
    SKIPPED,
    /** There was nothing to check. */
    NOT_APPLICABLE
}
