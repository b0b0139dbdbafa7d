package io.github.iamsmart.signing.verification;

import io.github.iamsmart.internal.signature.CertificateBinding;
import io.github.iamsmart.internal.signature.ContentDigest;
import io.github.iamsmart.internal.signature.DetachedCms;
import io.github.iamsmart.internal.signature.SignatureMethod;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The checks of a PKCS#7 structure itself. What an algorithm is called in the report comes from what was verified; one
 * that cannot be verified is not checked, and nothing is said about the signer.
 */
final class CmsChecks {

    private final DetachedCms cms;
    private final ContentDigest content;
    private final Optional<X509Certificate> certificate;
    private final SignatureMethod method;

    CmsChecks(DetachedCms cms, ContentDigest content) {
        this.cms = cms;
        this.content = content;
        this.certificate = cms.signerCertificate();
        this.method = cms.method(certificate.map(X509Certificate::getPublicKey));
    }

    /** The rows of bytes that are no structure with one signer. */
    static List<Finding> unreadable(byte[] contents) {
        Optional<Integer> signers = DetachedCms.signers(contents).filter(number -> number != 1);
        String why = signers.map(number -> "The PKCS#7 structure has " + number + " signers, and not one.")
                .orElse("The signature is no PKCS#7 structure with one signer.");
        return List.of(
                Finding.failed(Check.CMS_CONTENT, why),
                Finding.skipped(Check.MESSAGE_DIGEST, why),
                Finding.skipped(Check.SIGNING_CERTIFICATE, why),
                signers.isPresent() ? Finding.skipped(Check.SIGNATURE, why) : Finding.failed(Check.SIGNATURE, why));
    }

    /** {@return the rows} */
    List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.add(structure());
        Optional<byte[]> digest =
                method instanceof SignatureMethod.Usable usable ? content.of(usable.digest()) : Optional.empty();
        findings.add(messageDigest(digest));
        findings.add(signingCertificate());
        findings.add(signature(digest));
        return findings;
    }

    private Finding structure() {
        if (cms.defect().isPresent()) {
            return Finding.failed(Check.CMS_CONTENT, cms.defect().get());
        }
        if (method instanceof SignatureMethod.Refused refused) {
            return Finding.failed(Check.CMS_CONTENT, refused.why());
        }
        return Finding.passed(
                Check.CMS_CONTENT,
                "It is a detached PKCS#7 structure with one signer"
                        + (method instanceof SignatureMethod.Usable usable ? ", " + usable : "") + ".");
    }

    private Finding messageDigest(Optional<byte[]> digest) {
        if (!(method instanceof SignatureMethod.Usable usable)) {
            return Finding.skipped(Check.MESSAGE_DIGEST, "The digest was not compared: " + why());
        }
        if (!cms.isDetached()) {
            return Finding.skipped(
                    Check.MESSAGE_DIGEST,
                    "The digest was not compared: it is of the content inside the structure, not of the document.");
        }
        if (digest.isEmpty()) {
            return Finding.skipped(
                    Check.MESSAGE_DIGEST,
                    "The digest was not compared: it is " + usable.digest()
                            + ", and only another digest of the document is known.");
        }
        if (!cms.hasSignedAttributes()) {
            return Finding.passed(
                    Check.MESSAGE_DIGEST,
                    "There are no signed attributes: the signature itself covers the document's digest.");
        }
        Optional<byte[]> stated = cms.messageDigest();
        if (stated.isEmpty()) {
            return Finding.failed(
                    Check.MESSAGE_DIGEST, "The signed attributes do not hold exactly one digest of the content.");
        }
        return Finding.of(
                Check.MESSAGE_DIGEST,
                MessageDigest.isEqual(stated.get(), digest.get()),
                "The signed digest (" + usable.digest() + ") is that of the document.",
                "The signed digest is that of another document, or the document was changed.");
    }

    private Finding signingCertificate() {
        if (certificate.isEmpty()) {
            return Finding.failed(
                    Check.SIGNING_CERTIFICATE, "The structure does not contain the signer's certificate.");
        }
        CertificateBinding binding = cms.binding(certificate.get());
        return switch (binding) {
            case THIS ->
                Finding.passed(
                        Check.SIGNING_CERTIFICATE, "The signature is bound to the certificate in the structure.");
            case NONE ->
                Finding.passed(
                        Check.SIGNING_CERTIFICATE,
                        "The structure contains the signer's certificate; no signed attribute binds the signature to"
                                + " it.");
            case ANOTHER ->
                Finding.failed(
                        Check.SIGNING_CERTIFICATE,
                        "The signature is tied to another certificate than the one that came along.");
            case UNKNOWN ->
                Finding.skipped(
                        Check.SIGNING_CERTIFICATE,
                        "The structure contains the signer's certificate; whether the signature is bound to it was not"
                                + " checked, as the attribute that would say so cannot be read.");
        };
    }

    private Finding signature(Optional<byte[]> digest) {
        if (certificate.isEmpty()) {
            return Finding.skipped(
                    Check.SIGNATURE, "The signature was not checked: there is no readable certificate of its signer.");
        }
        if (!(method instanceof SignatureMethod.Usable usable)) {
            return Finding.skipped(Check.SIGNATURE, "The signature was not checked: " + why());
        }
        if (!cms.isDetached() && !cms.hasSignedAttributes()) {
            return Finding.skipped(
                    Check.SIGNATURE,
                    "The signature was not checked: it is of the content inside the structure, not of the document.");
        }
        PublicKey key = certificate.get().getPublicKey();
        return cms.signatureFits(usable, key, digest)
                .map(fits -> Finding.of(
                        Check.SIGNATURE,
                        fits,
                        "The signature (" + usable + ") matches the certificate's key and the signed content.",
                        cms.hasSignedAttributes()
                                ? "The signature is not one by the key of the certificate that came along."
                                : "The signature is not one of this document by the key of the certificate that came"
                                        + " along."))
                .orElseGet(() -> Finding.skipped(
                        Check.SIGNATURE,
                        "The signature was not checked: without signed attributes, " + usable
                                + " needs more than the digest of the document that is known."));
    }

    private String why() {
        if (method instanceof SignatureMethod.Refused refused) {
            return refused.why();
        }
        return method instanceof SignatureMethod.Unknown unknown ? unknown.why() : "";
    }
}
