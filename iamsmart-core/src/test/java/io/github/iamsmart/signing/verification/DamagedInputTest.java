package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with what comes in: a report comes out, never an exception, and never praise. */
@Tag("slow")
class DamagedInputTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final DocumentDigest DOCUMENT = DocumentDigest.of("a contract".getBytes(UTF_8));
    private static final int[] FLIPS = {0x01, 0x20, 0x80, 0xFF};

    /** Who signs, and how. */
    private enum Kind {
        RSA("SHA256withRSA", "1.2.840.113549.1.1.11", "2.16.840.1.101.3.4.2.1", "SHA-256") {
            @Override
            KeyPair keys() {
                return TestAuthority.rsaKeys();
            }
        },
        SM2("SM3withSM2", "1.2.156.10197.1.501", "1.2.156.10197.1.401", "SM3") {
            @Override
            KeyPair keys() {
                return TestAuthority.sm2Keys();
            }
        };

        private final String algorithm;
        private final String id;
        private final String digest;
        private final String digestName;

        Kind(String algorithm, String id, String digest, String digestName) {
            this.algorithm = algorithm;
            this.id = id;
            this.digest = digest;
            this.digestName = digestName;
        }

        abstract KeyPair keys();
    }

    private static final class World {

        private final Kind kind;
        private final TestAuthority root;
        private final KeyPair keys;
        private final X509Certificate signer;
        private final byte[] signature;

        World(Kind kind) throws Exception {
            this.kind = kind;
            this.root = TestAuthority.of("Root", kind.keys(), kind.algorithm);
            this.keys = kind.keys();
            this.signer = root.issue(keys.getPublic());
            Signature signing = Signature.getInstance(kind.algorithm, TestAuthority.LIBRARY);
            signing.initSign(keys.getPrivate());
            signing.update(DOCUMENT.bytes());
            this.signature = signing.sign();
        }

        SignatureVerifier verifier(RevocationSource source) {
            return SignatureVerifier.builder()
                    .trustAnchors(List.of(root.certificate()))
                    .revocation(source)
                    .clock(new MutableClock(NOW))
                    .build();
        }

        VerificationReport verify(byte[] certificate, RevocationSource source) {
            return verifier(source)
                    .verify(
                            new HashSigningResult(DOCUMENT, NOW, signature, certificate),
                            new ExpectedSignature(DOCUMENT, new SignatureAlgorithm(kind.algorithm), Optional.empty()));
        }

        RevocationSource good() throws Exception {
            return answering(root.ocsp(signer, null, NOW));
        }

        byte[] cms() throws Exception {
            return new RawCms(keys, signer, "a contract".getBytes(UTF_8))
                    .digest(kind.digest, kind.digestName)
                    .algorithm(kind.id, kind.algorithm)
                    .sign();
        }
    }

    private static RevocationSource answering(byte[] answer) {
        return new RevocationSource() {
            @Override
            public Optional<byte[]> ocspResponse(X509Certificate certificate) {
                return Optional.of(answer);
            }
        };
    }

    private interface Attempt {
        void on(byte[] damaged, String where) throws Exception;
    }

    /** Changes every byte, and cuts off at every third. */
    private static void damage(byte[] good, Attempt attempt) throws Exception {
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) FLIPS[i % FLIPS.length];
            attempt.on(bad, "byte " + i);
            if (i % 3 == 0) {
                attempt.on(Arrays.copyOf(good, i), "cut at " + i);
            }
        }
    }

    @Test
    void certificates() throws Exception {
        for (Kind kind : Kind.values()) {
            World world = new World(kind);
            RevocationSource good = world.good();
            assertThat(world.verify(world.signer.getEncoded(), good).conclusion())
                    .isEqualTo(Conclusion.GOOD);

            damage(
                    world.signer.getEncoded(),
                    (bad, where) -> assertThat(world.verify(bad, good).passed())
                            .as(kind + " " + where)
                            .isFalse());
        }
    }

    @Test
    void structures() throws Exception {
        for (Kind kind : Kind.values()) {
            World world = new World(kind);
            SignatureVerifier verifier = world.verifier(world.good());
            byte[] cms = world.cms();
            assertThat(report(verifier, cms).conclusion())
                    .as(report(verifier, cms).toString())
                    .isEqualTo(Conclusion.GOOD);

            damage(cms, (bad, where) -> {
                assertThat(report(verifier, bad).findings())
                        .as(kind + " " + where)
                        .hasSize(9);
                verifier.verify(
                        new PdfSigningResult(DOCUMENT, bad),
                        new ExpectedSignature(DOCUMENT, SignatureAlgorithm.SHA256_WITH_RSA, Optional.empty()));
            });
        }
    }

    private static VerificationReport report(SignatureVerifier verifier, byte[] cms) throws Exception {
        return verifier.verifyContents(
                cms, () -> new ByteArrayInputStream("a contract".getBytes(UTF_8)), Optional.empty());
    }

    @Test
    void answersOfResponders() throws Exception {
        for (Kind kind : Kind.values()) {
            World world = new World(kind);
            byte[] revoked = world.root.ocsp(world.signer, NOW.minusSeconds(60), NOW);

            damage(
                    revoked,
                    (bad, where) -> assertThat(world.verify(world.signer.getEncoded(), answering(bad))
                                    .passed())
                            .as(kind + " " + where)
                            .isFalse());
        }
    }

    @Test
    void listsOfRevokedCertificates() throws Exception {
        for (Kind kind : Kind.values()) {
            World world = new World(kind);
            byte[] revoked =
                    world.root.crl(world.signer, NOW.minusSeconds(60), NOW).getEncoded();
            for (CertificateFactory factory : List.of(
                    CertificateFactory.getInstance("X.509"),
                    CertificateFactory.getInstance("X.509", TestAuthority.LIBRARY))) {
                damage(revoked, (bad, where) -> {
                    Optional<X509CRL> read = list(factory, bad);
                    if (read.isPresent()) {
                        RevocationSource source = new RevocationSource() {
                            @Override
                            public List<X509CRL> crls(X509Certificate certificate) {
                                return List.of(read.get());
                            }
                        };
                        assertThat(world.verify(world.signer.getEncoded(), source)
                                        .passed())
                                .as(kind + " " + where)
                                .isFalse();
                    }
                });
            }
        }
    }

    private static Optional<X509CRL> list(CertificateFactory factory, byte[] der) {
        try {
            return Optional.ofNullable((X509CRL) factory.generateCRL(new ByteArrayInputStream(der)));
        } catch (CRLException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    @Test
    void timeStamps() throws Exception {
        World world = new World(Kind.RSA);
        SignatureVerifier verifier = world.verifier(world.good());
        byte[] content = "a contract".getBytes(UTF_8);
        byte[] token = new TimeStampAuthority(world.root).stamp(content, NOW);

        damage(
                token,
                (bad, where) -> assertThat(verifier.verifyTimeStamp(bad, () -> new ByteArrayInputStream(content))
                                .verdict())
                        .as(where)
                        .isNotEqualTo(Verdict.PASSED));
    }

    private interface Oddity {
        void addTo(JcaX509v3CertificateBuilder builder) throws Exception;
    }

    private static byte[] odd(World world, BigInteger serial, Oddity oddity) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=Root"),
                serial,
                Date.from(TestAuthority.FROM),
                Date.from(TestAuthority.UNTIL),
                new X500Name("CN=Odd"),
                world.keys.getPublic());
        oddity.addTo(builder);
        return world.root.sign(builder).getEncoded();
    }

    private static X509Certificate read(byte[] der) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509", TestAuthority.LIBRARY);
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }

    /** What the JDK takes for absent would allow everything. */
    @Test
    void extensionsThatCannotBeReadAllowNothing() throws Exception {
        byte[] garbage = {0x30, 0x7F, 0x01};
        for (Kind kind : Kind.values()) {
            World world = new World(kind);
            for (ASN1ObjectIdentifier name : List.of(Extension.keyUsage, Extension.basicConstraints)) {
                for (boolean critical : new boolean[] {true, false}) {
                    for (byte[] value : List.of(
                            garbage,
                            new byte[0],
                            DERNull.INSTANCE.getEncoded(),
                            new DEROctetString(garbage).getEncoded())) {
                        byte[] odd = odd(
                                world,
                                BigInteger.TEN,
                                builder ->
                                        builder.addExtension(new Extension(name, critical, new DEROctetString(value))));

                        assertThat(world.verify(odd, world.good()).passed())
                                .as(kind + " " + name + " " + critical + " " + value.length)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void oddButSoundCertificatesAreJudged() throws Exception {
        for (Kind kind : Kind.values()) {
            World world = new World(kind);
            byte[] hugeSerial = odd(world, BigInteger.ONE.shiftLeft(2_000), builder -> {});
            byte[] negativeSerial = odd(world, BigInteger.valueOf(-7), builder -> {});
            byte[] emptyUsage = odd(
                    world,
                    BigInteger.TWO,
                    builder -> builder.addExtension(Extension.keyUsage, true, new DERBitString(new byte[0])));
            byte[] unknownCritical = odd(
                    world,
                    BigInteger.TWO,
                    builder -> builder.addExtension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE));
            byte[] usable = odd(world, BigInteger.TWO, builder -> {
                builder.addExtension(Extension.basicConstraints, false, new BasicConstraints(false));
                builder.addExtension(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature));
            });

            for (byte[] each : List.of(hugeSerial, negativeSerial, usable)) {
                RevocationSource answer = answering(world.root.ocsp(read(each), null, NOW));
                VerificationReport report = world.verify(each, answer);
                assertThat(report.finding(Check.REVOCATION).orElseThrow().verdict())
                        .as(report.toString())
                        .isEqualTo(Verdict.PASSED);
            }
            for (byte[] each : List.of(emptyUsage, unknownCritical)) {
                RevocationSource answer = answering(world.root.ocsp(read(each), null, NOW));
                assertThat(world.verify(each, answer).passed()).isFalse();
            }
        }
    }

    @Test
    void aSignerIdentityThatFailsFindsNobody() throws Exception {
        World world = new World(Kind.RSA);
        SignatureVerifier verifier = SignatureVerifier.builder()
                .trustAnchors(List.of(world.root.certificate()))
                .signerIdentity(certificate -> {
                    throw new IllegalStateException("CHAN Tai Man");
                })
                .clock(new MutableClock(NOW))
                .build();

        Finding row = verifier.verifyContents(
                        world.cms(),
                        () -> new ByteArrayInputStream("a contract".getBytes(UTF_8)),
                        Optional.of(DOCUMENT.base64()))
                .finding(Check.HKIC)
                .orElseThrow();

        assertThat(row.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(row.reason()).contains("IllegalStateException").doesNotContain("CHAN");
    }
}
