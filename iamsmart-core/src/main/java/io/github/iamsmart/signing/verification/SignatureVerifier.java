package io.github.iamsmart.signing.verification;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.signature.Certificates;
import io.github.iamsmart.internal.signature.DetachedCms;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signatures and says what it found, point by point. Immutable and thread-safe; no network is used unless a
 * {@link RevocationSource} allows it.
 *
 * <p>Whom to trust is the caller's word: no root certificate comes with this SDK.
 */
public final class SignatureVerifier {

    private final Map<SignatureAlgorithm, SignatureScheme> schemes;
    private final CertificateChecks certificates;
    private final Set<Check> required;

    private SignatureVerifier(Builder builder) {
        if (builder.anchors.isEmpty()) {
            throw new ConfigurationException("Without a trust anchor no signature can be believed: give the root"
                    + " certificate of iAM Smart-Cert with trustAnchors(…).");
        }
        this.schemes = Map.copyOf(builder.schemes);
        this.required = Set.copyOf(builder.required);
        this.certificates = new CertificateChecks(
                builder.anchors, builder.intermediates, builder.revocation, builder.identity, builder.clock);
    }

    /**
     * Starts without trust in anybody.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Verifies a signed hash.
     *
     * @param result what came from the gateway
     * @param expected what was asked for
     * @return the report; bad input never throws
     */
    public VerificationReport verify(HashSigningResult result, ExpectedSignature expected) {
        Optional<X509Certificate> certificate = Certificates.read(result.certificate());
        DocumentDigest signed = result.digest().orElse(expected.digest());
        List<Finding> findings = new ArrayList<>();
        findings.add(
                certificate.isEmpty()
                        ? Finding.failed(Check.SIGNATURE, "There is no readable certificate to verify it with.")
                        : signature(certificate.get(), expected.algorithm(), signed, result.signature()));
        findings.add(document(result.digest(), expected.digest()));
        findings.addAll(certificates.check(certificate, List.of(), result.signedAt(), expected.hkicHash()));
        return report(findings);
    }

    private VerificationReport report(List<Finding> findings) {
        return new VerificationReport(findings.stream().map(this::strictly).toList());
    }

    private Finding strictly(Finding finding) {
        return finding.verdict() == Verdict.SKIPPED && required.contains(finding.check())
                ? Finding.failed(finding.check(), "This check is required. " + finding.reason())
                : finding;
    }

    private Finding signature(
            X509Certificate certificate, SignatureAlgorithm algorithm, DocumentDigest signed, byte[] signature) {
        if (signature.length == 0) {
            return Finding.failed(Check.SIGNATURE, "There is no readable signature.");
        }
        SignatureScheme scheme = schemes.get(algorithm);
        if (scheme == null) {
            return Finding.failed(
                    Check.SIGNATURE, "How " + algorithm + " is verified is not known: give a SignatureScheme for it.");
        }
        boolean fits;
        try {
            fits = scheme.verify(certificate.getPublicKey(), signed.bytes(), signature);
        } catch (GeneralSecurityException | RuntimeException unusable) {
            fits = false;
        }
        return Finding.of(
                Check.SIGNATURE,
                fits,
                "The " + algorithm + " signature fits the certificate's key and the hash.",
                "The signature is not the " + algorithm + " signature of this hash by the certificate's key.");
    }

    private static Finding document(Optional<DocumentDigest> signed, DocumentDigest expected) {
        return Finding.of(
                Check.DOCUMENT_HASH,
                signed.isEmpty() || signed.get().equals(expected),
                signed.isPresent()
                        ? "What was signed is the hash of the document."
                        : "The result names no hash, so the signature was verified over that of the document itself.",
                "What was signed is the hash of another document.");
    }

    /**
     * Verifies the signature of a PDF before it stands in the file.
     *
     * @param result what came from the gateway
     * @param expected what was asked for
     * @return the report; bad input never throws
     */
    public VerificationReport verify(PdfSigningResult result, ExpectedSignature expected) {
        return verifyContents(result.pdfSignature(), expected.digest(), expected.hkicHash())
                .with(document(result.digest(), expected.digest()));
    }

