package io.github.iamsmart.signing.verification;

/** What came of one check. */
public enum Verdict {
    /** It is as it should be. */
    PASSED,
    /** It is not as it should be, or that cannot be shown. */
    FAILED,
    /** It was not looked at; the reason tells why. */
    SKIPPED
}
