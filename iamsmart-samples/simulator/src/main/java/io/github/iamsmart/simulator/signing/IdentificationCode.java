package io.github.iamsmart.simulator.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The four digits that the page of the service and the phone both show (protocol.md 7). What goes in is [1] or [?]. */
final class IdentificationCode {
    private IdentificationCode() {}

    /** Of the Base64 text of the digest as it was sent, and the openID as it was sent. */
    static String forUser(String digest, String openId) {
        return digits(hash("SHA-256", utf8(digest)), hash("SHA-256", utf8(openId)));
    }

    static String anonymous(String digest, String hkicHash, String clientId) {
        return digits(hash("SHA-256", utf8(digest)), utf8(hkicHash), utf8(clientId));
    }

    private static String digits(byte[]... parts) {
        byte[] m = hash("MD5", hash("SHA-512", parts));
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            digits.append(((m[4 * i] & 0xFF) >>> 4) % 10);
        }
        return digits.toString();
    }

    private static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no " + algorithm + ".", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
