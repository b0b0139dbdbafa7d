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
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
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
        this.certificate = issue(
                name,
                keys.getPublic(),
                FROM.minus(Duration.ofDays(365)),
                UNTIL.plus(Duration.ofDays(3_650)),
                true,
                0,
                null);
    }

    public static TestAuthority rsa(String name) {
        return new TestAuthority(name, rsaKeys(), "SHA256withRSA");
    }

    public static TestAuthority sm2(String name) {
        return new TestAuthority(name, sm2Keys(), "SM3withSM2");
    }

    public static KeyPair rsaKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair sm2Keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", LIBRARY);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
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
        return issue(new X500Name("CN=CHAN Tai Man"), key, from, until, false, usage, null);
    }

    /** A certificate that names an OCSP responder. */
    public X509Certificate issue(PublicKey key, URI responder) {
        return issue(new X500Name("CN=CHAN Tai Man"), key, FROM, UNTIL, false, KeyUsage.nonRepudiation, responder);
    }

    private X509Certificate issue(
            X500Name subject, PublicKey key, Instant from, Instant until, boolean authority, int usage, URI responder) {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.valueOf(SERIALS.getAndIncrement()), Date.from(from), Date.from(until), subject, key);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : usage));
            if (responder != null) {
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(
                                AccessDescription.id_ad_ocsp,
                                new GeneralName(GeneralName.uniformResourceIdentifier, responder.toString())));
            }
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
            if (algorithm.contains("SM2")) {
                converter.setProvider(LIBRARY);
            }
            return converter.getCertificate(builder.build(signer()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        JcaX509CertificateHolder issuer = new JcaX509CertificateHolder(certificate);
        BasicOCSPRespBuilder builder =
                new JcaBasicOCSPRespBuilder(keys.getPublic(), digests.get(CertificateID.HASH_SHA1));
        CertificateID id = new CertificateID(digests.get(CertificateID.HASH_SHA1), issuer, subject.getSerialNumber());
        CertificateStatus status = revokedSince == null
                ? CertificateStatus.GOOD
                : new RevokedStatus(Date.from(revokedSince), CRLReason.keyCompromise);
        builder.addResponse(id, status, Date.from(now.minusSeconds(60)), Date.from(now.plusSeconds(3_600)), null);
        OCSPResp response = new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        builder.build(signer(), new X509CertificateHolder[] {issuer}, Date.from(now)));
        return response.getEncoded();
    }
}
