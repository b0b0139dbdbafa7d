package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.PdfSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Each row that only the signature of a PDF has fails here once, alone. */
class PdfSignatureVerificationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant SIGNED_AT = NOW.minusSeconds(30);
    private static final DocumentDigest DOCUMENT = DocumentDigest.of("the ByteRange".getBytes(UTF_8));
    private static final DocumentDigest OTHER = DocumentDigest.of("another ByteRange".getBytes(UTF_8));
    private static final TestAuthority ROOT = TestAuthority.rsa("Test Root");
    private static final KeyPair KEYS = TestAuthority.rsaKeys();
    private static final X509Certificate SIGNER = ROOT.issue(KEYS.getPublic());
    private static final ExpectedSignature EXPECTED =
            new ExpectedSignature(DOCUMENT, SignatureAlgorithm.SHA256_WITH_RSA, Optional.empty());

    private final SignatureVerifier verifier = SignatureVerifier.builder()
            .trustAnchors(List.of(ROOT.certificate()))
            .clock(new MutableClock(NOW))
            .build();

    private static TestCms cms() {
        return new TestCms(KEYS, SIGNER).at(SIGNED_AT);
    }

    private VerificationReport verify(byte[] pkcs7) {
        return verifier.verify(new PdfSigningResult(DOCUMENT, pkcs7), EXPECTED);
    }

    private static void onlyFails(VerificationReport report, Check check, String why) {
        assertThat(report.failures()).as(report.toString()).singleElement().satisfies(failure -> {
            assertThat(failure.check()).isEqualTo(check);
            assertThat(failure.reason()).contains(why);
        });
        assertThat(report.passed()).isFalse();
    }

    @Test
    void passesInEveryRow() throws Exception {
        VerificationReport report = verify(cms().sign(DOCUMENT));

        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.findings())
                .extracting(Finding::check)
                .containsExactly(
                        Check.CMS_CONTENT,
                        Check.MESSAGE_DIGEST,
                        Check.SIGNING_CERTIFICATE,
                        Check.SIGNATURE,
                        Check.CERTIFICATE_PATH,
                        Check.VALIDITY_AT_SIGNING_TIME,
                        Check.KEY_USAGE,
                        Check.REVOCATION,
                        Check.HKIC,
                        Check.DOCUMENT_HASH);
    }

    @Test
    void refusesAStructureWithContentOfItsOwn() throws Exception {
        onlyFails(verify(cms().attached().sign(DOCUMENT)), Check.CMS_CONTENT, "content of its own");
    }

    /** Such as those of {@code adbe.pkcs7.sha1}, whose content is a hash of the document: nothing shows a forgery. */
    @Test
    void comparesNoDigestOfContentInside() throws Exception {
        VerificationReport report = verify(cms().attached().sign(OTHER));

        onlyFails(report, Check.CMS_CONTENT, "content of its own");
        assertThat(report.finding(Check.MESSAGE_DIGEST).orElseThrow().verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void findsTheDigestOfAnotherDocument() throws Exception {
        onlyFails(verify(cms().sign(OTHER)), Check.MESSAGE_DIGEST, "another document");
    }

    @Test
    void findsASignatureThatIsTiedToAnotherCertificate() throws Exception {
        X509Certificate other = ROOT.issue(KEYS.getPublic());

        onlyFails(verify(cms().tiedTo(other).sign(DOCUMENT)), Check.SIGNING_CERTIFICATE, "another certificate");
    }

    @Test
    void findsTheSignatureOfAnotherKey() throws Exception {
        byte[] forged =
                new TestCms(TestAuthority.rsaKeys(), SIGNER).at(SIGNED_AT).sign(DOCUMENT);

        onlyFails(verify(forged), Check.SIGNATURE, "is not one by the key");
    }

    @Test
    void findsAResultForAnotherDocument() throws Exception {
        onlyFails(
                verifier.verify(new PdfSigningResult(OTHER, cms().sign(DOCUMENT)), EXPECTED),
                Check.DOCUMENT_HASH,
                "another document");
    }

    @Test
    void judgesTheCertificateByTheTimeInTheSignature() throws Exception {
        X509Certificate expired =
                ROOT.issue(KEYS.getPublic(), TestAuthority.FROM, SIGNED_AT.plusSeconds(5), KeyUsage.nonRepudiation);

        assertThat(verify(new TestCms(KEYS, expired).at(SIGNED_AT).sign(DOCUMENT))
                        .passed())
                .isTrue();
        onlyFails(verify(new TestCms(KEYS, expired).sign(DOCUMENT)), Check.VALIDITY_AT_SIGNING_TIME, "had expired");
    }

    @Test
    void neverThrowsWhateverByteIsWrong() throws Exception {
        byte[] good = cms().sign(DOCUMENT);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x15;

            assertThat(verify(bad).findings()).as("byte " + i).hasSize(10);
        }
    }

    @Test
    void anythingElseIsNoSignature() {
        VerificationReport report = verify("no PKCS#7".getBytes(UTF_8));

        assertThat(report.passed()).isFalse();
        assertThat(report.failures()).extracting(Finding::check).containsExactly(Check.CMS_CONTENT, Check.SIGNATURE);
    }
}
