package io.github.iamsmart.simulator.wire;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The sealed content of a message [D][W]: Base64 of the IV's length (int32, always 12), the IV, the ciphertext and the
 * tag of AES-256-GCM without additional data.
 */
public final class Content {
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int PREFIX_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Content() {}

    public static String seal(SecretKey cek, byte[] plaintext) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        return seal(cek, iv, plaintext);
    }

    static String seal(SecretKey cek, byte[] iv, byte[] plaintext) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, cek, new GCMParameterSpec(TAG_BYTES * 8, iv));
            ByteBuffer sealed = ByteBuffer.allocate(PREFIX_BYTES + iv.length + cipher.getOutputSize(plaintext.length));
            sealed.putInt(iv.length).put(iv);
            cipher.doFinal(ByteBuffer.wrap(plaintext), sealed);
            return Base64.getEncoder().encodeToString(sealed.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot encrypt with AES-256-GCM.", e);
        }
    }

    /** Opens a content; a {@link NotOpened} says in a sentence what is wrong. */
    public static byte[] open(SecretKey cek, String content) throws NotOpened {
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            throw new NotOpened("content is not standard Base64.");
        }
        if (sealed.length % 3 != 0 && !content.endsWith("=")) {
            throw new NotOpened("content is Base64 without its padding.");
        }
        if (sealed.length < PREFIX_BYTES + IV_BYTES + TAG_BYTES) {
            throw new NotOpened("content is " + sealed.length + " bytes long; length, IV and tag alone are 32.");
        }
        int ivLength = ByteBuffer.wrap(sealed).getInt();
        if (ivLength != IV_BYTES) {
            throw new NotOpened("content says that its IV has " + ivLength
                    + " bytes; it must be 12, so that the Base64 text begins with AAAAD.");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, cek, new GCMParameterSpec(TAG_BYTES * 8, sealed, PREFIX_BYTES, IV_BYTES));
            int start = PREFIX_BYTES + IV_BYTES;
            return cipher.doFinal(sealed, start, sealed.length - start);
        } catch (GeneralSecurityException e) {
            throw new NotOpened("the tag does not match: another key was used, or the content was changed on the way.");
        }
    }

    /** The content was not sealed as it must be. */
    public static final class NotOpened extends Exception {
        private static final long serialVersionUID = 1L;

        NotOpened(String sentence) {
            super(sentence);
        }
    }
}
