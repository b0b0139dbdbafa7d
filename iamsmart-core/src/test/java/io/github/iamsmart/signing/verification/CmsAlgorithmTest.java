package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.signing.DigestAlgorithm;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which algorithms and forms of a PDF's signature are verified, refused, or not checked. */
class CmsAlgorithmTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final byte[] CONTENT = "the ByteRange".getBytes(UTF_8);
    private static final byte[] OTHER = "another ByteRange".getBytes(UTF_8);
    private static final TestAuthority ROOT = TestAuthority.rsa("Test Root");
    private static final TestAuthority SM2_ROOT = TestAuthority.sm2("SM2 Root");
    private static final KeyPair RSA = TestAuthority.rsaKeys();
    private static final KeyPair P256 = TestAuthority.ecKeys("P-256");
    private static final KeyPair P521 = TestAuthority.ecKeys("P-521");
    private static final KeyPair SM2 = TestAuthority.sm2Keys();
    private static final KeyPair ED25519 = TestAuthority.keys("Ed25519");
    private static final KeyPair ED448 = TestAuthority.keys("Ed448");
    private static final KeyPair DSA = TestAuthority.keys("DSA");

    private static final String SHA1 = "1.3.14.3.2.26";
    private static final String MD5 = "1.2.840.113549.2.5";
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final String SHA384 = "2.16.840.1.101.3.4.2.2";
    private static final String SHA512 = "2.16.840.1.101.3.4.2.3";
    private static final String SHA3_256 = "2.16.840.1.101.3.4.2.8";
    private static final String SM3 = "1.2.156.10197.1.401";

    private final SignatureVerifier verifier = SignatureVerifier.builder()
            .trustAnchors(List.of(ROOT.certificate(), SM2_ROOT.certificate()))
            .clock(new MutableClock(NOW))
            .build();

    private static RawCms signed(KeyPair keys) {
        return signed(keys, CONTENT);
    }

    private static RawCms signed(KeyPair keys, byte[] content) {
        X509Certificate certificate = ROOT.issue(keys.getPublic());
        return new RawCms(keys, certificate, content).with(CMSAttributes.signingTime, new Time(Date.from(NOW)));
    }

    private VerificationReport verify(byte[] cms, byte[] content) throws Exception {
        return verifier.verifyContents(cms, () -> new ByteArrayInputStream(content), Optional.empty());
    }

    private static Verdict verdict(VerificationReport report, Check check) {
        return report.finding(check).orElseThrow().verdict();
    }

    private static String reason(VerificationReport report, Check check) {
        return report.finding(check).orElseThrow().reason();
    }

    @Test
    void aDigestOfAnotherKindThanTheSignaturesIsNotChecked() throws Exception {
        byte[] sm2 = new RawCms(SM2, SM2_ROOT.issue(SM2.getPublic()), CONTENT)
                .digest(SM3, "SM3")
                .algorithm("1.2.156.10197.1.501", "SM3withSM2")
                .sign();

        VerificationReport withSm3 =
                verifier.verifyContents(sm2, DocumentDigest.of(CONTENT, DigestAlgorithm.SM3), Optional.empty());
        VerificationReport withSha256 = verifier.verifyContents(sm2, DocumentDigest.of(CONTENT), Optional.empty());

        assertThat(withSm3.passed()).as(withSm3.toString()).isTrue();
        assertThat(verdict(withSha256, Check.MESSAGE_DIGEST)).isEqualTo(Verdict.SKIPPED);
        assertThat(withSha256.passed()).isFalse();
    }

    static Stream<Arguments> verified() {
        return Stream.of(
                arguments("RSA PKCS#1 v1.5 with SHA-256", signed(RSA)),
                arguments(
                        "RSA PKCS#1 v1.5 with SHA-384",
                        signed(RSA).digest(SHA384, "SHA-384").algorithm("1.2.840.113549.1.1.12", "SHA384withRSA")),
                arguments(
                        "RSA PKCS#1 v1.5 with SHA-512",
                        signed(RSA).digest(SHA512, "SHA-512").algorithm("1.2.840.113549.1.1.1", "SHA512withRSA")),
                arguments(
                        "RSA PKCS#1 v1.5 with SHA3-256",
                        signed(RSA)
                                .digest(SHA3_256, "SHA3-256")
                                .algorithm("2.16.840.1.101.3.4.3.14", "SHA3-256withRSA")),
                arguments("RSASSA-PSS with SHA-256", signed(RSA).pss(NISTObjectIdentifiers.id_sha256, "SHA-256", 32)),
                arguments(
                        "RSASSA-PSS with SHA-512",
                        signed(RSA).digest(SHA512, "SHA-512").pss(NISTObjectIdentifiers.id_sha512, "SHA-512", 20)),
                arguments("ECDSA with SHA-256", signed(P256).algorithm("1.2.840.10045.4.3.2", "SHA256withECDSA")),
                arguments(
                        "ECDSA with SHA-512",
                        signed(P521).digest(SHA512, "SHA-512").algorithm("1.2.840.10045.4.3.4", "SHA512withECDSA")),
                arguments(
                        "SM2 with SM3",
                        new RawCms(SM2, SM2_ROOT.issue(SM2.getPublic()), CONTENT)
                                .digest(SM3, "SM3")
                                .algorithm("1.2.156.10197.1.501", "SM3withSM2")),
                arguments("Ed25519", signed(ED25519).digest(SHA512, "SHA-512").algorithm("1.3.101.112", "Ed25519")),
                arguments("Ed448", signed(ED448).digest(SHA512, "SHA-512").algorithm("1.3.101.113", "Ed448")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void verified(String words, RawCms cms) throws Exception {
        byte[] der = cms.sign();

        VerificationReport good = verify(der, CONTENT);
        VerificationReport other = verify(der, OTHER);

        assertThat(good.passed()).as(good.toString()).isTrue();
        assertThat(reason(good, Check.CMS_CONTENT)).contains(words);
        assertThat(reason(good, Check.SIGNATURE)).contains(words);
        assertThat(other.failures()).extracting(Finding::check).containsExactly(Check.MESSAGE_DIGEST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verified")
    void findsTheSignatureOfAnotherKey(String words, RawCms cms) throws Exception {
        byte[] der = cms.sign();
        // The signature is the last part; some of its numbers may be any, its last byte may not.
        der[der.length - 1] ^= 1;

        VerificationReport report = verify(der, CONTENT);

        assertThat(report.failures())
                .as(report.toString())
                .extracting(Finding::check)
                .containsExactly(Check.SIGNATURE);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("SHA-1", signed(RSA).digest(SHA1, "SHA-1").algorithm("1.2.840.113549.1.1.5", "SHA1withRSA")),
                arguments("SHA-1", signed(RSA).digest(SHA1, "SHA-1").algorithm("1.2.840.113549.1.1.1", "SHA1withRSA")),
                arguments("SHA-1", signed(RSA).algorithm("1.2.840.113549.1.1.5", "SHA1withRSA")),
                arguments("SHA-1", signed(RSA).algorithm("1.3.14.3.2.29", "SHA1withRSA")),
                arguments("MD5", signed(RSA).digest(MD5, "MD5").algorithm("1.2.840.113549.1.1.4", "MD5withRSA")),
                arguments("MD5", signed(RSA).algorithm("1.2.840.113549.1.1.4", "MD5withRSA")),
                arguments("MD2", signed(RSA).algorithm("1.2.840.113549.1.1.2", "MD2withRSA")),
                arguments("SHA-1", signed(RSA).pss(OIWObjectIdentifiers.idSHA1, "SHA-1", 20)),
                arguments("SHA-1", signed(P256).algorithm("1.2.840.10045.4.1", "SHA1withECDSA")),
                arguments("DSA", signed(DSA).algorithm("2.16.840.1.101.3.4.3.2", "SHA256withDSA")),
                arguments("contradicts", signed(RSA).algorithm("1.2.840.113549.1.1.13", "SHA512withRSA")),
                arguments("contradicts", signed(RSA).pss(NISTObjectIdentifiers.id_sha512, "SHA-512", 32)),
                arguments(
                        "contradicts",
                        signed(P256).digest(SHA384, "SHA-384").algorithm("1.2.840.10045.4.3.2", "SHA256withECDSA")),
                arguments("cannot make", signed(P256).algorithm("1.2.840.113549.1.1.11", "SHA256withECDSA")),
                arguments("cannot make", signed(RSA).algorithm("1.2.840.10045.4.3.2", "SHA256withRSA")),
                arguments("cannot make", signed(SM2).algorithm("1.2.840.10045.4.3.2", "SHA256withECDSA")));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource
    void refused(String why, RawCms cms) throws Exception {
        VerificationReport report = verify(cms.sign(), CONTENT);

        assertThat(report.conclusion()).isEqualTo(Conclusion.NOT_GOOD);
        assertThat(verdict(report, Check.CMS_CONTENT)).isEqualTo(Verdict.FAILED);
        assertThat(reason(report, Check.CMS_CONTENT)).contains(why);
        assertThat(verdict(report, Check.SIGNATURE)).isEqualTo(Verdict.SKIPPED);
        assertThat(report.toString()).doesNotContain("was changed", "is not one by the key", "SHA-256 is");
    }

    static Stream<Arguments> notChecked() {
        return Stream.of(
                arguments("an algorithm of tomorrow", signed(RSA).algorithm("1.2.3.4.5", "SHA256withRSA")),
                arguments("a digest of tomorrow", signed(RSA).digest("1.2.3.4.6", "SHA-256")),
                arguments(
                        "SM3 with RSA",
                        signed(RSA).digest(SM3, "SM3").algorithm("1.2.840.113549.1.1.1", "SHA256withRSA")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void notChecked(String what, RawCms cms) throws Exception {
        VerificationReport report = verify(cms.sign(), CONTENT);

        assertThat(report.conclusion()).isEqualTo(Conclusion.NOT_GOOD);
        assertThat(report.failures()).as(report.toString()).isEmpty();
        assertThat(reason(report, Check.SIGNATURE)).contains("was not checked");
    }

    @Test
    void aMalformedParameterIsNotChecked() throws Exception {
        RawCms cms = signed(RSA).pss(NISTObjectIdentifiers.id_sha256, "SHA-256", 3_000);

        VerificationReport report = verify(cms.signWithSaltOf(32), CONTENT);

        assertThat(report.failures()).as(report.toString()).isEmpty();
        assertThat(report.passed()).isFalse();
    }

    /** Of what the gateway returns before it is put into the file, only the SHA-256 is known. */
    @Test
    void anotherDigestThanTheKnownOneIsNotCompared() throws Exception {
        byte[] cms = signed(RSA)
                .digest(SHA384, "SHA-384")
                .algorithm("1.2.840.113549.1.1.12", "SHA384withRSA")
                .sign();
        DocumentDigest digest = DocumentDigest.of(CONTENT);

        VerificationReport report = verifier.verify(
                new PdfSigningResult(digest, cms),
                new ExpectedSignature(digest, SignatureAlgorithm.SHA256_WITH_RSA, Optional.empty()));

        assertThat(report.failures()).as(report.toString()).isEmpty();
        assertThat(reason(report, Check.MESSAGE_DIGEST)).contains("not compared", "SHA-384");
        assertThat(report.passed()).isFalse();
    }

    @Test
    void withoutAttributesTheContentItselfIsSigned() throws Exception {
        for (RawCms cms : List.of(
                signed(RSA),
                signed(RSA).pss(NISTObjectIdentifiers.id_sha256, "SHA-256", 32),
                signed(P256).algorithm("1.2.840.10045.4.3.2", "SHA256withECDSA"),
                signed(RSA).digest(SHA512, "SHA-512").algorithm("1.2.840.113549.1.1.13", "SHA512withRSA"))) {
            byte[] der = cms.withoutAttributes().sign();

            VerificationReport good = verify(der, CONTENT);
            VerificationReport other = verify(der, OTHER);

            assertThat(good.passed()).as(good.toString()).isTrue();
            assertThat(other.failures()).extracting(Finding::check).containsExactly(Check.SIGNATURE);
        }
    }

    @Test
    void whatNeedsTheContentItselfIsNotChecked() throws Exception {
        byte[] cms = signed(ED25519)
                .digest(SHA512, "SHA-512")
                .algorithm("1.3.101.112", "Ed25519")
                .withoutAttributes()
                .sign();

        VerificationReport report = verify(cms, CONTENT);

        assertThat(report.failures()).as(report.toString()).isEmpty();
        assertThat(report.passed()).isFalse();
    }

    @Test
    void attributesWithoutTheDigestSignNothing() throws Exception {
        VerificationReport report = verify(signed(RSA).withoutDigest().sign(), CONTENT);

        assertThat(report.failures())
                .as(report.toString())
                .extracting(Finding::check)
                .containsExactly(Check.CMS_CONTENT, Check.MESSAGE_DIGEST);
        assertThat(report.toString()).doesNotContain("There are no signed attributes");
    }

    @Test
    void attributesAreThereOnce() throws Exception {
        byte[] hash = DocumentDigest.of(CONTENT).bytes();
        for (RawCms cms : List.of(
                signed(RSA).withoutContentType(),
                signed(RSA).with(CMSAttributes.contentType, CMSObjectIdentifiers.data),
                signed(RSA).withoutContentType().with(CMSAttributes.contentType, CMSObjectIdentifiers.envelopedData),
                signed(RSA).with(CMSAttributes.messageDigest, new DEROctetString(hash)),
                signed(RSA)
                        .withoutDigest()
                        .with(CMSAttributes.messageDigest, new DEROctetString(hash), new DEROctetString(new byte[32])),
                signed(RSA).with(CMSAttributes.signingTime, new Time(Date.from(NOW.plusSeconds(1)))))) {
            VerificationReport report = verify(cms.sign(), CONTENT);

            assertThat(verdict(report, Check.CMS_CONTENT)).as(report.toString()).isEqualTo(Verdict.FAILED);
            assertThat(report.passed()).isFalse();
        }
    }

    @Test
    void takesAttributesThatTheirSignerDidNotSort() throws Exception {
        byte[] der = signed(RSA)
                .with(new ASN1ObjectIdentifier("1.2.3"), new DEROctetString(new byte[1]))
                .unsorted()
                .sign();

        assertThat(verify(der, CONTENT).passed())
                .as(verify(der, CONTENT).toString())
                .isTrue();
    }

    @Test
    void takesLengthsThatAreNotToldBeforehand() throws Exception {
        byte[] ber = signed(RSA).signIndefinite();
        byte[] padded = Arrays.copyOf(ber, ber.length + 100);

        assertThat(verify(padded, CONTENT).passed())
                .as(verify(padded, CONTENT).toString())
                .isTrue();
    }

    @Test
    void severalSignersOrNoneAreNotOne() throws Exception {
        for (int signers : new int[] {0, 2, 3}) {
            VerificationReport report = verify(signed(RSA).signers(signers).sign(), CONTENT);

            assertThat(report.failures()).extracting(Finding::check).containsExactly(Check.CMS_CONTENT);
            assertThat(reason(report, Check.CMS_CONTENT)).contains(signers + " signers");
            assertThat(report.passed()).isFalse();
        }
    }

    @Test
    void withoutACertificateNothingIsSaidOfTheSigner() throws Exception {
        VerificationReport report = verify(signed(RSA).withoutCertificate().sign(), CONTENT);

        assertThat(report.failures()).extracting(Finding::check).containsExactly(Check.SIGNING_CERTIFICATE);
        assertThat(reason(report, Check.SIGNATURE)).contains("not checked", "no readable certificate");
        assertThat(report.passed()).isFalse();
    }

    @Test
    void aBindingByAnUnknownHashIsNotChecked() throws Exception {
        AlgorithmIdentifier tomorrow = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.3.4.6"));
        RawCms cms = signed(RSA)
                .with(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new SigningCertificateV2(new ESSCertIDv2(tomorrow, new byte[32])));

        VerificationReport report = verify(cms.sign(), CONTENT);

        assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.GOOD_AS_FAR_AS_CHECKED);
        assertThat(verdict(report, Check.SIGNING_CERTIFICATE)).isEqualTo(Verdict.SKIPPED);
    }

    private static byte[] withTimeStamp(byte[] cms, Stamper stamper) throws Exception {
        CMSSignedData data = new CMSSignedData(cms);
        SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
        byte[] token = stamper.stamp(signer.getSignature());
        AttributeTable unsigned = new AttributeTable(new DERSet(new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token)))));
        return CMSSignedData.replaceSigners(
                        data, new SignerInformationStore(SignerInformation.replaceUnsignedAttributes(signer, unsigned)))
                .getEncoded();
    }

    private interface Stamper {
        byte[] stamp(byte[] signature) throws Exception;
    }

    @Test
    void aTimeStampOfTheSignatureIsARowOfItsOwn() throws Exception {
        TimeStampAuthority clock = new TimeStampAuthority(ROOT);
        byte[] cms = signed(RSA).sign();

        VerificationReport right = verify(withTimeStamp(cms, signature -> clock.stamp(signature, NOW)), CONTENT);
        VerificationReport wrong = verify(withTimeStamp(cms, signature -> clock.stamp(OTHER, NOW)), CONTENT);
        VerificationReport forged = verify(withTimeStamp(cms, signature -> clock.forge(signature, NOW)), CONTENT);
        VerificationReport garbage = verify(withTimeStamp(cms, signature -> new byte[] {0x05, 0x00}), CONTENT);

        assertThat(right.passed()).as(right.toString()).isTrue();
        assertThat(verdict(right, Check.TIME_STAMP)).isEqualTo(Verdict.SKIPPED);
        assertThat(reason(right, Check.TIME_STAMP)).contains(NOW.toString(), "Who made it was not checked");
        for (VerificationReport each : List.of(wrong, forged)) {
            assertThat(each.failures()).extracting(Finding::check).containsExactly(Check.TIME_STAMP);
        }
        assertThat(verdict(garbage, Check.TIME_STAMP)).isEqualTo(Verdict.SKIPPED);
        assertThat(verify(cms, CONTENT).finding(Check.TIME_STAMP)).isEmpty();
    }

    /** Deep enough to exhaust the stack of whoever reads it by recursion. */
    @Test
    void isNotLostInDepth() throws Exception {
        byte[] deep = new byte[400_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }

        assertThat(verify(deep, CONTENT).passed()).isFalse();
        assertThat(verifier.verifyTimeStamp(deep, () -> new ByteArrayInputStream(CONTENT))
                        .verdict())
                .isEqualTo(Verdict.SKIPPED);
    }
}
