package io.github.iamsmart.internal.signature;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;

/** Judges lists of revoked certificates (CRL, RFC 5280), with the same rule of strength as certificates. */
public final class RevocationLists {

    private static final Duration SKEW = Duration.ofMinutes(15);

    private RevocationLists() {}

    /**
     * {@return what lists say about a certificate}
     *
     * @param lists the lists
     * @param certificate whom it is about
     * @param issuer who issued the certificate; a strong key
     * @param now by which time the lists must be current
     */
    public static RevocationStatus judge(
            List<X509CRL> lists, X509Certificate certificate, X509Certificate issuer, Instant now) {
        List<X509CRL> strong = new ArrayList<>();
        Optional<String> weakness = Optional.empty();
        for (X509CRL list : lists) {
            Optional<String> weak = CertificateStrength.weakness(list);
            weakness = weakness.or(() -> weak);
            if (weak.isEmpty()) {
                strong.add(list);
            }
        }
        for (X509CRL list : strong) {
            Optional<Instant> since = revokedSince(list, certificate, issuer, now);
            if (since.isPresent()) {
                return RevocationStatus.revoked(since.get());
            }
        }
        try {
            validate(strong, certificate, issuer, now);
            return RevocationStatus.GOOD;
        } catch (GeneralSecurityException | RuntimeException notGood) {
            // What a provider says about it may quote names.
            return RevocationStatus.unknown(weakness.map(weak -> "the list has " + weak)
                    .orElse("no list is current, by the issuer, and readable"));
        }
    }

    /** Providers do not say alike that a certificate is revoked, and when; that it is not is left to them. */
    private static Optional<Instant> revokedSince(
            X509CRL list, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            X509CRLEntry entry = list.getRevokedCertificate(certificate);
            if (entry == null
                    || list.getThisUpdate().toInstant().minus(SKEW).isAfter(now)
                    || (list.getNextUpdate() != null
                            && list.getNextUpdate().toInstant().plus(SKEW).isBefore(now))
                    || !list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return Optional.empty();
            }
            list.verify(issuer.getPublicKey(), BouncyCastle.provider());
            return Optional.of(since(entry));
        } catch (GeneralSecurityException | RuntimeException notByTheIssuer) {
            return Optional.empty();
        }
    }

    /** A key may have been in wrong hands before the authority learnt of it. */
    private static Instant since(X509CRLEntry entry) {
        Instant at = entry.getRevocationDate().toInstant();
        byte[] invalidity = entry.getExtensionValue(Extension.invalidityDate.getId());
        return invalidity == null
                ? at
                : RevocationStatus.earlier(
                        at, ASN1OctetString.getInstance(invalidity).getOctets());
    }

    /** The one certificate is a path of its own, whose anchor is its issuer. */
    private static void validate(List<X509CRL> lists, X509Certificate certificate, X509Certificate issuer, Instant now)
            throws GeneralSecurityException {
        boolean jdk = Certificates.isRsa(certificate) && Certificates.isRsa(issuer);
        CertPathValidator validator = jdk
                ? CertPathValidator.getInstance("PKIX")
                : CertPathValidator.getInstance("PKIX", BouncyCastle.provider());
        CertificateFactory factory = jdk
                ? CertificateFactory.getInstance("X.509")
                : CertificateFactory.getInstance("X.509", BouncyCastle.provider());
        CertPath path = factory.generateCertPath(List.of(certificate));
        List<CRL> own = new ArrayList<>();
        for (X509CRL list : lists) {
            own.add(factory.generateCRL(new ByteArrayInputStream(list.getEncoded())));
        }
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
        parameters.setDate(Date.from(Validity.within(certificate, now)));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(own)));
        parameters.setRevocationEnabled(true);
        validator.validate(path, parameters);
    }
}
