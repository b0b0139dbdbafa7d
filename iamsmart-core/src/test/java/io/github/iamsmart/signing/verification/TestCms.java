package io.github.iamsmart.signing.verification;

import io.github.iamsmart.signing.DocumentDigest;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** What the gateway signs PDFs with: PKCS#7 structures, sound unless a test wants otherwise. */
public final class TestCms {

    private final KeyPair keys;
    private final X509Certificate certificate;
    private X509Certificate tiedTo;
    private Instant time;
    private boolean attached;

    public TestCms(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
        this.tiedTo = certificate;
    }

    public TestCms tiedTo(X509Certificate other) {
        this.tiedTo = other;
        return this;
    }

    public TestCms at(Instant value) {
        this.time = value;
        return this;
    }

    public TestCms attached() {
        this.attached = true;
        return this;
    }

    /** Signs a digest without seeing what it is of. */
    public byte[] sign(DocumentDigest digest) throws Exception {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest.bytes()))));
        byte[] hash = DocumentDigest.of(tiedTo.getEncoded()).bytes();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
        if (time != null) {
            attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
        }
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(parameters -> signed(new AttributeTable(attributes), parameters))
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()), certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        return attached
                ? generator
                        .generate(new CMSProcessableByteArray(new byte[] {1}), true)
                        .getEncoded()
                : generator.generate(new CMSAbsentContent(), false).getEncoded();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static AttributeTable signed(AttributeTable own, Map parameters) {
        Object type = parameters.get("contentType");
        return own.add(CMSAttributes.contentType, (ASN1ObjectIdentifier) type);
    }
}
