package io.github.iamsmart.spring.internal.properties;

/** Whether it is checked that the certificates of signers have not been revoked. */
public enum Revocation {
    /** It is not. */
    OFF,
    /** It is; a signature may be accepted for whose certificate nobody can say it. */
    SOFT_FAIL,
    /** It is; a signature is refused for whose certificate nobody can say it. */
    HARD_FAIL
}
