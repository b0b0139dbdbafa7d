package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Each row of the report fails here once, alone. */
class HashVerificationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant SIGNED_AT = NOW.minusSeconds(30);
    private static final DocumentDigest DOCUMENT = DocumentDigest.of("a contract".getBytes(UTF_8));
    private static final String HKIC = "rDcExehSzsiEp2laLaJqrtaX2ua9sdaugwaY5ONmYwk=";
    private static final TestAuthority ROOT = TestAuthority.rsa("Test Root");
    private static final KeyPair KEYS = TestAuthority.rsaKeys();
    private static final X509Certificate SIGNER = ROOT.issue(KEYS.getPublic());

    private static final ExpectedSignature EXPECTED =
            new ExpectedSignature(DOCUMENT, SignatureAlgorithm.SHA256_WITH_RSA, Optional.of(HKIC));

    private static byte[] signed(DocumentDigest digest) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEYS.getPrivate());
        signature.update(digest.bytes());
        return signature.sign();
    }

    private static HashSigningResult result(DocumentDigest digest, X509Certificate certificate) throws Exception {
        return new HashSigningResult(digest, SIGNED_AT, signed(digest), certificate.getEncoded());
    }

    private static SignatureVerifier.Builder verifier() {
        return SignatureVerifier.builder()
                .trustAnchors(List.of(ROOT.certificate()))
                .signerIdentity(certificate -> Optional.of(HKIC))
                .revocation(list(Instant.EPOCH, ROOT.issue(KEYS.getPublic())))
                .clock(new MutableClock(NOW));
    }

    /** Knows one revoked certificate. */
    private static RevocationSource list(Instant since, X509Certificate revoked) {
        return new RevocationSource() {
            @Override
            public List<X509CRL> crls(X509Certificate certificate) {
                try {
                    return List.of(ROOT.crl(revoked, since, NOW));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private static RevocationSource answer(Instant revokedSince) {
        return new RevocationSource() {
            @Override
            public Optional<byte[]> ocspResponse(X509Certificate certificate) {
                try {
                    return Optional.of(ROOT.ocsp(certificate, revokedSince, NOW));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
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
        VerificationReport report = verifier().build().verify(result(DOCUMENT, SIGNER), EXPECTED);

        assertThat(report.findings())
                .as(report.toString())
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.PASSED))
                .extracting(Finding::check)
                .containsExactly(
                        Check.SIGNATURE,
                        Check.DOCUMENT_HASH,
                        Check.CERTIFICATE_PATH,
                        Check.VALIDITY_AT_SIGNING_TIME,
                        Check.KEY_USAGE,
                        Check.REVOCATION,
                        Check.HKIC);
        assertThat(report.passed()).isTrue();
        assertThat(report.toString()).doesNotContain("CHAN", HKIC);
    }

    @Test
    void findsAChangedSignature() throws Exception {
        byte[] changed = signed(DOCUMENT);
        changed[100] ^= 1;

        onlyFails(
                verifier()
                        .build()
                        .verify(new HashSigningResult(DOCUMENT, SIGNED_AT, changed, SIGNER.getEncoded()), EXPECTED),
                Check.SIGNATURE,
                "is not the SHA256withRSA signature");
    }

    @Test
    void findsTheSignatureOfAnotherDocument() throws Exception {
        DocumentDigest other = DocumentDigest.of("another contract".getBytes(UTF_8));

        onlyFails(verifier().build().verify(result(other, SIGNER), EXPECTED), Check.DOCUMENT_HASH, "another document");
    }

    @Test
    void aResultThatNamesNoHashIsVerifiedOverTheDocumentsOwn() throws Exception {
        DocumentDigest other = DocumentDigest.of("another contract".getBytes(UTF_8));
        SignatureVerifier verifier = verifier().build();

        assertThat(verifier.verify(
                                new HashSigningResult(null, SIGNED_AT, signed(DOCUMENT), SIGNER.getEncoded()), EXPECTED)
                        .passed())
                .isTrue();
        onlyFails(
                verifier.verify(new HashSigningResult(null, SIGNED_AT, signed(other), SIGNER.getEncoded()), EXPECTED),
                Check.SIGNATURE,
                "is not");
    }

    @Test
    void trustsNobodyElse() throws Exception {
        X509Certificate foreign = TestAuthority.rsa("Test Root").issue(KEYS.getPublic());

        onlyFails(
                verifier().build().verify(result(DOCUMENT, foreign), EXPECTED),
                Check.CERTIFICATE_PATH,
                "No path leads from the certificate");
    }

    @Test
    void findsACertificateThatHadExpired() throws Exception {
        X509Certificate expired =
                ROOT.issue(KEYS.getPublic(), TestAuthority.FROM, SIGNED_AT.minusSeconds(1), KeyUsage.nonRepudiation);

        onlyFails(
                verifier().build().verify(result(DOCUMENT, expired), EXPECTED),
                Check.VALIDITY_AT_SIGNING_TIME,
                "had expired");
    }

    @Test
    void findsACertificateThatWasNotYetValid() throws Exception {
        X509Certificate early =
                ROOT.issue(KEYS.getPublic(), SIGNED_AT.plusSeconds(1), TestAuthority.UNTIL, KeyUsage.nonRepudiation);

        onlyFails(
                verifier().build().verify(result(DOCUMENT, early), EXPECTED),
                Check.VALIDITY_AT_SIGNING_TIME,
                "valid only from");
    }

    @Test
    void aCertificateThatHasExpiredSinceDoesNoHarm() throws Exception {
        X509Certificate expired =
                ROOT.issue(KEYS.getPublic(), TestAuthority.FROM, SIGNED_AT.plusSeconds(2), KeyUsage.nonRepudiation);

        VerificationReport report = verifier().build().verify(result(DOCUMENT, expired), EXPECTED);

        assertThat(report.passed()).as(report.toString()).isTrue();
    }

    @Test
    void judgesByNowWhereNoTimeCame() throws Exception {
        X509Certificate expired =
                ROOT.issue(KEYS.getPublic(), TestAuthority.FROM, NOW.minusSeconds(2), KeyUsage.nonRepudiation);

        onlyFails(
                verifier()
                        .build()
                        .verify(
                                new HashSigningResult(DOCUMENT, null, signed(DOCUMENT), expired.getEncoded()),
                                EXPECTED),
                Check.VALIDITY_AT_SIGNING_TIME,
                "no signing time came");
    }

    @Test
    void refusesAKeyThatMayNotSign() throws Exception {
        X509Certificate encipherment =
                ROOT.issue(KEYS.getPublic(), TestAuthority.FROM, TestAuthority.UNTIL, KeyUsage.keyEncipherment);

        onlyFails(verifier().build().verify(result(DOCUMENT, encipherment), EXPECTED), Check.KEY_USAGE, "may not sign");
    }

    @Test
    void findsACertificateOnAList() throws Exception {
        onlyFails(
                verifier()
                        .revocation(list(SIGNED_AT.minusSeconds(1), SIGNER))
                        .build()
                        .verify(result(DOCUMENT, SIGNER), EXPECTED),
                Check.REVOCATION,
                "before it signed");
    }

    @Test
    void whatWasSignedBeforeTheRevocationStaysGood() throws Exception {
        for (RevocationSource source :
                List.of(list(SIGNED_AT.plusSeconds(10), SIGNER), answer(SIGNED_AT.plusSeconds(10)))) {
            VerificationReport report =
                    verifier().revocation(source).build().verify(result(DOCUMENT, SIGNER), EXPECTED);

            assertThat(report.passed()).as(report.toString()).isTrue();
            assertThat(report.finding(Check.REVOCATION))
                    .hasValueSatisfying(finding -> assertThat(finding.reason()).contains("after it signed"));
        }
    }

    @Test
    void believesTheAnswerOfAResponder() throws Exception {
        assertThat(verifier()
                        .revocation(answer(null))
                        .build()
                        .verify(result(DOCUMENT, SIGNER), EXPECTED)
                        .passed())
                .isTrue();
        onlyFails(
                verifier()
                        .revocation(answer(SIGNED_AT.minusSeconds(10)))
                        .build()
                        .verify(result(DOCUMENT, SIGNER), EXPECTED),
                Check.REVOCATION,
                "before it signed");
    }

    @Test
    void noListAndNoAnswerIsNoGoodNews() throws Exception {
        onlyFails(
                verifier().revocation(new RevocationSource() {}).build().verify(result(DOCUMENT, SIGNER), EXPECTED),
                Check.REVOCATION,
                "cannot be shown");
    }

    @Test
    void anOutdatedListIsNoGoodNews() throws Exception {
        onlyFails(
                verifier()
                        .clock(new MutableClock(NOW.plus(Duration.ofDays(3))))
                        .build()
                        .verify(result(DOCUMENT, SIGNER), EXPECTED),
                Check.REVOCATION,
                "cannot be shown");
    }

    @Test
    void findsAnotherSigner() throws Exception {
        onlyFails(
                verifier()
                        .signerIdentity(certificate -> Optional.of(DOCUMENT.base64()))
                        .build()
                        .verify(result(DOCUMENT, SIGNER), EXPECTED),
                Check.HKIC,
                "somebody else");
        onlyFails(
                verifier()
                        .signerIdentity(certificate -> Optional.empty())
                        .build()
                        .verify(result(DOCUMENT, SIGNER), EXPECTED),
                Check.HKIC,
                "does not tell");
    }

    @Test
    void saysWhatItDidNotLookAt() throws Exception {
        SignatureVerifier plain = SignatureVerifier.builder()
                .trustAnchors(List.of(ROOT.certificate()))
                .clock(new MutableClock(NOW))
                .build();

        VerificationReport report = plain.verify(result(DOCUMENT, SIGNER), EXPECTED);

        assertThat(report.passed()).isTrue();
        assertThat(report.finding(Check.REVOCATION).orElseThrow().verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(report.finding(Check.HKIC).orElseThrow().reason()).contains("not public");
    }

    @Test
    void acceptsNothingWithoutAnAnswerToWhatIsRequired() throws Exception {
        SignatureVerifier.Builder strict = verifier().require(Check.REVOCATION, Check.HKIC);
        HashSigningResult good = result(DOCUMENT, SIGNER);
        ExpectedSignature ofAnybody =
                new ExpectedSignature(DOCUMENT, SignatureAlgorithm.SHA256_WITH_RSA, Optional.empty());

        assertThat(strict.build().verify(good, EXPECTED).passed()).isTrue();
        onlyFails(strict.build().verify(good, ofAnybody), Check.HKIC, "required. No signer was named");
        onlyFails(
                SignatureVerifier.builder()
                        .trustAnchors(List.of(ROOT.certificate()))
                        .clock(new MutableClock(NOW))
                        .require(Check.REVOCATION)
                        .build()
                        .verify(good, EXPECTED),
                Check.REVOCATION,
                "required");
    }

    @Test
    void aResultWithoutCertificateOrSignatureFails() throws Exception {
        SignatureVerifier verifier = verifier().build();

        onlyFails(
                verifier.verify(new HashSigningResult(DOCUMENT, SIGNED_AT, signed(DOCUMENT), new byte[3]), EXPECTED),
                Check.SIGNATURE,
                "no readable certificate");
        onlyFails(
                verifier.verify(new HashSigningResult(DOCUMENT, SIGNED_AT, new byte[0], SIGNER.getEncoded()), EXPECTED),
                Check.SIGNATURE,
                "no readable signature");
    }

    @Test
    void neverThrowsWhateverByteOfTheCertificateIsWrong() throws Exception {
        SignatureVerifier verifier = verifier().build();
        byte[] good = SIGNER.getEncoded();
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x15;

            assertThat(verifier.verify(new HashSigningResult(DOCUMENT, SIGNED_AT, signed(DOCUMENT), bad), EXPECTED)
                            .passed())
                    .as("byte " + i)
                    .isFalse();
        }
    }

    @Test
    void anUnknownAlgorithmNeedsAScheme() throws Exception {
        SignatureAlgorithm other = new SignatureAlgorithm("SHA512withRSA");
        ExpectedSignature expected = new ExpectedSignature(DOCUMENT, other, Optional.of(HKIC));

        VerificationReport report = verifier().build().verify(result(DOCUMENT, SIGNER), expected);
        assertThat(report.failures()).isEmpty();
        assertThat(report.passed()).isFalse();
        assertThat(report.finding(Check.SIGNATURE).orElseThrow().reason()).contains("not checked", "SignatureScheme");
        assertThat(verifier()
                        .scheme(other, (key, hash, signature) -> true)
                        .build()
                        .verify(result(DOCUMENT, SIGNER), expected)
                        .passed())
                .isTrue();
    }

    @Test
    void needsSomebodyToTrust() {
        assertThatThrownBy(SignatureVerifier.builder()::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("trustAnchors");
    }

    /** A signature without a time-stamp has no such row, so it would pass where a better one fails. */
    @Test
    void refusesToRequireWhatNeverPasses() {
        SignatureVerifier.Builder builder = verifier().require(Check.TIME_STAMP);

        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TIME_STAMP");
    }
}
