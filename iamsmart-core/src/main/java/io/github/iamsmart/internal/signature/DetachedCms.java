package io.github.iamsmart.internal.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/** A PKCS#7 (CMS) structure that signs content outside of it, by one signer. */
public final class DetachedCms {

    private final CMSSignedData data;
    private final SignerInformation signer;
    private final SignedAttributes attributes;

    private DetachedCms(CMSSignedData data, SignerInformation signer) {
        this.data = data;
        this.signer = signer;
        this.attributes = new SignedAttributes(signer);
    }

    /**
     * {@return the structure in these bytes; empty if it is malformed, or has not exactly one signer}
     *
     * @param der its bytes; zeros may follow, as in the space that a PDF reserves
     */
    public static Optional<DetachedCms> read(byte[] der) {
        try {
            CMSSignedData data = new CMSSignedData(Padding.without(der));
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            return signers.size() == 1 ? sound(data, signers.iterator().next()) : Optional.empty();
        } catch (CMSException | IOException | RuntimeException | StackOverflowError notCms) {
            // BouncyCastle reads by recursion, as deep as the input is nested.
            return Optional.empty();
        }
    }

    /** {@return how many signers the structure in these bytes has; empty if it cannot be read} */
    public static Optional<Integer> signers(byte[] der) {
        try {
            return Optional.of(
                    new CMSSignedData(Padding.without(der)).getSignerInfos().size());
        } catch (CMSException | IOException | RuntimeException | StackOverflowError notCms) {
            return Optional.empty();
        }
    }

    /** BouncyCastle parses the parts only on access: defects in them must show here, not later. */
    static Optional<DetachedCms> sound(CMSSignedData data, SignerInformation signer) {
        DetachedCms cms = new DetachedCms(data, signer);
        cms.certificates();
        cms.signerCertificate();
        cms.method(Optional.empty());
        cms.attributes.defect(CMSObjectIdentifiers.data);
        cms.timeStamps();
        return signer.getSignature().length > 0 ? Optional.of(cms) : Optional.empty();
    }

    /** {@return what is wrong with the structure apart from its signature, as a sentence; empty if nothing is} */
    public Optional<String> defect() {
        if (!isDetached()) {
            return Optional.of("It has content of its own, where a PDF needs a detached signature.");
        }
        if (!CMSObjectIdentifiers.data.equals(data.getSignedContentType())) {
            return Optional.of("Its content type is " + data.getSignedContentTypeOID() + " and not data.");
        }
        return attributes.defect(CMSObjectIdentifiers.data);
    }

    /** {@return whether it signs content outside of it, and has none of its own} */
    public boolean isDetached() {
        return data.isDetachedSignature();
    }

    Optional<String> attributeDefect(ASN1ObjectIdentifier contentType) {
        return attributes.defect(contentType);
    }

    /**
     * {@return how it is signed}
     *
     * @param key the signer's, if it is known
     */
    public SignatureMethod method(Optional<PublicKey> key) {
        return SignatureMethod.of(signer.getDigestAlgorithmID(), signatureAlgorithm(), key);
    }

    private AlgorithmIdentifier signatureAlgorithm() {
        return signer.toASN1Structure().getDigestEncryptionAlgorithm();
    }

    /** {@return whether attributes are signed, and the content only through the digest that they state} */
    public boolean hasSignedAttributes() {
        return attributes.present();
    }

    /**
     * {@return the digest of the signed content that it states; empty if it has no signed attributes, so that the
     * signature itself covers the content, or if they do not state exactly one}
     */
    public Optional<byte[]> messageDigest() {
        return attributes.messageDigest();
    }

    /** {@return the algorithm of that digest; empty if it is not known} */
    public Optional<HashAlgorithm> digestAlgorithm() {
        return HashAlgorithm.of(signer.getDigestAlgorithmID().getAlgorithm());
    }

    /** {@return the signing time that the signer claims, if any} */
    public Optional<Instant> signingTime() {
        return attributes.signingTime();
    }

    /** {@return the certificate that the signer names, if the structure contains it} */
    @SuppressWarnings("unchecked") // BouncyCastle's selector is not generic
    public Optional<X509Certificate> signerCertificate() {
        Collection<X509CertificateHolder> found = data.getCertificates().getMatches(signer.getSID());
        return found.stream().findFirst().flatMap(DetachedCms::certificate);
    }

    /** {@return all certificates in the structure, in no particular order} */
    public List<X509Certificate> certificates() {
        List<X509Certificate> all = new ArrayList<>();
        data.getCertificates()
                .getMatches(null)
                .forEach(each -> certificate(each).ifPresent(all::add));
        return all;
    }

    private static Optional<X509Certificate> certificate(X509CertificateHolder holder) {
        try {
            return Certificates.read(holder.getEncoded());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * {@return how the signed attributes bind the signature to a certificate}
     *
     * @param certificate the signer's certificate
     */
    public CertificateBinding binding(X509Certificate certificate) {
        return attributes.binding(certificate);
    }

    /**
     * {@return whether the signature over the signed attributes matches, or, if there are none, the one over the
     * content; empty if that cannot be found out}
     *
     * @param method how it is signed
     * @param key the signer's key
     * @param contentDigest the digest of the content, by the method's algorithm, if it is known
     */
    public Optional<Boolean> signatureFits(
            SignatureMethod.Usable method, PublicKey key, Optional<byte[]> contentDigest) {
        byte[] signature = signer.getSignature();
        if (attributes.present()) {
            // What the attributes say about the content is compared elsewhere, with its own reason.
            return Optional.of(attributes.encodings().stream()
                    .anyMatch(bytes -> fits(() -> method.verify(key, bytes, signature))));
        }
        return method.takesDigests()
                ? contentDigest.map(digest -> fits(() -> method.verifyDigest(key, digest, signature)))
                : Optional.empty();
    }

    private interface Verification {
        boolean verify() throws GeneralSecurityException;
    }

    private static boolean fits(Verification verification) {
        try {
            return verification.verify();
        } catch (GeneralSecurityException | RuntimeException doesNotFit) {
            return false;
        }
    }

    /**
     * {@return the time-stamps of the signature itself, which anybody could add; an unreadable one is an empty element}
     */
    public List<Optional<TimeStamp>> timeStamps() {
        return TimeStamp.of(signer);
    }

    /** {@return the digests of the signature itself, which its time-stamps are about} */
    public ContentDigest ofSignature() {
        return algorithm -> Optional.of(algorithm.digest().digest(signer.getSignature()));
    }
}
