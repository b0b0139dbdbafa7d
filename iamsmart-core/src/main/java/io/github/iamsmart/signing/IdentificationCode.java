package io.github.iamsmart.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.signin.TokenisedId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The four digits that the page shows beside "open the app", and the app shows too, so that the user sees that both
 * mean the same document.
 *
 * <p>One public client shows the algorithm [1]; which encodings of hash, user and client id go in is not certain [?].
 * {@link #PUBLISHED} is what is known; where your specification says otherwise, write your own. Implementations must be
 * safe for threads.
 */
public interface IdentificationCode {

    /** What is publicly known, with the tokenised ID as it came. */
    IdentificationCode PUBLISHED = new IdentificationCode() {
        @Override
        public String forUser(DocumentDigest digest, TokenisedId user) {
            return digits(joined(sha256(utf8(digest.base64())), sha256(utf8(user.value()))));
        }

        @Override
        public String anonymous(DocumentDigest digest, String hkicHash, String clientId) {
            return digits(joined(sha256(utf8(digest.base64())), utf8(hkicHash), utf8(clientId)));
        }
    };

    /**
     * Returns the code for a signed-in user.
     *
     * @param digest what is signed
     * @param user who signs
     * @return four digits
     */
    String forUser(DocumentDigest digest, TokenisedId user);

    /**
     * Returns the code for an anonymous request.
     *
     * @param digest what is signed
     * @param hkicHash the hash of the signer's HKIC, as it was sent
     * @param clientId the online service
     * @return four digits
     */
    String anonymous(DocumentDigest digest, String hkicHash, String clientId);

    /**
     * Makes four digits of any input: the last step of the algorithm [1], for implementations that differ in the input.
     * No safety rests on it, so that MD5 in it does no harm.
     *
     * @param input the bytes
     * @return four digits
     */
    static String digits(byte[] input) {
        byte[] m = hash("MD5", hash("SHA-512", input));
        StringBuilder code = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            code.append(((m[4 * i] & 0xFF) >>> 4) % 10);
        }
        return code.toString();
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] sha256(byte[] input) {
        return hash("SHA-256", input);
    }

    private static byte[] hash(String algorithm, byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm).digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "This JVM lacks " + algorithm + ", which every Java platform should have", e);
        }
    }
}
