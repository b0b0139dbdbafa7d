package io.github.iamsmart.internal.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/** Verifies RSA signatures with PKCS#1 v1.5 padding. */
public final class Rsa {

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
        byte[] signed = open(key, signature);
        return MessageDigest.isEqual(signed, hash) || isNamed(signed, HashAlgorithm.SHA256, hash);
    }

    /** {@return whether a signature over a hash, with the name of its algorithm, matches} */
    static boolean verifyDigest(PublicKey key, HashAlgorithm algorithm, byte[] hash, byte[] signature)
            throws GeneralSecurityException {
        return isNamed(open(key, signature), algorithm, hash);
    }

    private static byte[] open(PublicKey key, byte[] signature) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(signature);
    }

    /** Compares with the whole of what PKCS#1 lets a signer write, and parses nothing. */
    private static boolean isNamed(byte[] signed, HashAlgorithm algorithm, byte[] hash) {
        return MessageDigest.isEqual(signed, named(new AlgorithmIdentifier(algorithm.id(), DERNull.INSTANCE), hash))
                || MessageDigest.isEqual(signed, named(new AlgorithmIdentifier(algorithm.id()), hash));
    }

    private static byte[] named(AlgorithmIdentifier algorithm, byte[] hash) {
        try {
            return new DigestInfo(algorithm, hash).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
