package io.github.iamsmart.signing.verification;

/** The result of one check. */
public enum Verdict {
    /** The check succeeded. */
    PASSED,
    /** The check failed, or its outcome cannot be shown. */
    FAILED,
    /** The check was not made; the reason says why. */
    SKIPPED
}
