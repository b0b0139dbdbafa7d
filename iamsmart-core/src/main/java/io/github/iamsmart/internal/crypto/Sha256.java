package io.github.iamsmart.internal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java platform has. */
public final class Sha256 {

    private Sha256() {}

    /** {@return a new digest, for input that comes piece by piece} */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** {@return the 32 bytes of the hash} */
    public static byte[] of(byte[] input) {
        return digest().digest(input);
    }

    /** {@return the 32 bytes of the hash of a text's UTF-8} */
    public static byte[] of(String text) {
        return of(text.getBytes(UTF_8));
    }
}
