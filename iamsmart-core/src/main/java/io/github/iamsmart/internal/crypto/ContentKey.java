package io.github.iamsmart.internal.crypto;

import io.github.iamsmart.error.CryptoException;
import java.security.MessageDigest;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A content encryption key (CEK), unwrapped: AES-256. Immutable; never shows its bytes; equality takes constant time.
 */
public final class ContentKey {

    /** The length of an AES-256 key in bytes. */
    public static final int LENGTH = 32;

    private final SecretKeySpec key;

    private ContentKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * {@return a key with these bytes}
     *
     * @param raw 32 bytes, copied
     * @throws CryptoException if the length is not 32
     */
    public static ContentKey of(byte[] raw) {
        if (raw.length != LENGTH) {
            throw new CryptoException("A content key (CEK) must have 32 bytes.");
        }
        return new ContentKey(new SecretKeySpec(raw, "AES"));
    }

    SecretKey aes() {
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContentKey that && MessageDigest.isEqual(key.getEncoded(), that.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "ContentKey[secret]";
    }
}
