package io.github.iamsmart.signing.verification;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import io.github.iamsmart.internal.signature.Certificates;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks whether a certificate had been revoked when it signed. */
final class RevocationCheck {

    private final @Nullable RevocationSource source;
    private final Clock clock;

    RevocationCheck(@Nullable RevocationSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    Finding check(X509Certificate signer, PKIXCertPathBuilderResult path, Instant signedAt) {
        if (source == null) {
            return Finding.skipped(Check.REVOCATION, "Revocation is not checked: set a RevocationSource to check it.");
        }
        try {
            validate(source, signer, path);
            return Finding.passed(Check.REVOCATION, "The certificate has not been revoked.");
        } catch (CertPathValidatorException e) {
            return revoked(e, signedAt);
        } catch (GeneralSecurityException e) {
            return unknown(e);
        }
    }

    private static Finding revoked(CertPathValidatorException e, Instant signedAt) {
        if (e.getReason() == BasicReason.REVOKED && e.getCause() instanceof CertificateRevokedException revoked) {
            Instant since = revoked.getRevocationDate().toInstant();
            return Finding.of(
                    Check.REVOCATION,
                    since.isAfter(signedAt) && e.getIndex() <= 0,
                    "The certificate was revoked at " + since + ", after it signed.",
                    "A certificate of the path was revoked at " + since + ", before it signed.");
        }
        return unknown(e);
    }

    /** Reports only the type of the exception: a provider's message may quote names. */
    private static Finding unknown(GeneralSecurityException e) {
        String kind = e instanceof CertPathValidatorException path
                ? String.valueOf(path.getReason())
                : e.getClass().getSimpleName();
        return Finding.failed(
                Check.REVOCATION,
                "It cannot be shown that the certificate is not revoked (" + kind
                        + "): the source must have a current list or answer for every certificate of the path.");
    }

    /** Validates lists and answers as of today, because they may be younger than the signature. */
    private void validate(RevocationSource revocationSource, X509Certificate signer, PKIXCertPathBuilderResult path)
            throws GeneralSecurityException {
        CertPath certificates = path.getCertPath();
        List<X509CRL> crls = new ArrayList<>();
        Map<X509Certificate, byte[]> responses = new HashMap<>();
        for (Certificate each : certificates.getCertificates()) {
            X509Certificate certificate = (X509Certificate) each;
            crls.addAll(revocationSource.crls(certificate));
            revocationSource.ocspResponse(certificate).ifPresent(response -> responses.put(certificate, response));
        }
        @Nullable Provider provider = Certificates.isRsa(signer) ? null : BouncyCastle.provider();
        CertPathValidator validator = provider == null
                ? CertPathValidator.getInstance("PKIX")
                : CertPathValidator.getInstance("PKIX", provider);
        PKIXParameters parameters = new PKIXParameters(Set.of(path.getTrustAnchor()));
        parameters.setDate(Date.from(CertificateChecks.within(signer, clock.instant())));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(crls)));
        parameters.setRevocationEnabled(true);
        if (validator.getRevocationChecker() instanceof PKIXRevocationChecker checker) {
            configure(checker, revocationSource, responses, certificates, parameters);
        }
        validator.validate(certificates, parameters);
    }

    /**
     * The JDK's checker fetches what it is not given. Without the checker, the JDK uses only the given lists; with an
     * answer for each certificate that it examines, it has nothing to fetch.
     */
    private static void configure(
            PKIXRevocationChecker checker,
            RevocationSource revocationSource,
            Map<X509Certificate, byte[]> responses,
            CertPath certificates,
            PKIXParameters parameters) {
        checker.setOcspResponses(responses);
        if (revocationSource.mayUseNetwork()) {
            parameters.addCertPathChecker(checker);
        } else if (responses.containsKey(
                (X509Certificate) certificates.getCertificates().get(0))) {
            Set<Option> options = EnumSet.of(Option.NO_FALLBACK);
            if (responses.size() < certificates.getCertificates().size()) {
                options.add(Option.ONLY_END_ENTITY);
            }
            checker.setOptions(options);
            parameters.addCertPathChecker(checker);
        }
    }
}
