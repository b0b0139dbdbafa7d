package io.github.iamsmart.signing.verification;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A certification authority whose certificates are what a test wants them to be. */
public final class TestAuthority {

    public static final Provider LIBRARY = new BouncyCastleProvider();
    public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    private static final AtomicLong SERIALS = new AtomicLong(1);

    private final X500Name name;
    private final KeyPair keys;
    private final String algorithm;
    private final X509Certificate certificate;

    private TestAuthority(String commonName, KeyPair keys, String algorithm) {
        this.name = new X500Name("CN=" + commonName);
        this.keys = keys;
        this.algorithm = algorithm;
        this.certificate = authority(name, keys.getPublic());
    }

    private TestAuthority(X500Name name, KeyPair keys, String algorithm, X509Certificate certificate) {
        this.name = name;
        this.keys = keys;
        this.algorithm = algorithm;
        this.certificate = certificate;
    }

    private X509Certificate authority(X500Name subject, PublicKey key) {
        return issue(subject, key, FROM.minus(Duration.ofDays(365)), UNTIL.plus(Duration.ofDays(3_650)), true, 0);
    }

    /** A root of one's own making. */
    public static TestAuthority of(String name, KeyPair keys, String algorithm) {
        return new TestAuthority(name, keys, algorithm);
    }

    /** An authority whose certificate this one signs. */
    public TestAuthority below(String commonName, KeyPair keysBelow, String algorithmBelow) {
        X500Name subject = new X500Name("CN=" + commonName);
        return new TestAuthority(subject, keysBelow, algorithmBelow, authority(subject, keysBelow.getPublic()));
    }

    /** The same one, which from now on signs by another algorithm. */
    public TestAuthority signingBy(String other) {
        return new TestAuthority(name, keys, other, certificate);
    }

    public static TestAuthority rsa(String name) {
        return new TestAuthority(name, rsaKeys(), "SHA256withRSA");
    }

    public static TestAuthority sm2(String name) {
        return new TestAuthority(name, sm2Keys(), "SM3withSM2");
    }

    public static KeyPair rsaKeys() {
        return rsaKeys(2048);
    }

    public static KeyPair rsaKeys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair sm2Keys() {
        return ecKeys("sm2p256v1");
    }

    public static KeyPair ecKeys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", LIBRARY);
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keys of a kind that needs no size, such as Ed25519, or with the size that the library makes of itself. */
    public static KeyPair keys(String kind) {
        try {
            return KeyPairGenerator.getInstance(kind, LIBRARY).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A certificate for signing documents. */
    public X509Certificate issue(PublicKey key) {
        return issue(key, FROM, UNTIL, KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    }

    public X509Certificate issue(PublicKey key, Instant from, Instant until, int usage) {
        return issue(new X500Name("CN=CHAN Tai Man"), key, from, until, false, usage);
    }

    /** A certificate that names an OCSP responder and the address of a list. */
    public X509Certificate issue(PublicKey key, URI responder, URI list) {
        return issue(
                new X500Name("CN=CHAN Tai Man"),
                key,
                FROM,
                UNTIL,
                false,
                KeyUsage.nonRepudiation,
                List.of(responder, list),
                null);
    }

    /** A certificate of a responder to which this authority delegates its answers. */
    public X509Certificate delegate(PublicKey key) {
        return issue(
                new X500Name("CN=Responder"),
                key,
                FROM,
                UNTIL,
                false,
                KeyUsage.digitalSignature,
                List.of(),
                KeyPurposeId.id_kp_OCSPSigning);
    }

    /** A certificate of a time-stamping authority. */
    X509Certificate timeStamper(PublicKey key) {
        return issue(
                new X500Name("CN=Clock"),
                key,
                FROM,
                UNTIL,
                false,
                KeyUsage.digitalSignature,
                List.of(),
                KeyPurposeId.id_kp_timeStamping);
    }

    private X509Certificate issue(
            X500Name subject, PublicKey key, Instant from, Instant until, boolean authority, int usage) {
        return issue(subject, key, from, until, authority, usage, List.of(), null);
    }

    private X509Certificate issue(
            X500Name subject,
            PublicKey key,
            Instant from,
            Instant until,
            boolean authority,
            int usage,
            List<URI> addresses,
            KeyPurposeId purpose) {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.valueOf(SERIALS.getAndIncrement()), Date.from(from), Date.from(until), subject, key);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : usage));
            if (purpose != null) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
            }
            if (!addresses.isEmpty()) {
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, uri(addresses.get(0))));
                DistributionPointName point = new DistributionPointName(new GeneralNames(uri(addresses.get(1))));
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(point, null, null)
                }));
            }
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
            if (algorithm.contains("SM2") || !(key instanceof RSAPublicKey)) {
                converter.setProvider(LIBRARY);
            }
            return converter.getCertificate(builder.build(signer()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralName uri(URI address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address.toString());
    }

    /** Signs a certificate as it is. */
    X509CertificateHolder sign(JcaX509v3CertificateBuilder builder) throws Exception {
        return builder.build(signer());
    }

    private ContentSigner signer() throws Exception {
        return new JcaContentSignerBuilder(algorithm).setProvider(LIBRARY).build(keys.getPrivate());
    }

    /** A list that is current, with one certificate on it. */
    public X509CRL crl(X509Certificate revoked, Instant since, Instant now) throws Exception {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(now.minusSeconds(60)));
        builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
        builder.addCRLEntry(revoked.getSerialNumber(), Date.from(since), CRLReason.keyCompromise);
        return new JcaX509CRLConverter().getCRL(builder.build(signer()));
    }

    /** The answer of an OCSP responder: good, or revoked since. */
    public byte[] ocsp(X509Certificate subject, Instant revokedSince, Instant now) throws Exception {
        return ocsp(subject, revokedSince, now, keys, certificate, algorithm);
    }

    /** The answer of somebody else. */
    public byte[] ocsp(
            X509Certificate subject,
            Instant revokedSince,
            Instant now,
            KeyPair responderKeys,
            X509Certificate responder,
            String responderAlgorithm)
            throws Exception {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        JcaX509CertificateHolder issuer = new JcaX509CertificateHolder(certificate);
        BasicOCSPRespBuilder builder =
                new JcaBasicOCSPRespBuilder(responderKeys.getPublic(), digests.get(CertificateID.HASH_SHA1));
        CertificateID id = new CertificateID(digests.get(CertificateID.HASH_SHA1), issuer, subject.getSerialNumber());
        CertificateStatus status = revokedSince == null
                ? CertificateStatus.GOOD
                : new RevokedStatus(Date.from(revokedSince), CRLReason.keyCompromise);
        builder.addResponse(id, status, Date.from(now.minusSeconds(60)), Date.from(now.plusSeconds(3_600)), null);
        ContentSigner contentSigner = new JcaContentSignerBuilder(responderAlgorithm)
                .setProvider(LIBRARY)
                .build(responderKeys.getPrivate());
        X509CertificateHolder[] chain = {new JcaX509CertificateHolder(responder)};
        OCSPResp response = new OCSPRespBuilder()
                .build(OCSPRespBuilder.SUCCESSFUL, builder.build(contentSigner, chain, Date.from(now)));
        return response.getEncoded();
    }
}
