package io.github.iamsmart.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.internal.crypto.Sha256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The four digits that both the page, beside "open the app", and the app show, so that the user can see that both refer
 * to the same document.
 *
 * <p>One public client shows the algorithm [1]; which encodings of hash, user and client id it uses is not certain [?].
 * {@link #PUBLISHED} implements what is known; write your own where your specification differs. Implementations must be
 * thread-safe.
 */
public interface IdentificationCode {

    /** The publicly known algorithm, with the Tokenised ID as it came. */
    IdentificationCode PUBLISHED = new IdentificationCode() {
        @Override
        public String forUser(DocumentDigest digest, TokenisedId user) {
            return digits(joined(Sha256.of(digest.base64()), Sha256.of(user.value())));
        }

        @Override
        public String anonymous(DocumentDigest digest, String hkicHash, String clientId) {
            return digits(joined(Sha256.of(digest.base64()), utf8(hkicHash), utf8(clientId)));
        }
    };

    /**
     * {@return the code for a signed-in user, four digits}
     *
     * @param digest what is signed
     * @param user who signs
     */
    String forUser(DocumentDigest digest, TokenisedId user);

    /**
     * {@return the code for an anonymous request, four digits}
     *
     * @param digest what is signed
     * @param hkicHash the hash of the signer's HKIC, as it was sent
     * @param clientId the online service
     */
    String anonymous(DocumentDigest digest, String hkicHash, String clientId);

    /**
     * {@return four digits computed from any input: the last step of the algorithm [1], for implementations with
     * another input} Security does not depend on the code, so its use of MD5 does no harm.
     *
     * @param input the bytes
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

    private static byte[] hash(String algorithm, byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm).digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "This JVM lacks " + algorithm + ", which every Java platform should have", e);
        }
    }
}
