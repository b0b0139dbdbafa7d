package io.github.iamsmart.internal.signature;

/** How signed attributes bind a signature to a certificate. */
public enum CertificateBinding {
    /** They name this certificate. */
    THIS,
    /** They name another one. */
    ANOTHER,
    /** They name one by a hash that cannot be compared here. */
    UNKNOWN,
    /** They name none. */
    NONE
}
