package io.github.iamsmart.signing;

import io.github.iamsmart.internal.crypto.Sha256;
import io.github.iamsmart.internal.crypto.Sm3;
import java.security.MessageDigest;

/** How a document is hashed before its hash is signed. Both hashes have 32 bytes. */
public enum DigestAlgorithm {
    /** SHA-256, for signatures with RSA and for every PDF [D]. */
    SHA_256 {
        @Override
        MessageDigest digest() {
            return Sha256.digest();
        }
    },
    /** SM3 (GB/T 32905), for signatures with SM2 [D]. */
    SM3 {
        @Override
        MessageDigest digest() {
            return Sm3.digest();
        }
    };

    /** {@return a new digest, for input that comes piece by piece} */
    abstract MessageDigest digest();

    /** {@return the name of the standard, {@code SHA-256} or {@code SM3}} */
    @Override
    public String toString() {
        return name().replace('_', '-');
    }
}
