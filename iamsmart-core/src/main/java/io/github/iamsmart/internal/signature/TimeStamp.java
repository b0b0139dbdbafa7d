package io.github.iamsmart.internal.signature;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/** A time-stamp (RFC 3161): somebody says that content existed at a time. */
public final class TimeStamp {

    private final TSTInfo info;
    private final byte[] signedInfo;
    private final Instant time;
    private final DetachedCms cms;

    private TimeStamp(TSTInfo info, byte[] signedInfo, Instant time, DetachedCms cms) {
        this.info = info;
        this.signedInfo = signedInfo;
        this.time = time;
        this.cms = cms;
    }

    /** What can be said of a time-stamp and the content that it should be about. */
    public enum State {
        /** It is about the content, and its signature matches the certificate that came with it. */
        MATCHES,
        /** It is about something else. */
        OTHER_CONTENT,
        /** Its own signature does not match, or it is malformed. */
        BROKEN,
        /** Its algorithms are too weak or not known, its certificate is missing, or the content's digest is. */
        NOT_CHECKED
    }

    /**
     * {@return the time-stamp in these bytes; empty if there is none}
     *
     * @param der its bytes; zeros may follow
     */
    public static Optional<TimeStamp> read(byte[] der) {
        try {
            CMSSignedData data = new CMSSignedData(Padding.without(der));
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            if (signers.size() != 1
                    || data.isDetachedSignature()
                    || !PKCSObjectIdentifiers.id_ct_TSTInfo.equals(data.getSignedContentType())
                    || !(data.getSignedContent().getContent() instanceof byte[] content)) {
                return Optional.empty();
            }
            TSTInfo info = TSTInfo.getInstance(content);
            Instant time = info.getGenTime().getDate().toInstant();
            return DetachedCms.sound(data, signers.iterator().next())
                    .map(cms -> new TimeStamp(info, content, time, cms));
        } catch (CMSException | IOException | ParseException | RuntimeException | StackOverflowError notOne) {
            return Optional.empty();
        }
    }

    /** {@return the time-stamps that a signer carries unsigned; an unreadable one is an empty element} */
    static List<Optional<TimeStamp>> of(SignerInformation signer) {
        @Nullable AttributeTable unsigned = signer.getUnsignedAttributes();
        List<Optional<TimeStamp>> found = new ArrayList<>();
        if (unsigned != null) {
            ASN1EncodableVector attributes = unsigned.getAll(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
            for (int i = 0; i < attributes.size(); i++) {
                for (ASN1Encodable value :
                        Attribute.getInstance(attributes.get(i)).getAttrValues()) {
                    found.add(read(encoded(value)));
                }
            }
        }
        return found;
    }

    private static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.BER);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    /** {@return the time that it states} */
    public Instant time() {
        return time;
    }

    /**
     * {@return what can be said of it} Who made it is not checked.
     *
     * @param content what it should be about
     * @throws IOException if the content cannot be read
     */
    public State check(ContentDigest content) throws IOException {
        Optional<HashAlgorithm> imprint = HashAlgorithm.of(
                        info.getMessageImprint().getHashAlgorithm().getAlgorithm())
                .filter(HashAlgorithm::isStrong);
        Optional<byte[]> digest = imprint.isPresent() ? content.of(imprint.get()) : Optional.empty();
        if (digest.isEmpty()) {
            return State.NOT_CHECKED;
        }
        return MessageDigest.isEqual(digest.get(), info.getMessageImprint().getHashedMessage())
                ? signature()
                : State.OTHER_CONTENT;
    }

    private State signature() {
        Optional<PublicKey> key = cms.signerCertificate().map(X509Certificate::getPublicKey);
        if (key.isEmpty() || !(cms.method(key) instanceof SignatureMethod.Usable method)) {
            return State.NOT_CHECKED;
        }
        byte[] digest = method.digest().digest().digest(signedInfo);
        boolean sound = cms.hasSignedAttributes()
                && cms.attributeDefect(PKCSObjectIdentifiers.id_ct_TSTInfo).isEmpty()
                && cms.messageDigest()
                        .filter(stated -> MessageDigest.isEqual(stated, digest))
                        .isPresent();
        return sound
                        && cms.signatureFits(method, key.get(), Optional.of(digest))
                                .orElse(false)
                ? State.MATCHES
                : State.BROKEN;
    }
}
