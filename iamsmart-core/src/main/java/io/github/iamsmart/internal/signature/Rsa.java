package io.github.iamsmart.internal.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import javax.crypto.Cipher;

/** Verifies RSA signatures with PKCS#1 v1.5 padding. */
public final class Rsa {

    /** The prefix that PKCS#1 writes before a SHA-256 to identify the hash algorithm. */
    private static final byte[] SHA256_PREFIX = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private Rsa() {}

    /**
     * {@return whether a signature over a message matches; SHA-256 is applied to the message}
     *
     * @param key the RSA key
     * @param message the message
     * @param signature as long as the key
     * @throws GeneralSecurityException if key or signature cannot be used
     */
    public static boolean verifyMessage(PublicKey key, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
    }

    /**
     * {@return whether a signature over a hash, used as it is, matches} The signature may hold the hash alone or with
     * the name of its algorithm: both are in use under the name NONEwithRSA.
     *
     * @param key the RSA key
     * @param hash the SHA-256
     * @param signature as long as the key
     * @throws GeneralSecurityException if key or signature cannot be used
     */
    public static boolean verifyHash(PublicKey key, byte[] hash, byte[] signature) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        byte[] signed = cipher.doFinal(signature);
        byte[] named = new byte[SHA256_PREFIX.length + hash.length];
        System.arraycopy(SHA256_PREFIX, 0, named, 0, SHA256_PREFIX.length);
        System.arraycopy(hash, 0, named, SHA256_PREFIX.length, hash.length);
        return MessageDigest.isEqual(signed, hash) || MessageDigest.isEqual(signed, named);
    }
}
