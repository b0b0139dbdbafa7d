package io.github.iamsmart.selfcheck;

/** How a point of the self-check was found, the worst last. */
public enum SelfCheckStatus {
    /** It could not be checked, or there is nothing to check. */
    SKIPPED,

    /** It is as it should be. */
    PASS,

    /** It works, but somebody should look at it. */
    WARNING,

    /** It does not work, or will not for users. */
    FAILURE
}
