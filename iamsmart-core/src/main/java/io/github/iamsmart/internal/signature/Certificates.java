package io.github.iamsmart.internal.signature;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads certificates: with the JDK, or with BouncyCastle if the JDK does not support their key, such as SM2. */
public final class Certificates {

    private Certificates() {}

    /**
     * {@return the certificate in these bytes; empty if there is none}
     *
     * @param der its bytes
     */
    public static Optional<X509Certificate> read(byte[] der) {
        if (der.length == 0) {
            return Optional.empty();
        }
        try {
            X509Certificate certificate = read(CertificateFactory.getInstance("X.509"), der);
            if (certificate != null && certificate.getPublicKey() instanceof RSAPublicKey) {
                return Optional.of(certificate).filter(Certificates::isSound);
            }
        } catch (CertificateException | RuntimeException | StackOverflowError unknownKey) {
            // BouncyCastle may support it.
        }
        try {
            return Optional.ofNullable(read(CertificateFactory.getInstance("X.509", BouncyCastle.provider()), der))
                    .filter(certificate -> isSound(certificate) && isWrittenSo(certificate, der));
        } catch (GeneralSecurityException | RuntimeException | StackOverflowError none) {
            // It reads by recursion, as deep as the input is nested.
            return Optional.empty();
        }
    }

    /**
     * BouncyCastle parses the parts only on access, and defects in them throw runtime exceptions; the JDK takes some of
     * them for absent.
     */
    private static boolean isSound(X509Certificate certificate) {
        try {
            CertificateUsage.of(certificate);
            certificate.getEncoded();
            return certificate.getPublicKey() != null
                    && certificate.getNotBefore() != null
                    && certificate.getNotAfter() != null;
        } catch (GeneralSecurityException | RuntimeException malformed) {
            return false;
        }
    }

    /** BouncyCastle writes certificates anew before it verifies them: what is signed must be what came. */
    private static boolean isWrittenSo(X509Certificate certificate, byte[] der) {
        try {
            return Arrays.equals(certificate.getEncoded(), der);
        } catch (CertificateEncodingException malformed) {
            return false;
        }
    }

    private static @Nullable X509Certificate read(CertificateFactory factory, byte[] der) throws CertificateException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }

    /**
     * {@return whether the JDK can work with a certificate's key; {@code false} for SM2 and anything else that is not
     * RSA}
     *
     * @param certificate the certificate
     */
    public static boolean isRsa(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey;
    }
}
