package io.github.iamsmart.internal.signature;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says about the use of its key, read from the extensions themselves: the JDK takes those that it
 * cannot read for absent, which would allow everything.
 *
 * @param authority whether it is one of a certification authority
 * @param restricted whether it limits the use of its key
 * @param signs whether its key may sign documents
 */
public record CertificateUsage(boolean authority, boolean restricted, boolean signs) {

    /**
     * {@return what a certificate says}
     *
     * @param certificate the certificate
     * @throws IllegalArgumentException if an extension cannot be read
     */
    public static CertificateUsage of(X509Certificate certificate) {
        boolean authority = extension(certificate, Extension.basicConstraints)
                .map(BasicConstraints::getInstance)
                .filter(BasicConstraints::isCA)
                .isPresent();
        Optional<KeyUsage> usage = extension(certificate, Extension.keyUsage).map(KeyUsage::getInstance);
        // Any one of the bits is enough, where hasUsages wants all of them.
        boolean signs = usage.isEmpty()
                || usage.get().hasUsages(KeyUsage.digitalSignature)
                || usage.get().hasUsages(KeyUsage.nonRepudiation);
        return new CertificateUsage(authority, usage.isPresent(), signs);
    }

    private static Optional<ASN1Primitive> extension(X509Certificate certificate, ASN1ObjectIdentifier name) {
        byte @Nullable [] value = certificate.getExtensionValue(name.getId());
        if (value == null) {
            return Optional.empty();
        }
        try {
            byte[] inner = ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(value))
                    .getOctets();
            return Optional.of(ASN1Primitive.fromByteArray(inner));
        } catch (IOException malformed) {
            throw new IllegalArgumentException("unreadable extension", malformed);
        }
    }
}
