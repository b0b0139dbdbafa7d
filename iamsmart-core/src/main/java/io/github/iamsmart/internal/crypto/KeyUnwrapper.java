package io.github.iamsmart.internal.crypto;

import io.github.iamsmart.error.CryptoException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Unwraps content keys: RSA PKCS#1 v1.5 around 32 raw bytes, or around the 44 Base64 characters of 32 bytes [W].
 *
 * <p>There are two methods for two kinds of sender. {@link #unwrap} is for the answer of {@code getKey}, which comes
 * over an authenticated channel: it reports a key that does not open. {@link #unwrapUntrusted} is for a blob that
 * anyone who has the certificate can create: it never reports that, but returns another key instead, always the same
 * for the same blob, and takes the same path through the code, so that its caller cannot become a padding oracle.
 *
 * <p>Thread-safe if the private key's provider is.
 */
public final class KeyUnwrapper {

    private final PrivateKey privateKey;
    private final @Nullable Provider provider;
    private final SecretKeySpec rejectionSecret;

    /**
     * Creates an unwrapper.
     *
     * @param privateKey the KEK's private key
     * @param provider the provider that can use it, {@code null} for the JDK's own
     */
    public KeyUnwrapper(PrivateKey privateKey, @Nullable Provider provider) {
        this.privateKey = privateKey;
        this.provider = provider;
        byte[] secret = new byte[ContentKey.LENGTH];
        JdkCrypto.fillRandom(secret);
        this.rejectionSecret = new SecretKeySpec(secret, RequestSigner.METHOD);
    }

    /**
     * Unwraps the {@code secretKey} of a {@code getKey} answer.
     *
     * @param secretKey Base64, line breaks allowed
     * @return the key, or empty if this KEK does not open it
     */
    public Optional<ContentKey> unwrap(String secretKey) {
        byte[] blob = decode(secretKey);
        if (blob.length == 0) {
            return Optional.empty();
        }
        try {
            byte[] message = rsa("RSA/ECB/PKCS1Padding", blob);
            return switch (message.length) {
                case ContentKey.LENGTH -> Optional.of(ContentKey.of(message));
                case Pkcs1Block.BASE64_LENGTH -> fromBase64(message);
                default -> Optional.empty();
            };
        } catch (NoSuchAlgorithmException | NoSuchPaddingException | InvalidKeyException e) {
            throw new CryptoException("The provider of the KEK cannot decrypt RSA PKCS#1 v1.5 with it.", e);
        } catch (ProviderException e) {
            throw new CryptoException("The device or provider that holds the KEK failed: check that it is there.", e);
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /**
     * Unwraps a blob of unknown origin with implicit rejection.
     *
     * @param secretKey Base64, line breaks allowed
     * @return the key, or a key that opens nothing
     */
    public ContentKey unwrapUntrusted(String secretKey) {
        byte[] blob = decode(secretKey);
        byte[] substitute = substitute(blob);
        byte[] block;
        try {
            block = rsa("RSA/ECB/NoPadding", blob);
        } catch (GeneralSecurityException | ProviderException e) {
            // A wrong length, or a number beyond the modulus: public facts about the blob, not about the key. An HSM
            // that is gone fails for every blob.
            block = new byte[0];
        }
        return ContentKey.of(Pkcs1Block.keyOr(substitute, block));
    }

    private byte[] rsa(String transformation, byte[] blob) throws GeneralSecurityException {
        Cipher cipher =
                provider == null ? JdkCrypto.cipher(transformation) : Cipher.getInstance(transformation, provider);
        cipher.init(Cipher.DECRYPT_MODE, privateKey);
        return cipher.doFinal(blob);
    }

    private byte[] substitute(byte[] blob) {
        try {
            Mac mac = JdkCrypto.mac(RequestSigner.METHOD);
            mac.init(rejectionSecret);
            return mac.doFinal(blob);
        } catch (GeneralSecurityException e) {
            throw new CryptoException("This JVM offers no usable HmacSHA256.", e);
        }
    }

    private static Optional<ContentKey> fromBase64(byte[] text) {
        try {
            byte[] raw = Base64.getDecoder().decode(text);
            return raw.length == ContentKey.LENGTH ? Optional.of(ContentKey.of(raw)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static byte[] decode(String secretKey) {
        try {
            return Base64.getDecoder().decode(secretKey.replaceAll("[\\r\\n]", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
