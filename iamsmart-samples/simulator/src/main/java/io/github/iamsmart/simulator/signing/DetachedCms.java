package io.github.iamsmart.simulator.signing;

import io.github.iamsmart.simulator.certificate.SigningIdentity;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.CollectionStore;

/** The PKCS#7 of a PDF whose digest alone is known ({@code adbe.pkcs7.detached}), with the chain inside. */
final class DetachedCms {
    private DetachedCms() {}

    /** As DER, whose last bytes are those of the signature. */
    static byte[] sign(SigningIdentity identity, byte[] digest, Instant now) {
        X509CertificateHolder certificate = identity.certificate();
        try {
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(identity.key());
            SignerInfoGeneratorBuilder info = new SignerInfoGeneratorBuilder(
                            algorithm -> new KnownDigest(algorithm, digest))
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(attributes(certificate, now)));
            CMSSignedDataGenerator cms = new CMSSignedDataGenerator();
            cms.addSignerInfoGenerator(info.build(signer, certificate));
            cms.addCertificates(new CollectionStore<>(identity.chain()));
            return cms.generate(new CMSAbsentContent(), false).getEncoded("DER");
        } catch (OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("The simulator could not write a signature.", e);
        }
    }

    /** Beside contentType and messageDigest, which are always there. */
    private static AttributeTable attributes(X509CertificateHolder certificate, Instant now) throws IOException {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(now)))));
        IssuerSerial issuer = new IssuerSerial(
                new GeneralNames(new GeneralName(certificate.getIssuer())), certificate.getSerialNumber());
        SigningCertificateV2 reference =
                new SigningCertificateV2(new ESSCertIDv2(sha256(certificate.getEncoded()), issuer));
        attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(reference)));
        return new AttributeTable(attributes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }

    /** Nobody shows us the document. */
    private static final class KnownDigest implements DigestCalculator {
        private final AlgorithmIdentifier algorithm;
        private final byte[] digest;

        private KnownDigest(AlgorithmIdentifier algorithm, byte[] digest) {
            this.algorithm = algorithm;
            this.digest = digest;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public byte[] getDigest() {
            return digest.clone();
        }
    }
}
