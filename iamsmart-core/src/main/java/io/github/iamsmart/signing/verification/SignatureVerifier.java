package io.github.iamsmart.signing.verification;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.signature.Certificates;
import io.github.iamsmart.internal.signature.ContentDigest;
import io.github.iamsmart.internal.signature.DetachedCms;
import io.github.iamsmart.internal.signature.TimeStamp;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
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
        if (builder.required.contains(Check.TIME_STAMP)) {
            throw new ConfigurationException("No time-stamp passes, because who made it is not checked: to require"
                    + " Check.TIME_STAMP would refuse signatures that have one, and accept those that have none. Leave it"
                    + " out of require(…).");
        }
        this.schemes = Map.copyOf(builder.schemes);
        this.required = Set.copyOf(builder.required);
        this.certificates = new CertificateChecks(
                new PathFinder(builder.anchors, builder.intermediates),
                new RevocationCheck(builder.revocation, builder.unknownRevocationAllowed, builder.clock),
                builder.identity,
                builder.clock);
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

    /**
     * Applies {@link Builder#require} to a row that is not from this verifier, but belongs into its reports.
     *
     * @param finding the row
     * @return the same row; one that failed, if the check is required and was not made
     */
    public Finding enforceRequired(Finding finding) {
        boolean unanswered = finding.verdict() == Verdict.SKIPPED || finding.verdict() == Verdict.NOT_APPLICABLE;
        return unanswered && required.contains(finding.check())
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
            return Finding.skipped(
                    Check.SIGNATURE,
                    "The signature was not checked: how to verify " + algorithm
                            + " is not known; add a SignatureScheme for it.");
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
     * Verifies the {@code /Contents} of a PDF's signature, of whose content only one digest is known: a signature over
     * another kind of digest cannot be checked then.
     *
     * @param contents a PKCS#7 structure; zeros may follow it
     * @param byteRange the digest of the bytes of the file that it has to cover
     * @param hkicHash the hash of the signer's HKIC, if a signer was named
     * @return the report; bad input never throws
     */
    public VerificationReport verifyContents(byte[] contents, DocumentDigest byteRange, Optional<String> hkicHash) {
        try {
            return verifyContents(
                    contents,
                    (ContentDigest) algorithm ->
                            algorithm.toString().equals(byteRange.algorithm().toString())
                                    ? Optional.of(byteRange.bytes())
                                    : Optional.empty(),
                    hkicHash);
        } catch (IOException nothingIsRead) {
            throw new UncheckedIOException(nothingIsRead);
        }
    }

    /**
     * Verifies the {@code /Contents} of a PDF's signature.
     *
     * @param contents a PKCS#7 structure; zeros may follow it
     * @param byteRange the bytes of the file that it has to cover
     * @param hkicHash the hash of the signer's HKIC, if a signer was named
     * @return the report; bad input never throws
     * @throws IOException if the bytes cannot be read
     */
    public VerificationReport verifyContents(byte[] contents, SignedBytes byteRange, Optional<String> hkicHash)
            throws IOException {
        return verifyContents(contents, digests(byteRange), hkicHash);
    }

    private VerificationReport verifyContents(byte[] contents, ContentDigest content, Optional<String> hkicHash)
            throws IOException {
        Optional<DetachedCms> read = DetachedCms.read(contents);
        if (read.isEmpty()) {
            List<Finding> findings = new ArrayList<>(CmsChecks.unreadable(contents));
            findings.addAll(certificates.check(Optional.empty(), List.of(), Optional.empty(), hkicHash));
            return report(findings);
        }
        DetachedCms cms = read.get();
        List<Finding> findings = new ArrayList<>(new CmsChecks(cms, content).findings());
        findings.addAll(certificates.check(cms.signerCertificate(), cms.certificates(), cms.signingTime(), hkicHash));
        TimeStampCheck.check(cms.timeStamps(), cms.ofSignature()).ifPresent(findings::add);
        return report(findings);
    }

    /**
     * Checks what a time-stamp (RFC 3161) is about, such as a document time-stamp of a PDF.
     *
     * @param token a PKCS#7 structure; zeros may follow it
     * @param content the bytes that it has to be about
     * @return a row for {@link Check#TIME_STAMP}; it does not pass, because who made the time-stamp is not checked
     * @throws IOException if the bytes cannot be read
     */
    public Finding verifyTimeStamp(byte[] token, SignedBytes content) throws IOException {
        return TimeStampCheck.check(TimeStamp.read(token), digests(content));
    }

    private static ContentDigest digests(SignedBytes bytes) {
        return algorithm -> {
            MessageDigest digest = algorithm.digest();
            try (InputStream stream = new DigestInputStream(bytes.open(), digest)) {
                stream.transferTo(OutputStream.nullOutputStream());
            }
            return Optional.of(digest.digest());
        };
    }

    /** Collects trust anchors and options. Not thread-safe. */
    public static final class Builder {

        private final List<X509Certificate> anchors = new ArrayList<>();
        private final List<X509Certificate> intermediates = new ArrayList<>();
        private final Map<SignatureAlgorithm, SignatureScheme> schemes = new HashMap<>(SignatureScheme.PUBLISHED);
        private @Nullable RevocationSource revocation;
        private @Nullable SignerIdentity identity;
        private final Set<Check> required = EnumSet.noneOf(Check.class);
        private boolean unknownRevocationAllowed;
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
         * Turns the revocation check on. It is off by default. Where the source knows nothing, the row fails: what was
         * revoked might pass otherwise, whenever an authority cannot be reached.
         *
         * @param value where lists and answers come from
         * @return this
         * @see #allowUnknownRevocation()
         */
        public Builder revocation(RevocationSource value) {
            this.revocation = value;
            return this;
        }

        /**
         * Lets signatures be accepted for which the revocation source knows nothing, such as during an outage: the row
         * is then skipped and the conclusion {@link Conclusion#GOOD_AS_FAR_AS_CHECKED}. Tell the user, and check again
         * before anything that cannot be undone. {@code require(Check.REVOCATION)} is stronger.
         *
         * @return this
         */
        public Builder allowUnknownRevocation() {
            this.unknownRevocationAllowed = true;
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
         * @param checks what has to be checked for every signature; {@link Check#TIME_STAMP} cannot be required
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
         * @throws ConfigurationException if there is no trust anchor, or a check is required that cannot pass
         */
        public SignatureVerifier build() {
            return new SignatureVerifier(this);
        }
    }
}
