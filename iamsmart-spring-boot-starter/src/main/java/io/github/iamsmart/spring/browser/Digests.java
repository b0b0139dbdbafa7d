package io.github.iamsmart.spring.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Digests: what is kept in place of a secret that comes back. */
public final class Digests {

    private Digests() {}

    /**
     * Returns the SHA-256 in Base64url.
     *
     * @param secret any text
     * @return 43 characters
     */
    public static String of(String secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(secret));
    }

    /**
     * Returns the SHA-256 in Base64, as a content security policy has it.
     *
     * @param text any text
     * @return 44 characters
     */
    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /**
     * Compares in constant time.
     *
     * @param one a digest
     * @param other a digest
     * @return whether they are the same
     */
    public static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
