package io.github.iamsmart.internal.signature;

import io.github.iamsmart.internal.crypto.BouncyCastle;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** A PKCS#7 (CMS) structure that signs content outside of it, by one signer. */
public final class DetachedCms {

    private final byte[] der;
    private final CMSSignedData data;
    private final SignerInformation signer;

    private DetachedCms(byte[] der, CMSSignedData data, SignerInformation signer) {
        this.der = der;
        this.data = data;
        this.signer = signer;
    }

    /**
     * {@return the structure in these bytes; empty if it is malformed, or has not exactly one signer}
     *
     * @param der its bytes; zeros may follow, as in the space that a PDF reserves
     */
    public static Optional<DetachedCms> read(byte[] der) {
        try {
            byte[] exact = withoutPadding(der);
            CMSSignedData data = new CMSSignedData(exact);
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return Optional.empty();
            }
            DetachedCms cms = new DetachedCms(exact, data, signers.iterator().next());
            return cms.isSound() ? Optional.of(cms) : Optional.empty();
        } catch (CMSException | IOException | RuntimeException notCms) {
            return Optional.empty();
        }
    }

    /** BouncyCastle parses the parts only on access: defects in them must show here, not later. */
    private boolean isSound() {
        certificates();
        signerCertificate();
        messageDigest();
        return signer.getSignature().length > 0 && !signer.getDigestAlgOID().isEmpty();
    }

    /** Only zeros may follow the structure, because no signature covers that space. */
    private static byte[] withoutPadding(byte[] der) throws IOException {
        try (ASN1InputStream stream = new ASN1InputStream(der)) {
            stream.readObject();
            int length = der.length - stream.available();
            for (int i = length; i < der.length; i++) {
                if (der[i] != 0) {
                    throw new IOException("surplus bytes");
                }
            }
            return Arrays.copyOf(der, length);
        }
    }

    /** {@return what is wrong with the structure apart from its signature, as a sentence; empty if nothing is} */
    public Optional<String> defect() {
        if (!data.isDetachedSignature()) {
            return Optional.of("It has content of its own, where a PDF needs a detached signature.");
        }
        if (!CMSObjectIdentifiers.data.equals(data.getSignedContentType())) {
            return Optional.of("Its content type is " + data.getSignedContentTypeOID() + " and not data.");
        }
        ASN1ObjectIdentifier digest = signer.getDigestAlgorithmID().getAlgorithm();
        return NISTObjectIdentifiers.id_sha256.equals(digest)
                ? Optional.empty()
                : Optional.of("Its digest algorithm is " + digest.getId() + " and not SHA-256.");
    }

    /**
     * {@return the digest of the signed content that it states; empty if it has no signed attributes, so that the
     * signature itself covers the content}
     */
    public Optional<byte[]> messageDigest() {
        return attribute(CMSAttributes.messageDigest)
                .filter(ASN1OctetString.class::isInstance)
                .map(value -> ((ASN1OctetString) value).getOctets());
    }

    /** {@return the signing time that the signer claims, if any} */
    public Optional<Instant> signingTime() {
        try {
            return attribute(CMSAttributes.signingTime)
                    .map(Time::getInstance)
                    .map(time -> time.getDate().toInstant());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<ASN1Encodable> attribute(ASN1ObjectIdentifier name) {
        @Nullable AttributeTable attributes = signer.getSignedAttributes();
        @Nullable Attribute attribute = attributes == null ? null : attributes.get(name);
        return attribute == null || attribute.getAttrValues().size() != 1
                ? Optional.empty()
                : Optional.of(attribute.getAttrValues().getObjectAt(0));
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
     * {@return whether a certificate is the one to which the signed attributes bind the signature; empty if they bind
     * it to none}
     *
     * @param certificate the signer's certificate
     */
    public Optional<Boolean> namesCertificate(X509Certificate certificate) {
        try {
            Optional<ASN1Encodable> second = attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            if (second.isPresent()) {
                ESSCertIDv2 id = SigningCertificateV2.getInstance(second.get()).getCerts()[0];
                String algorithm = id.getHashAlgorithm().getAlgorithm().getId();
                return Optional.of(isHash(algorithm, id.getCertHash(), certificate));
            }
            Optional<ASN1Encodable> first = attribute(PKCSObjectIdentifiers.id_aa_signingCertificate);
            if (first.isPresent()) {
                ESSCertID id = SigningCertificate.getInstance(first.get()).getCerts()[0];
                return Optional.of(isHash("SHA-1", id.getCertHash(), certificate));
            }
            return Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.of(false);
        }
    }

    private static boolean isHash(String algorithm, byte[] hash, X509Certificate certificate) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return MessageDigest.isEqual(hash, digest.digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | java.security.cert.CertificateEncodingException unusable) {
            return false;
        }
    }

    /**
     * {@return whether the signature over the signed attributes matches, or, if there are none, the one over the
     * content}
     *
     * @param key the signer's key
     * @param contentDigest the SHA-256 of the content
     */
    public boolean signatureFits(PublicKey key, byte[] contentDigest) {
        String digestAlgorithm = signer.getDigestAlgOID();
        try {
            // What the attributes say about the content is compared elsewhere, with its own reason.
            Map<String, byte[]> hashes = Map.of(digestAlgorithm, messageDigest().orElse(contentDigest));
            SignerInformation prepared = new CMSSignedData(hashes, der)
                    .getSignerInfos().getSigners().stream().findFirst().orElse(signer);
            return prepared.verify(verifiers(key).build(key));
        } catch (CMSException | OperatorCreationException | RuntimeException doesNotFit) {
            return false;
        }
    }

    private static JcaSimpleSignerInfoVerifierBuilder verifiers(PublicKey key) {
        JcaSimpleSignerInfoVerifierBuilder builder = new JcaSimpleSignerInfoVerifierBuilder();
        return key instanceof RSAPublicKey ? builder : builder.setProvider(BouncyCastle.provider());
    }
}
