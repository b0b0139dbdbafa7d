package io.github.iamsmart.internal.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/** What a signer of a CMS structure signs instead of the content itself, if anything. */
final class SignedAttributes {

    private final @Nullable ASN1Set set;

    SignedAttributes(SignerInformation signer) {
        this.set = signer.toASN1Structure().getAuthenticatedAttributes();
    }

    boolean present() {
        return set != null;
    }

    /**
     * What is signed is the DER form of the set, whatever form it travels in. Some signers do not sort it, and sign it
     * as it travels: that is the same set, and no other signature.
     */
    List<byte[]> encodings() {
        if (set == null) {
            return List.of();
        }
        ASN1EncodableVector members = new ASN1EncodableVector();
        for (ASN1Encodable member : set) {
            members.add(member);
        }
        try {
            byte[] sorted = new DERSet(members).getEncoded(ASN1Encoding.DER);
            byte[] asSent = new DLSet(members).getEncoded(ASN1Encoding.DL);
            return MessageDigest.isEqual(sorted, asSent) ? List.of(sorted) : List.of(sorted, asSent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what is wrong with the attributes, as a sentence; empty if nothing is} */
    Optional<String> defect(ASN1ObjectIdentifier contentType) {
        if (set == null) {
            return Optional.empty();
        }
        if (values(CMSAttributes.messageDigest).size() != 1 || messageDigest().isEmpty()) {
            return Optional.of("Its signed attributes do not hold exactly one digest of the content.");
        }
        List<ASN1Encodable> types = values(CMSAttributes.contentType);
        if (types.size() != 1 || !contentType.equals(types.get(0).toASN1Primitive())) {
            return Optional.of("Its signed attributes do not hold exactly one content type, that of the content.");
        }
        for (ASN1ObjectIdentifier name : List.of(
                CMSAttributes.signingTime,
                PKCSObjectIdentifiers.id_aa_signingCertificate,
                PKCSObjectIdentifiers.id_aa_signingCertificateV2)) {
            if (values(name).size() > 1) {
                return Optional.of("Its signed attributes hold " + name.getId() + " more than once.");
            }
        }
        return Optional.empty();
    }

    Optional<byte[]> messageDigest() {
        return one(CMSAttributes.messageDigest)
                .filter(ASN1OctetString.class::isInstance)
                .map(value -> ((ASN1OctetString) value).getOctets());
    }

    Optional<Instant> signingTime() {
        try {
            return one(CMSAttributes.signingTime)
                    .map(Time::getInstance)
                    .map(time -> time.getDate().toInstant());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    CertificateBinding binding(X509Certificate certificate) {
        try {
            Optional<ASN1Encodable> second = one(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            if (second.isPresent()) {
                ESSCertIDv2 id = SigningCertificateV2.getInstance(second.get()).getCerts()[0];
                return HashAlgorithm.of(id.getHashAlgorithm().getAlgorithm())
                        .filter(hash -> hash.isStrong() || hash == HashAlgorithm.SHA1)
                        .map(hash -> binding(hash, id.getCertHash(), certificate))
                        .orElse(CertificateBinding.UNKNOWN);
            }
            Optional<ASN1Encodable> first = one(PKCSObjectIdentifiers.id_aa_signingCertificate);
            if (first.isPresent()) {
                ESSCertID id = SigningCertificate.getInstance(first.get()).getCerts()[0];
                return binding(HashAlgorithm.SHA1, id.getCertHash(), certificate);
            }
            return CertificateBinding.NONE;
        } catch (RuntimeException unreadable) {
            return CertificateBinding.UNKNOWN;
        }
    }

    /** SHA-1 is enough here: another certificate would need a second preimage, and a path of its own as well. */
    private static CertificateBinding binding(HashAlgorithm algorithm, byte[] hash, X509Certificate certificate) {
        try {
            byte[] actual = algorithm.digest().digest(certificate.getEncoded());
            return MessageDigest.isEqual(hash, actual) ? CertificateBinding.THIS : CertificateBinding.ANOTHER;
        } catch (CertificateEncodingException unusable) {
            return CertificateBinding.UNKNOWN;
        }
    }

    private Optional<ASN1Encodable> one(ASN1ObjectIdentifier name) {
        List<ASN1Encodable> values = values(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The values of all attributes of this name. */
    private List<ASN1Encodable> values(ASN1ObjectIdentifier name) {
        List<ASN1Encodable> values = new ArrayList<>();
        if (set != null) {
            for (ASN1Encodable member : set) {
                Attribute attribute = Attribute.getInstance(member);
                if (name.equals(attribute.getAttrType())) {
                    attribute.getAttrValues().forEach(values::add);
                }
            }
        }
        return values;
    }
}
