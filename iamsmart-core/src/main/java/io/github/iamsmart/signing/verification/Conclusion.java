package io.github.iamsmart.signing.verification;

/** What the rows of a report come to, from the best to the worst. */
public enum Conclusion {
    /** Every check passed, apart from those for which there was nothing to check. */
    GOOD,
    /** Nothing failed, and the rows with {@link Verdict#SKIPPED} say what was not checked: tell the user. */
    GOOD_AS_FAR_AS_CHECKED,
    /**
     * The signature must not be accepted: a check failed, or one without which no signature is worth anything could not
     * be made.
     */
    NOT_GOOD
}
