package io.github.iamsmart.signing.verification;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import io.github.iamsmart.internal.signature.Certificates;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checks of a certificate that do not depend on the signed content. */
final class CertificateChecks {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final String NO_CERTIFICATE = "There is no readable certificate of the signer.";

    private final Set<TrustAnchor> anchors;
    private final List<X509Certificate> intermediates;
    private final RevocationCheck revocation;
    private final @Nullable SignerIdentity identity;
    private final Clock clock;

    CertificateChecks(
            Collection<X509Certificate> anchors,
            Collection<X509Certificate> intermediates,
            @Nullable RevocationSource revocation,
            @Nullable SignerIdentity identity,
            Clock clock) {
        this.anchors =
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet());
        this.intermediates = List.copyOf(intermediates);
        this.revocation = new RevocationCheck(revocation, clock);
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Runs the checks.
     *
     * @param certificate the signer's; empty if there is none
     * @param accompanying certificates that came with the signature and may help to build the path
     * @param signedAt when the signature says that it was made
     * @param hkicHash the expected signer
     */
    List<Finding> check(
            Optional<X509Certificate> certificate,
            List<X509Certificate> accompanying,
            Optional<Instant> signedAt,
            Optional<String> hkicHash) {
        if (certificate.isEmpty()) {
            return List.of(
                    Finding.skipped(Check.CERTIFICATE_PATH, NO_CERTIFICATE),
                    Finding.skipped(Check.VALIDITY_AT_SIGNING_TIME, NO_CERTIFICATE),
                    Finding.skipped(Check.KEY_USAGE, NO_CERTIFICATE),
                    Finding.skipped(Check.REVOCATION, NO_CERTIFICATE),
                    Finding.skipped(Check.HKIC, NO_CERTIFICATE));
        }
        X509Certificate signer = certificate.get();
        Instant time = signedAt.orElseGet(clock::instant);
        List<Finding> findings = new ArrayList<>();
        @Nullable PKIXCertPathBuilderResult path = null;
        try {
            path = path(signer, accompanying, time);
            findings.add(Finding.passed(
                    Check.CERTIFICATE_PATH,
                    "The certificate leads to a trust anchor, through "
                            + path.getCertPath().getCertificates().size() + " certificate(s)."));
        } catch (GeneralSecurityException | RuntimeException noPath) {
            findings.add(Finding.failed(
                    Check.CERTIFICATE_PATH,
                    "No path leads from the certificate to one of " + anchors.size()
                            + " trust anchor(s): name the root of iAM Smart-Cert, and intermediate certificates that do"
                            + " not come with the signature."));
        }
        findings.add(validity(signer, time, signedAt.isPresent()));
        findings.add(keyUsage(signer));
        findings.add(
                path == null
                        ? Finding.skipped(Check.REVOCATION, "Without a certificate path, revocation cannot be checked.")
                        : revocation.check(signer, path, time));
        findings.add(hkic(signer, hkicHash));
        return findings;
    }

    /** Builds the path at a time when the certificate is valid, because its validity is a check of its own. */
    private PKIXCertPathBuilderResult path(X509Certificate signer, List<X509Certificate> accompanying, Instant time)
            throws GeneralSecurityException {
        List<X509Certificate> known = new ArrayList<>(intermediates);
        known.addAll(accompanying);
        known.add(signer);
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        parameters.setDate(Date.from(within(signer, time)));
        parameters.setRevocationEnabled(false);
        CertPathBuilder builder = Certificates.isRsa(signer)
                ? CertPathBuilder.getInstance("PKIX")
                : CertPathBuilder.getInstance("PKIX", BouncyCastle.provider());
        return (PKIXCertPathBuilderResult) builder.build(parameters);
    }

    /** {@return the instant within the certificate's validity that is nearest to a time} */
    static Instant within(X509Certificate certificate, Instant time) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        return time.isBefore(from) ? from : time.isAfter(until) ? until : time;
    }

    private static Finding validity(X509Certificate signer, Instant time, boolean hasSigningTime) {
        String when =
                hasSigningTime ? "when the signature was made, " + time : "now, " + time + ", as no signing time came";
        try {
            signer.checkValidity(Date.from(time));
            return Finding.passed(Check.VALIDITY_AT_SIGNING_TIME, "The certificate was valid " + when + ".");
        } catch (CertificateExpiredException expired) {
            return Finding.failed(
                    Check.VALIDITY_AT_SIGNING_TIME,
                    "The certificate had expired on " + signer.getNotAfter().toInstant() + ": it was not valid " + when
                            + ".");
        } catch (CertificateNotYetValidException early) {
            return Finding.failed(
                    Check.VALIDITY_AT_SIGNING_TIME,
                    "The certificate is valid only from "
                            + signer.getNotBefore().toInstant() + ": it was not valid " + when + ".");
        }
    }

    private static Finding keyUsage(X509Certificate signer) {
        boolean[] usage = signer.getKeyUsage();
        if (usage == null) {
            return Finding.passed(Check.KEY_USAGE, "The certificate does not restrict what its key is used for.");
        }
        return Finding.of(
                Check.KEY_USAGE,
                usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION],
                "The certificate's key may sign.",
                "The certificate's key may not sign: its usage has neither digitalSignature nor nonRepudiation.");
    }

    private Finding hkic(X509Certificate signer, Optional<String> hkicHash) {
        if (hkicHash.isEmpty()) {
            return Finding.skipped(Check.HKIC, "No signer was named, so anyone may have signed.");
        }
        if (identity == null) {
            return Finding.skipped(
                    Check.HKIC,
                    "Where the certificate holds the HKIC is not public: the gateway alone compared it with HKICHash."
                            + " Set a SignerIdentity to compare it here as well.");
        }
        Optional<String> found = identity.hkicHash(signer);
        return Finding.of(
                Check.HKIC,
                found.equals(hkicHash),
                "The certificate belongs to the named signer.",
                found.isPresent()
                        ? "The certificate belongs to somebody else than the signer who was named."
                        : "The certificate does not tell whose it is.");
    }
}
