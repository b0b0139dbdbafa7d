package io.github.iamsmart.simulator.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;

/** A certificate that is being built. What the real ones look like is not public [?]. */
final class CertificateDraft {
    private final X509v3CertificateBuilder builder;
    private final BcX509ExtensionUtils identifiers = new BcX509ExtensionUtils();

    CertificateDraft(
            X500Name issuer,
            BigInteger serial,
            Instant notBefore,
            Instant notAfter,
            X500Name subject,
            SubjectPublicKeyInfo key) {
        this.builder =
                new X509v3CertificateBuilder(issuer, serial, Date.from(notBefore), Date.from(notAfter), subject, key);
        add(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
    }

    CertificateDraft ofAnAuthority() {
        add(Extension.basicConstraints, true, new BasicConstraints(true));
        int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature;
        return add(Extension.keyUsage, true, new KeyUsage(usage));
    }

    CertificateDraft ofAUser() {
        add(Extension.basicConstraints, true, new BasicConstraints(false));
        return add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    }

    /** Where one can ask whether it still holds. */
    CertificateDraft below(Issuer issuer, URI crl, URI ocsp, URI issuerCertificate) {
        add(
                Extension.authorityKeyIdentifier,
                false,
                identifiers.createAuthorityKeyIdentifier(issuer.certificate().getSubjectPublicKeyInfo()));
        DistributionPointName list = new DistributionPointName(new GeneralNames(name(crl)));
        DistributionPoint[] points = {new DistributionPoint(list, null, null)};
        add(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
        AccessDescription[] access = {
            new AccessDescription(AccessDescription.id_ad_ocsp, name(ocsp)),
            new AccessDescription(AccessDescription.id_ad_caIssuers, name(issuerCertificate))
        };
        return add(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(access));
    }

    X509CertificateHolder sign(ContentSigner signer) {
        return builder.build(signer);
    }

    private CertificateDraft add(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            builder.addExtension(type, critical, value);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException("A certificate of the simulator could not be written.", e);
        }
    }

    private static GeneralName name(URI uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri.toString());
    }
}
