package io.github.iamsmart.internal.signature;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads certificates: with the JDK, and with BouncyCastle those whose key it does not know, such as SM2. */
public final class Certificates {

    private Certificates() {}

    /**
     * Reads a certificate.
     *
     * @param der its bytes
     * @return the certificate; empty if it is none
     */
    public static Optional<X509Certificate> read(byte[] der) {
        if (der.length == 0) {
            return Optional.empty();
        }
        try {
            X509Certificate certificate = read(CertificateFactory.getInstance("X.509"), der);
            if (certificate != null && certificate.getPublicKey() instanceof RSAPublicKey) {
                return Optional.of(certificate);
            }
        } catch (CertificateException unknownKey) {
            // BouncyCastle may know it.
        }
        try {
            return Optional.ofNullable(read(CertificateFactory.getInstance("X.509", BouncyCastle.provider()), der))
                    .filter(Certificates::isSound);
        } catch (GeneralSecurityException none) {
            return Optional.empty();
        }
    }

    /** BouncyCastle reads key and usage only when asked, and what is wrong in them ends in a runtime exception. */
    private static boolean isSound(X509Certificate certificate) {
        try {
            certificate.getKeyUsage();
            return certificate.getPublicKey() != null;
        } catch (RuntimeException malformed) {
            return false;
        }
    }

    private static @Nullable X509Certificate read(CertificateFactory factory, byte[] der) throws CertificateException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }

    /**
     * Returns whether the JDK can work with a certificate's key.
     *
     * @param certificate the certificate
     * @return {@code false} for SM2 and whatever else is not RSA
     */
    public static boolean isRsa(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey;
    }
}
