package io.github.iamsmart.signing.verification;

import io.github.iamsmart.internal.signature.CertificateUsage;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checks of a certificate that do not depend on the signed content. */
final class CertificateChecks {

    private static final String NO_CERTIFICATE = "There is no readable certificate of the signer.";

    private final PathFinder paths;
    private final RevocationCheck revocation;
    private final @Nullable SignerIdentity identity;
    private final Clock clock;

    CertificateChecks(PathFinder paths, RevocationCheck revocation, @Nullable SignerIdentity identity, Clock clock) {
        this.paths = paths;
        this.revocation = revocation;
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
        CertificatePath path = paths.find(signer, accompanying, time);
        return List.of(
                path.finding(),
                validity(signer, time, signedAt.isPresent()),
                keyUsage(signer),
                path.found()
                        ? revocation.check(path.certificates(), time)
                        : Finding.skipped(
                                Check.REVOCATION, "Without a certificate path, revocation cannot be checked."),
                hkic(signer, hkicHash));
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
        CertificateUsage usage = CertificateUsage.of(signer);
        if (usage.authority()) {
            return Finding.failed(
                    Check.KEY_USAGE,
                    "The certificate is that of a certification authority, which issues certificates and signs no"
                            + " documents.");
        }
        if (!usage.restricted()) {
            return Finding.passed(Check.KEY_USAGE, "The certificate does not restrict what its key is used for.");
        }
        return Finding.of(
                Check.KEY_USAGE,
                usage.signs(),
                "The certificate's key may sign.",
                "The certificate's key may not sign: its usage has neither digitalSignature nor nonRepudiation.");
    }

    private Finding hkic(X509Certificate signer, Optional<String> hkicHash) {
        if (hkicHash.isEmpty()) {
            return Finding.notApplicable(Check.HKIC, "No signer was named, so anyone may have signed.");
        }
        if (identity == null) {
            return Finding.skipped(
                    Check.HKIC,
                    "Where the certificate holds the HKIC is not public: the gateway alone compared it with HKICHash."
                            + " Set a SignerIdentity to compare it here as well.");
        }
        Optional<String> found;
        try {
            found = identity.hkicHash(signer);
        } catch (RuntimeException unreadable) {
            return Finding.failed(
                    Check.HKIC,
                    "The SignerIdentity could not read the certificate ("
                            + unreadable.getClass().getSimpleName() + ").");
        }
        return Finding.of(
                Check.HKIC,
                found.equals(hkicHash),
                "The certificate belongs to the named signer.",
                found.isPresent()
                        ? "The certificate belongs to somebody else than the signer who was named."
                        : "The certificate does not tell whose it is.");
    }
}
