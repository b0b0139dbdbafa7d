package io.github.iamsmart.internal.crypto;

import io.github.iamsmart.error.CryptoException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and opens {@code content}: Base64 of {@code int32 12 | IV (12) | ciphertext | tag (16)}, AES-256-GCM without
 * associated data [D] [W].
 *
 * <p>Stateless and thread-safe. Each message gets an IV from the operating system's randomness here, so that a caller
 * can neither choose nor repeat one.
 */
public final class ContentCipher {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int IV_LENGTH = 12;
    private static final int HEADER_LENGTH = Integer.BYTES + IV_LENGTH;
    private static final int TAG_LENGTH = 16;
    private static final String NOT_OPENED =
            "The encrypted content could not be opened: it was altered, cut, or sealed under another key.";

    private ContentCipher() {}

    /**
     * Seals one message.
     *
     * @param key the content key
     * @param plaintext the UTF-8 JSON of the business object
     * @return the ASCII bytes of the Base64 text
     */
    public static byte[] seal(ContentKey key, byte[] plaintext) {
        byte[] iv = new byte[IV_LENGTH];
        JdkCrypto.fillRandom(iv);
        byte[] frame = new byte[Math.addExact(HEADER_LENGTH + TAG_LENGTH, plaintext.length)];
        frame[Integer.BYTES - 1] = IV_LENGTH;
        System.arraycopy(iv, 0, frame, Integer.BYTES, IV_LENGTH);
        try {
            Cipher cipher = JdkCrypto.cipher(TRANSFORMATION);
            cipher.init(Cipher.ENCRYPT_MODE, key.aes(), new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, iv));
            cipher.doFinal(plaintext, 0, plaintext.length, frame, HEADER_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new CryptoException("This JVM cannot encrypt with AES-256-GCM: " + e.getMessage(), e);
        }
        return Base64.getEncoder().encode(frame);
    }

    /**
     * Opens one message.
     *
     * @param key the content key
     * @param content the Base64 text; standard alphabet, no line breaks
     * @return the plaintext
     * @throws CryptoException if anything is wrong with it; the exception does not say what
     */
    public static byte[] open(ContentKey key, String content) {
        return open(key, decode(content));
    }

    /**
     * Decodes the Base64 once, for a caller that tries several keys on the same content.
     *
     * @param content the Base64 text; standard alphabet, no line breaks
     * @return the frame
     * @throws CryptoException if it is not Base64
     */
    public static byte[] decode(String content) {
        try {
            return Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            // No cause: the decoder's message quotes a character of the text.
            throw new CryptoException(NOT_OPENED);
        }
    }

    /**
     * Opens one decoded message.
     *
     * @param key the content key
     * @param frame {@code int32 12 | IV | ciphertext | tag}; not changed
     * @return the plaintext
     * @throws CryptoException if anything is wrong with it; the exception does not say what
     */
    public static byte[] open(ContentKey key, byte[] frame) {
        if (frame.length < HEADER_LENGTH + TAG_LENGTH || ivLength(frame) != IV_LENGTH) {
            throw new CryptoException(NOT_OPENED);
        }
        try {
            Cipher cipher = JdkCrypto.cipher(TRANSFORMATION);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key.aes(),
                    new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, frame, Integer.BYTES, IV_LENGTH));
            return cipher.doFinal(frame, HEADER_LENGTH, frame.length - HEADER_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new CryptoException(NOT_OPENED);
        }
    }

    private static int ivLength(byte[] frame) {
        return ByteBuffer.wrap(frame).getInt();
    }
}
