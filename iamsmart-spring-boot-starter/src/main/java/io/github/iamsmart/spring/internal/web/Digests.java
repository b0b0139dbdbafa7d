package io.github.iamsmart.spring.internal.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Digests: what is kept in place of a secret that comes back. */
public final class Digests {

    private Digests() {}

    /**
     * {@return the SHA-256 in Base64url, 43 characters}
     *
     * @param secret any text
     */
    public static String of(String secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(secret));
    }

    /**
     * {@return the SHA-256 in Base64, 44 characters, as a content security policy has it}
     *
     * @param text any text
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
     * {@return whether two digests are the same, in constant time}
     *
     * @param one a digest
     * @param other a digest
     */
    public static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
