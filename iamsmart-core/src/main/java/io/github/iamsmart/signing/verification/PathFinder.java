package io.github.iamsmart.signing.verification;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import io.github.iamsmart.internal.signature.CertificateStrength;
import io.github.iamsmart.internal.signature.Certificates;
import io.github.iamsmart.internal.signature.Validity;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the way from a signer to a trust anchor. What is too weak is left out beforehand, so that a strong way is found
 * beside it, and so that one rule holds whatever provider builds the path.
 */
final class PathFinder {

    private final Set<TrustAnchor> anchors;
    private final List<X509Certificate> intermediates;
    private final Set<String> weaknessesOfAnchors = new LinkedHashSet<>();
    private final int named;

    PathFinder(Collection<X509Certificate> anchors, Collection<X509Certificate> intermediates) {
        this.named = anchors.size();
        this.anchors = anchors.stream()
                // Nobody relies on the signature of an anchor.
                .filter(anchor ->
                        isStrong(CertificateStrength.weaknessOfKey(anchor.getPublicKey()), weaknessesOfAnchors))
                .map(anchor -> new TrustAnchor(anchor, null))
                .collect(Collectors.toSet());
        this.intermediates = List.copyOf(intermediates);
    }

    private static boolean isStrong(Optional<String> weakness, Set<String> weaknesses) {
        weakness.ifPresent(weaknesses::add);
        return weakness.isEmpty();
    }

    CertificatePath find(X509Certificate signer, List<X509Certificate> accompanying, Instant time) {
        if (anchors.stream().anyMatch(anchor -> signer.equals(anchor.getTrustedCert()))) {
            return new CertificatePath(
                    Finding.passed(Check.CERTIFICATE_PATH, "The certificate is itself a trust anchor."),
                    List.of(signer));
        }
        Optional<String> weakness = CertificateStrength.weakness(signer);
        if (weakness.isPresent()) {
            return CertificatePath.none(Finding.failed(
                    Check.CERTIFICATE_PATH,
                    "The signer's certificate is refused, because it has " + weakness.get() + "."));
        }
        Set<String> weaknesses = new LinkedHashSet<>(weaknessesOfAnchors);
        List<X509Certificate> known = new ArrayList<>(intermediates);
        known.addAll(accompanying);
        known.removeIf(each -> !isStrong(CertificateStrength.weakness(each), weaknesses));
        try {
            List<X509Certificate> way = build(signer, known, Validity.within(signer, time));
            return new CertificatePath(
                    Finding.passed(
                            Check.CERTIFICATE_PATH,
                            "The certificate leads to a trust anchor, through " + (way.size() - 1)
                                    + " certificate(s)."),
                    way);
        } catch (GeneralSecurityException | RuntimeException noPath) {
            return CertificatePath.none(Finding.failed(Check.CERTIFICATE_PATH, noPath(weaknesses)));
        }
    }

    private String noPath(Set<String> weaknesses) {
        String leftOut = weaknesses.isEmpty()
                ? ""
                : " Certificates were refused and left out, because they have " + String.join("; ", weaknesses) + ".";
        return "No path leads from the certificate to one of " + named
                + " trust anchor(s): name the root of iAM Smart-Cert, and intermediate certificates that do not come with"
                + " the signature." + leftOut;
    }

    /** Builds the path at a time when the certificate is valid, because its validity is a check of its own. */
    private List<X509Certificate> build(X509Certificate signer, List<X509Certificate> known, Instant time)
            throws GeneralSecurityException {
        List<X509Certificate> helpful = distinct(known, time);
        helpful.add(signer);
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(helpful)));
        parameters.setDate(Date.from(time));
        parameters.setRevocationEnabled(false);
        CertPathBuilder builder = Certificates.isRsa(signer)
                ? CertPathBuilder.getInstance("PKIX")
                : CertPathBuilder.getInstance("PKIX", BouncyCastle.provider());
        PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult) builder.build(parameters);
        List<X509Certificate> way = new ArrayList<>();
        for (Certificate each : result.getCertPath().getCertificates()) {
            way.add((X509Certificate) each);
        }
        way.add(result.getTrustAnchor().getTrustedCert());
        return way;
    }

    /**
     * Leaves out what opens no other way. Builders try everything that fits by name and key; somebody who sends many
     * certificates of one name and key could keep them busy for hours.
     */
    private static List<X509Certificate> distinct(List<X509Certificate> known, Instant time) {
        Map<List<Object>, X509Certificate> found = new LinkedHashMap<>();
        for (X509Certificate each : known) {
            if (Validity.within(each, time).equals(time)) {
                found.putIfAbsent(
                        List.of(each.getSubjectX500Principal(), each.getIssuerX500Principal(), each.getPublicKey()),
                        each);
            }
        }
        return new ArrayList<>(found.values());
    }
}
