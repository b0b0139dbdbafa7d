package io.github.iamsmart.signing.verification;

import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERSet;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** PKCS#7 structures put together by hand: each part can be another than it should be, and the signature still fits. */
public final class RawCms {

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final byte[] content;
    private AlgorithmIdentifier digest = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private String digestName = "SHA-256";
    private AlgorithmIdentifier algorithm =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    private String algorithmName = "SHA256withRSA";
    private AlgorithmParameterSpec parameters;
    private final List<ASN1Encodable> more = new ArrayList<>();
    private boolean withDigest = true;
    private boolean withContentType = true;
    private boolean withAttributes = true;
    private boolean unsorted;
    private int signers = 1;
    private boolean withCertificate = true;

    public RawCms(KeyPair keys, X509Certificate certificate, byte[] content) {
        this.keys = keys;
        this.certificate = certificate;
        this.content = content;
    }

    public RawCms digest(String id, String name) {
        this.digest = new AlgorithmIdentifier(new ASN1ObjectIdentifier(id));
        this.digestName = name;
        return this;
    }

    public RawCms algorithm(String id, String name) {
        this.algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier(id));
        this.algorithmName = name;
        return this;
    }

    public RawCms pss(ASN1ObjectIdentifier hash, String name, int salt) {
        AlgorithmIdentifier inner = new AlgorithmIdentifier(hash, DERNull.INSTANCE);
        this.algorithm = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(
                        inner,
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, inner),
                        new ASN1Integer(salt),
                        new ASN1Integer(1)));
        this.algorithmName = "RSASSA-PSS";
        this.parameters = new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name), salt, 1);
        return this;
    }

    public RawCms with(ASN1ObjectIdentifier name, ASN1Encodable... values) {
        more.add(new Attribute(name, new DERSet(values)));
        return this;
    }

    public RawCms withoutDigest() {
        this.withDigest = false;
        return this;
    }

    public RawCms withoutContentType() {
        this.withContentType = false;
        return this;
    }

    public RawCms withoutAttributes() {
        this.withAttributes = false;
        return this;
    }

    /** Neither sorts the attributes nor signs them sorted. */
    public RawCms unsorted() {
        this.unsorted = true;
        return this;
    }

    public RawCms signers(int number) {
        this.signers = number;
        return this;
    }

    public RawCms withoutCertificate() {
        this.withCertificate = false;
        return this;
    }

    private ASN1Set attributes() throws Exception {
        ASN1EncodableVector all = new ASN1EncodableVector();
        if (withDigest) {
            byte[] hash =
                    MessageDigest.getInstance(digestName, TestAuthority.LIBRARY).digest(content);
            all.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(hash))));
        }
        if (withContentType) {
            all.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        }
        more.forEach(all::add);
        return unsorted ? new DLSet(all) : new DERSet(all);
    }

    private byte[] signature(byte[] message) throws Exception {
        Signature signature = Signature.getInstance(algorithmName, TestAuthority.LIBRARY);
        if (parameters != null) {
            signature.setParameter(parameters);
        }
        signature.initSign(keys.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    private ASN1Encodable signerInfo() throws Exception {
        JcaX509CertificateHolder holder = new JcaX509CertificateHolder(certificate);
        ASN1Set attributes = attributes();
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(1));
        info.add(new IssuerAndSerialNumber(holder.getIssuer(), holder.getSerialNumber()));
        info.add(digest);
        if (withAttributes) {
            info.add(new DLTaggedObject(false, 0, attributes));
        }
        info.add(algorithm);
        byte[] message =
                withAttributes ? attributes.getEncoded(unsorted ? ASN1Encoding.DL : ASN1Encoding.DER) : content;
        info.add(new DEROctetString(signature(message)));
        return new DLSequence(info);
    }

    private ASN1EncodableVector signedData(boolean indefinite) throws Exception {
        ASN1EncodableVector infos = new ASN1EncodableVector();
        for (int i = 0; i < signers; i++) {
            infos.add(signerInfo());
        }
        ASN1EncodableVector data = new ASN1EncodableVector();
        data.add(new ASN1Integer(1));
        data.add(new DERSet(digest));
        data.add(new DERSequence(CMSObjectIdentifiers.data));
        if (withCertificate) {
            ASN1Set certificates = new DERSet(new JcaX509CertificateHolder(certificate).toASN1Structure());
            data.add(new DERTaggedObject(false, 0, certificates));
        }
        data.add(indefinite ? new BERSet(infos) : new DLSet(infos));
        return data;
    }

    public byte[] sign() throws Exception {
        ASN1EncodableVector content = new ASN1EncodableVector();
        content.add(CMSObjectIdentifiers.signedData);
        content.add(new DLTaggedObject(true, 0, new DLSequence(signedData(false))));
        return new DLSequence(content).getEncoded(ASN1Encoding.DL);
    }

    /** Signs with another length of salt than the parameters tell. */
    byte[] signWithSaltOf(int salt) throws Exception {
        this.parameters = new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, 1);
        return sign();
    }

    /** The same with lengths that are not told beforehand. */
    byte[] signIndefinite() throws Exception {
        ASN1EncodableVector outer = new ASN1EncodableVector();
        outer.add(CMSObjectIdentifiers.signedData);
        outer.add(new BERTaggedObject(true, 0, new BERSequence(signedData(true))));
        return new BERSequence(outer).getEncoded(ASN1Encoding.BER);
    }
}
