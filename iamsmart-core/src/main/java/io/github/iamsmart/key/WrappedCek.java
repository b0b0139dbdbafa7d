package io.github.iamsmart.key;

import java.time.Instant;

/**
 * A content encryption key (CEK) as the gateway issues it: wrapped under the KEK, useless without the KEK's private
 * key.
 *
 * @param secretKey Base64 of the CEK under RSA PKCS#1 v1.5 [W]
 * @param pubKey Base64 of the X.509 SubjectPublicKeyInfo of the KEK that the CEK is wrapped for [W]; empty if the
 *     gateway named none
 * @param issuedAt when the gateway issued it
 * @param expiresAt when it expires
 */
public record WrappedCek(String secretKey, String pubKey, Instant issuedAt, Instant expiresAt) {

    /** Shows the times, but neither the key nor the wrapped key. */
    @Override
    public String toString() {
        return "WrappedCek[issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + "]";
    }
}
