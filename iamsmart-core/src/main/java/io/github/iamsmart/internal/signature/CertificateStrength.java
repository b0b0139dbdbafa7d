package io.github.iamsmart.internal.signature;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.CertificateList;

/**
 * Which keys and signatures of certificates, lists and answers are strong enough. It is the same rule for everything on
 * the way to a trust anchor, whatever provider builds the path: one of the JDK has limits of its own, that of
 * BouncyCastle has none.
 */
public final class CertificateStrength {

    private static final int SHORTEST_RSA = 2_048;
    private static final int LONGEST_RSA = 16_384;
    private static final int LONGEST_EXPONENT = 256;
    private static final int SHORTEST_EC = 256;
    private static final int LONGEST_EC = 1_024;

    private CertificateStrength() {}

    /**
     * {@return why a certificate is refused, in words such as "an RSA key of 1024 bits"; empty if it is strong}
     *
     * @param certificate a certificate that an authority issued
     */
    public static Optional<String> weakness(X509Certificate certificate) {
        return weaknessOfKey(certificate.getPublicKey()).or(() -> weaknessOfSignature(certificate));
    }

    /**
     * {@return why a key is refused, in words such as "an RSA key of 1024 bits"; empty if it is strong} It is all that
     * counts of a trust anchor, whose signature proves nothing.
     *
     * @param key a key
     */
    public static Optional<String> weaknessOfKey(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa(rsa);
        }
        if (key instanceof ECPublicKey ec) {
            // A certificate may leave the curve to its reader.
            int bits = ec.getParams() == null ? 0 : ec.getParams().getOrder().bitLength();
            return bits >= SHORTEST_EC && bits <= LONGEST_EC
                    ? Optional.empty()
                    : Optional.of("an elliptic-curve key of " + bits + " bits");
        }
        if (key instanceof DSAPublicKey) {
            return Optional.of("a DSA key");
        }
        return switch (key.getAlgorithm()) {
            case "Ed25519", "Ed448", "EdDSA" -> Optional.empty();
            default -> Optional.of("a key of a kind that cannot be checked here");
        };
    }

    private static Optional<String> rsa(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        if (bits < SHORTEST_RSA || bits > LONGEST_RSA) {
            return Optional.of("an RSA key of " + bits + " bits");
        }
        BigInteger exponent = key.getPublicExponent();
        boolean sound = exponent.compareTo(BigInteger.ONE) > 0
                && exponent.testBit(0)
                && exponent.bitLength() <= LONGEST_EXPONENT
                && key.getModulus().testBit(0);
        return sound ? Optional.empty() : Optional.of("an RSA key with numbers that no sound key has");
    }

    private static Optional<String> weaknessOfSignature(X509Certificate certificate) {
        try {
            Certificate parts = Certificate.getInstance(certificate.getEncoded());
            if (parts.getSignature().getPadBits() != 0) {
                return Optional.of("a signature that cannot be read");
            }
            return parts.getSignatureAlgorithm()
                            .equals(parts.getTBSCertificate().getSignature())
                    ? weaknessOfSignature(parts.getSignatureAlgorithm())
                    : Optional.of("two algorithms for its signature");
        } catch (CertificateEncodingException | RuntimeException unreadable) {
            return Optional.of("a signature that cannot be read");
        }
    }

    /**
     * {@return why a list of revoked certificates is refused, in words; empty if its signature is strong}
     *
     * @param list the list
     */
    public static Optional<String> weakness(X509CRL list) {
        try {
            return weaknessOfSignature(
                    CertificateList.getInstance(list.getEncoded()).getSignatureAlgorithm());
        } catch (CRLException | RuntimeException unreadable) {
            return Optional.of("a signature that cannot be read");
        }
    }

    static Optional<String> weaknessOfSignature(AlgorithmIdentifier id) {
        Optional<SignatureName> name = SignatureName.of(id);
        if (name.isEmpty()) {
            return Optional.of("a signature of a kind that cannot be checked here");
        }
        return name.get().weakness().isPresent() ? Optional.of("a signature by " + name.get()) : Optional.empty();
    }
}
