package io.github.iamsmart.simulator.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/** RSA signatures with PKCS#1 v1.5 padding, by the JDK. */
final class Rsa {
    private Rsa() {}

    static byte[] hashAndSign(PrivateKey key, byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    /** The digest inside a DigestInfo, so that the result is a SHA256withRSA signature over the document [?]. */
    static byte[] signDigest(PrivateKey key, byte[] sha256) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, key);
        return rsa.doFinal(digestInfo(sha256));
    }

    private static byte[] digestInfo(byte[] sha256) {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        try {
            return new DigestInfo(algorithm, sha256).getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("A DigestInfo could not be written.", e);
        }
    }
}
