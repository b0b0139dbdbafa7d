package io.github.iamsmart.error;

/** What a result code of the gateway means for its request. */
public enum ErrorCategory {
    /** The request succeeded. */
    SUCCESS,
    /** The user cancelled or rejected the request. */
    DECLINED,
    /** The request reached the user but could not be completed. */
    FAILED,
    /** The user did not answer in time. */
    TIMED_OUT,
    /** The gateway cannot use the KEK or the CEK: fetch the CEK again and repeat the request once [W]. */
    KEY_UNAVAILABLE,
    /** The authorization code is unknown, expired or used: start a new sign-in. */
    CODE_UNUSABLE,
    /** The access token no longer works: the user must sign in again. */
    SIGN_IN_ENDED,
    /** The gateway refused the request, for a reason that does not lie with the user. */
    REFUSED;

    /**
     * {@return the category of a code that this version does not know} Codes from 4 to 8 concern users' actions [D]:
     * authentication, profile, form filling, signing, re-authentication.
     *
     * @param canonicalValue the code in its {@code D} form
     */
    static ErrorCategory ofUnknown(String canonicalValue) {
        return canonicalValue.matches("D[4-8][0-9]{4}") ? FAILED : REFUSED;
    }

    /**
     * {@return whether the code tells how the request ended for its user: declined, failed, too late, or with a code
     * that is used up}
     */
    public boolean concernsTheUser() {
        return this == DECLINED || this == FAILED || this == TIMED_OUT || this == CODE_UNUSABLE;
    }
}
