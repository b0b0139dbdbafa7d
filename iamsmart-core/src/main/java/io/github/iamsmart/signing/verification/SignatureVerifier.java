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
 * Verifies signatures and reports the result of each check. Immutable and thread-safe; it uses no network unless a
 * {@link RevocationSource} allows it.
 *
 * <p>The application decides whom to trust: this SDK comes without root certificates.
 */
public final class SignatureVerifier {

    private final Map<SignatureAlgorithm, SignatureScheme> schemes;
    private final CertificateChecks certificates;
    private final Set<Check> required;

    private SignatureVerifier(Builder builder) {
        if (builder.anchors.isEmpty()) {
            throw new ConfigurationException("Without a trust anchor no signature can be trusted: set the root"
                    + " certificate of iAM Smart-Cert with trustAnchors(…).");
        }
        this.schemes = Map.copyOf(builder.schemes);
        this.required = Set.copyOf(builder.required);
        this.certificates = new CertificateChecks(
                builder.anchors, builder.intermediates, builder.revocation, builder.identity, builder.clock);
    }

    /** {@return a builder that trusts no one yet} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Verifies a signed hash.
     *
     * @param result what came from the gateway
     * @param expected what was requested
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
        return new VerificationReport(
                findings.stream().map(this::enforceRequired).toList());
    }

    private Finding enforceRequired(Finding finding) {
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
                    Check.SIGNATURE, "How to verify " + algorithm + " is not known: add a SignatureScheme for it.");
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
                "The " + algorithm + " signature matches the certificate's key and the hash.",
                "The signature is not the " + algorithm + " signature of this hash by the certificate's key.");
    }

    private static Finding document(Optional<DocumentDigest> signed, DocumentDigest expected) {
        return Finding.of(
                Check.DOCUMENT_HASH,
                signed.isEmpty() || signed.get().equals(expected),
                signed.isPresent()
                        ? "The signed hash is that of the document."
                        : "The result names no hash, so the signature was verified over that of the document itself.",
                "The signed hash is that of another document.");
    }

    /**
     * Verifies the signature of a PDF before it is put into the file.
     *
     * @param result what came from the gateway
     * @param expected what was requested
     * @return the report; bad input never throws
     */
    public VerificationReport verify(PdfSigningResult result, ExpectedSignature expected) {
        return verifyContents(result.pdfSignature(), expected.digest(), expected.hkicHash())
                .with(document(result.digest(), expected.digest()));
    }

    /**
     * Verifies the {@code /Contents} of a PDF's signature.
     *
     * @param contents a PKCS#7 structure in DER; zeros may follow it
     * @param byteRange the SHA-256 of the bytes of the file that it has to cover
     * @param hkicHash the hash of the signer's HKIC, if a signer was named
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
                "The signature matches the certificate's key and the signed content.",
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
                        ? "The signed digest is that of the document."
                        : "There are no signed attributes: the signature itself covers the document's digest.",
                "The signed digest is that of another document, or the document was changed.");
    }

    private static Finding signingCertificate(DetachedCms cms, Optional<X509Certificate> certificate) {
        if (certificate.isEmpty()) {
            return Finding.failed(
                    Check.SIGNING_CERTIFICATE, "The structure does not contain the signer's certificate.");
        }
        Optional<Boolean> named = cms.namesCertificate(certificate.get());
        return Finding.of(
                Check.SIGNING_CERTIFICATE,
                named.orElse(true),
                named.isPresent()
                        ? "The signature is bound to the certificate in the structure."
                        : "The structure contains the signer's certificate; no signed attribute binds the signature to it.",
                "The signature is tied to another certificate than the one that came along.");
    }

    /** Collects trust anchors and options. Not thread-safe. */
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
         * Adds trusted roots. At least one is required.
         *
         * @param values certificates of certification authorities
         * @return this
         */
        public Builder trustAnchors(Collection<X509Certificate> values) {
            anchors.addAll(values);
            return this;
        }

        /**
         * Adds intermediate certificates that do not come with a signature. They are not trusted by themselves.
         *
         * @param values certificates of certification authorities
         * @return this
         */
        public Builder intermediates(Collection<X509Certificate> values) {
            intermediates.addAll(values);
            return this;
        }

        /**
         * Turns the revocation check on. It is off by default.
         *
         * @param value where lists and answers come from
         * @return this
         */
        public Builder revocation(RevocationSource value) {
            this.revocation = value;
            return this;
        }

        /**
         * Compares the certificate's holder with the named signer. They are not compared by default.
         *
         * @param value finds the holder of a certificate
         * @return this
         */
        public Builder signerIdentity(SignerIdentity value) {
            this.identity = value;
            return this;
        }

        /**
         * Requires checks: a skipped row then fails, so that nothing is accepted unchecked. Useful for
         * {@link Check#REVOCATION} and {@link Check#HKIC}. By default, a skipped row does not prevent acceptance.
         *
         * @param checks what has to be checked for every signature
         * @return this
         */
        public Builder require(Check... checks) {
            required.addAll(List.of(checks));
            return this;
        }

        /**
         * Replaces or adds the scheme by which signatures of an algorithm are verified.
         *
         * @param algorithm the algorithm
         * @param value the scheme
         * @return this
         */
        public Builder scheme(SignatureAlgorithm algorithm, SignatureScheme value) {
            schemes.put(algorithm, value);
            return this;
        }

        /**
         * Sets the clock, for tests.
         *
         * @param value the clock
         * @return this
         */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /**
         * Builds the verifier.
         *
         * @return the verifier
         * @throws ConfigurationException if there is no trust anchor
         */
        public SignatureVerifier build() {
            return new SignatureVerifier(this);
        }
    }
}
