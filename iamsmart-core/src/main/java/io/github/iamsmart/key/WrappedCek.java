package io.github.iamsmart.key;

import java.time.Instant;

/**
 * A content encryption key (CEK) as the gateway hands it out: wrapped under the KEK, worthless without its private key.
 *
 * @param secretKey Base64 of the CEK under RSA PKCS#1 v1.5 [W]
 * @param pubKey Base64 of the X.509 SubjectPublicKeyInfo of the KEK that it is wrapped for [W]; empty if the gateway
 *     named none
 * @param issuedAt when the gateway made it
 * @param expiresAt when it ends
 */
public record WrappedCek(String secretKey, String pubKey, Instant issuedAt, Instant expiresAt) {

    /** Shows the times and no key, wrapped or not. */
    @Override
    public String toString() {
        return "WrappedCek[issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + "]";
    }
}
