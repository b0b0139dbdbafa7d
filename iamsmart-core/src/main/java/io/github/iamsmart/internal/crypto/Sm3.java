package io.github.iamsmart.internal.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SM3, which the JDK does not know. */
public final class Sm3 {

    private Sm3() {}

    /** {@return a new digest, for input that comes piece by piece} */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SM3", BouncyCastle.provider());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This BouncyCastle lacks SM3.", e);
        }
    }
}