    /**
     * Verifies what stands in {@code /Contents} of a PDF's signature.
     *
     * @param contents a PKCS#7 structure in DER; zeros may follow it
     * @param byteRange the SHA-256 of the bytes of the file that it has to cover
     * @param hkicHash the hash of the HKIC of the signer, if one was named
     * @return the report; bad input never throws
     */
    public VerificationReport verifyContents(byte[] contents, DocumentDigest byteRange, Optional<String> hkicHash) {
        Optional<DetachedCms> read = DetachedCms.read(contents);
        List<Finding> findings = new ArrayList<>();
        if (read.isEmpty()) {
            String unreadable = "The signature is no PKCS#7 structure with one signer.";
            findings.add(Finding.failed(Check.CMS_CONTENT, unreadable));
            findings.add(Finding.skipped(Check.MESSAGE_DIGEST, unreadable));
            findings.add(Finding.skipped(Check.SIGNING_CERTIFICATE, unreadable));
            findings.add(Finding.failed(Check.SIGNATURE, unreadable));
            findings.addAll(certificates.check(Optional.empty(), List.of(), Optional.empty(), hkicHash));
            return report(findings);
        }
        DetachedCms cms = read.get();
        Optional<X509Certificate> certificate = cms.signerCertificate();
        Optional<Instant> signedAt = cms.signingTime();
        findings.add(cms.defect()
                .map(defect -> Finding.failed(Check.CMS_CONTENT, defect))
                .orElseGet(() -> Finding.passed(
                        Check.CMS_CONTENT, "It is a detached PKCS#7 structure with one signer and SHA-256.")));
        findings.add(messageDigest(cms, byteRange));
        findings.add(signingCertificate(cms, certificate));
        findings.add(Finding.of(
                Check.SIGNATURE,
                certificate
                        .filter(signer -> cms.signatureFits(signer.getPublicKey(), byteRange.bytes()))
                        .isPresent(),
                "The signature fits the certificate's key and what it covers.",
                "The signature is not one by the key of a certificate that came along."));
        findings.addAll(certificates.check(certificate, cms.certificates(), signedAt, hkicHash));
        return report(findings);
    }

    private static Finding messageDigest(DetachedCms cms, DocumentDigest byteRange) {
        Optional<byte[]> digest = cms.messageDigest();
        return Finding.of(
                Check.MESSAGE_DIGEST,
                digest.isEmpty() || MessageDigest.isEqual(digest.get(), byteRange.bytes()),
                digest.isPresent()
                        ? "The digest that was signed is that of the document."
                        : "There are no signed attributes: the signature itself covers the document's digest.",
                "The digest that was signed is that of another document, or the document was changed.");
    }

    private static Finding signingCertificate(DetachedCms cms, Optional<X509Certificate> certificate) {
        if (certificate.isEmpty()) {
            return Finding.failed(Check.SIGNING_CERTIFICATE, "The signer's certificate did not come along.");
        }
        Optional<Boolean> named = cms.namesCertificate(certificate.get());
        return Finding.of(
                Check.SIGNING_CERTIFICATE,
                named.orElse(true),
                named.isPresent()
                        ? "The signature is tied to the certificate that came along."
                        : "The signer's certificate came along; no signed attribute ties the signature to it.",
                "The signature is tied to another certificate than the one that came along.");
    }

    /** Collects whom to trust and what to look at. Not thread-safe. */
    public static final class Builder {

        private final List<X509Certificate> anchors = new ArrayList<>();
        private final List<X509Certificate> intermediates = new ArrayList<>();
        private final Map<SignatureAlgorithm, SignatureScheme> schemes = new HashMap<>(SignatureScheme.PUBLISHED);
        private @Nullable RevocationSource revocation;
        private @Nullable SignerIdentity identity;
        private final Set<Check> required = EnumSet.noneOf(Check.class);
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * Adds roots that are trusted. At least one is required.
         *
         * @param values certificates of certification authorities
         * @return this
         */
        public Builder trustAnchors(Collection<X509Certificate> values) {
            anchors.addAll(values);
            return this;
        }

        /**
         * Adds certificates that lead to a root and do not come with a signature. They are not trusted by themselves.
         *
         * @param values certificates of certification authorities
         * @return this
         */
        public Builder intermediates(Collection<X509Certificate> values) {
            intermediates.addAll(values);
            return this;
        }

        /**
         * Has revocation checked. It is not looked at unless set.
         *
         * @param value where lists and answers come from
         * @return this
         */
        public Builder revocation(RevocationSource value) {
            this.revocation = value;
            return this;
        }

        /**
         * Has the certificate's holder compared with the signer who was named. Not compared unless set.
         *
         * @param value finds whose certificate it is
         * @return this
         */
        public Builder signerIdentity(SignerIdentity value) {
            this.identity = value;
            return this;
        }

        /**
         * Requires checks: a row that would be skipped fails, so that nothing is accepted that was not looked at. Of
         * use for {@link Check#REVOCATION} and {@link Check#HKIC}. Without this, a row that is skipped does no harm.
         *
         * @param checks what has to be looked at for every signature
         * @return this
         */
        public Builder require(Check... checks) {
            required.addAll(List.of(checks));
            return this;
        }

        /**
         * Replaces or adds how signatures of an algorithm are verified.
         *
         * @param algorithm the algorithm
         * @param value how
         * @return this
         */
        public Builder scheme(SignatureAlgorithm algorithm, SignatureScheme value) {
            schemes.put(algorithm, value);
            return this;
        }

        /**
         * Sets the time, for tests.
         *
         * @param value the clock
         * @return this
         */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /**
         * Makes the verifier.
         *
         * @return the verifier
         * @throws ConfigurationException if nobody is trusted
         */
        public SignatureVerifier build() {
            return new SignatureVerifier(this);
        }
    }
}
