package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as news of a revocation, for RSA and for SM2 alike. */
class RevocationRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant SIGNED_AT = NOW.minusSeconds(30);
    private static final Instant BEFORE = SIGNED_AT.minusSeconds(100);
    private static final DocumentDigest DOCUMENT = DocumentDigest.of("a contract".getBytes(UTF_8));
    private static final String SHA256 = "SHA256withRSA";
    private static final String SM3 = "SM3withSM2";

    /** A root, an authority below it, and a signer, by one kind of key. */
    private record World(
            TestAuthority root, TestAuthority between, KeyPair keys, X509Certificate signer, String algorithm) {

        static World of(boolean sm2) {
            String algorithm = sm2 ? SM3 : SHA256;
            TestAuthority root = TestAuthority.of("Root", keys(sm2), algorithm);
            TestAuthority between = root.below("Between", keys(sm2), algorithm);
            KeyPair keys = keys(sm2);
            return new World(root, between, keys, between.issue(keys.getPublic()), algorithm);
        }

        private static KeyPair keys(boolean sm2) {
            return sm2 ? TestAuthority.sm2Keys() : TestAuthority.rsaKeys();
        }

        boolean isSm2() {
            return algorithm.equals(SM3);
        }

        SignatureVerifier.Builder verifier(RevocationSource source) {
            return SignatureVerifier.builder()
                    .trustAnchors(List.of(root.certificate()))
                    .intermediates(List.of(between.certificate()))
                    .revocation(source)
                    .allowUnknownRevocation()
                    .clock(new MutableClock(NOW));
        }

        VerificationReport verify(SignatureVerifier verifier) throws Exception {
            Signature signature = Signature.getInstance(algorithm, TestAuthority.LIBRARY);
            signature.initSign(keys.getPrivate());
            signature.update(DOCUMENT.bytes());
            return verifier.verify(
                    new HashSigningResult(DOCUMENT, SIGNED_AT, signature.sign(), signer.getEncoded()),
                    new ExpectedSignature(DOCUMENT, new SignatureAlgorithm(algorithm), Optional.empty()));
        }

        Finding row(RevocationSource source) throws Exception {
            return verify(verifier(source).build()).finding(Check.REVOCATION).orElseThrow();
        }

        X509CRL emptyList(TestAuthority issuer) throws Exception {
            // An entry of somebody else.
            return issuer.crl(root.issue(keys.getPublic()), BEFORE, NOW);
        }
    }

    private static final List<World> WORLDS = List.of(World.of(false), World.of(true));

    private interface Answer {
        byte[] about(X509Certificate certificate) throws Exception;
    }

    private static RevocationSource answers(Answer answer) {
        return new RevocationSource() {
            @Override
            public Optional<byte[]> ocspResponse(X509Certificate certificate) {
                try {
                    return Optional.ofNullable(answer.about(certificate));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private static RevocationSource lists(X509CRL... lists) {
        return new RevocationSource() {
            @Override
            public List<X509CRL> crls(X509Certificate certificate) {
                return List.of(lists);
            }
        };
    }

    private static boolean isSigner(X509Certificate certificate) {
        return certificate.getBasicConstraints() < 0;
    }

    @Test
    void everyCertificateOfThePathNeedsAnAnswer() throws Exception {
        for (World world : WORLDS) {
            Finding all = world.row(answers(certificate -> isSigner(certificate)
                    ? world.between().ocsp(certificate, null, NOW)
                    : world.root().ocsp(certificate, null, NOW)));
            Finding one = world.row(answers(
                    certificate -> isSigner(certificate) ? world.between().ocsp(certificate, null, NOW) : null));

            assertThat(all.verdict()).as(all.reason()).isEqualTo(Verdict.PASSED);
            assertThat(one.verdict()).as(one.reason()).isEqualTo(Verdict.SKIPPED);
            assertThat(one.reason()).contains("cannot be shown");
        }
    }

    @Test
    void listsCountLikeAnswers() throws Exception {
        for (World world : WORLDS) {
            X509CRL ofRoot = world.emptyList(world.root());
            X509CRL good = world.emptyList(world.between());
            X509CRL bad = world.between().crl(world.signer(), BEFORE, NOW);

            assertThat(world.row(lists(ofRoot, good)).verdict()).isEqualTo(Verdict.PASSED);
            assertThat(world.row(lists(ofRoot, bad)).verdict()).isEqualTo(Verdict.FAILED);
            assertThat(world.row(lists(good)).verdict()).isEqualTo(Verdict.SKIPPED);
            assertThat(world.row(lists()).verdict()).isEqualTo(Verdict.SKIPPED);
        }
    }

    @Test
    void aRevokedAuthorityIsBadNewsWhenever() throws Exception {
        for (World world : WORLDS) {
            Finding row = world.row(answers(certificate -> isSigner(certificate)
                    ? world.between().ocsp(certificate, null, NOW)
                    : world.root().ocsp(certificate, NOW.minusSeconds(1), NOW)));

            assertThat(row.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(row.reason()).contains("authority on the path was revoked");
        }
    }

    @Test
    void badNewsFromEitherSideCounts() throws Exception {
        for (World world : WORLDS) {
            X509CRL bad = world.between().crl(world.signer(), BEFORE, NOW);
            Finding row = world.row(new RevocationSource() {
                @Override
                public List<X509CRL> crls(X509Certificate certificate) {
                    return List.of(bad);
                }

                @Override
                public Optional<byte[]> ocspResponse(X509Certificate certificate) {
                    try {
                        return Optional.of(world.between().ocsp(certificate, null, NOW));
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }
            });

            assertThat(row.verdict()).isEqualTo(Verdict.FAILED);
        }
    }

    /** The same rule as for certificates; all of them say "good". */
    @Test
    void weakAnswersAreNoAnswers() throws Exception {
        World world = WORLDS.get(0);
        KeyPair shortKeys = TestAuthority.rsaKeys(1024);
        KeyPair longKeys = TestAuthority.rsaKeys();
        TestAuthority weakly = world.between().signingBy("SHA1withRSA");

        assertUnknown(world, certificate -> weakly.ocsp(certificate, null, NOW), "with SHA-1");
        assertUnknown(
                world,
                certificate -> world.between()
                        .ocsp(
                                certificate,
                                null,
                                NOW,
                                shortKeys,
                                world.between().delegate(shortKeys.getPublic()),
                                SHA256),
                "an RSA key of 1024 bits");
        assertUnknown(
                world,
                certificate -> world.between()
                        .ocsp(certificate, null, NOW, longKeys, weakly.delegate(longKeys.getPublic()), SHA256),
                "with SHA-1");
    }

    @Test
    void weakListsAreNoLists() throws Exception {
        for (World world : WORLDS.subList(0, 1)) {
            TestAuthority weakly = world.between().signingBy("SHA1withRSA");
            Finding row = world.row(lists(world.emptyList(weakly), world.emptyList(world.root())));

            assertThat(row.verdict()).isEqualTo(Verdict.SKIPPED);
            assertThat(row.reason()).contains("the list has a signature by RSA PKCS#1 v1.5 with SHA-1");
        }
    }

    private static void assertUnknown(World world, Answer aboutTheSigner, String why) throws Exception {
        Finding row = world.row(answers(certificate -> isSigner(certificate)
                ? aboutTheSigner.about(certificate)
                : world.root().ocsp(certificate, null, NOW)));
        assertThat(row.verdict()).as(row.reason()).isEqualTo(Verdict.SKIPPED);
        assertThat(row.reason()).contains("cannot be shown", why);
    }

    @Test
    void onlyTheIssuerAndWhomItAuthorisedMayAnswer() throws Exception {
        for (World world : WORLDS) {
            KeyPair keys = world.isSm2() ? TestAuthority.sm2Keys() : TestAuthority.rsaKeys();
            String algorithm = world.algorithm();
            X509Certificate authorised = world.between().delegate(keys.getPublic());
            X509Certificate user = world.between().issue(keys.getPublic());
            X509Certificate ofTheRoot = world.root().delegate(keys.getPublic());
            Answer good = certificate -> world.between().ocsp(certificate, null, NOW, keys, authorised, algorithm);

            assertThat(world.row(answers(certificate -> isSigner(certificate)
                                    ? good.about(certificate)
                                    : world.root().ocsp(certificate, null, NOW)))
                            .verdict())
                    .isEqualTo(Verdict.PASSED);
            for (X509Certificate other : List.of(user, ofTheRoot)) {
                assertUnknown(
                        world,
                        certificate -> world.between().ocsp(certificate, null, NOW, keys, other, algorithm),
                        "not by the issuer");
            }
            // The name of the issuer, and another key.
            assertUnknown(
                    world,
                    certificate -> world.between()
                            .ocsp(certificate, null, NOW, keys, world.between().certificate(), algorithm),
                    "not by the issuer");
        }
    }

    @Test
    void anAnswerMustBeCurrentAndAboutTheCertificate() throws Exception {
        for (World world : WORLDS) {
            assertUnknown(
                    world, certificate -> world.between().ocsp(certificate, null, NOW.minusSeconds(20_000)), "current");
            assertUnknown(
                    world, certificate -> world.between().ocsp(certificate, null, NOW.plusSeconds(20_000)), "current");
            X509Certificate other = world.between().issue(world.keys().getPublic());
            assertUnknown(world, certificate -> world.between().ocsp(other, null, NOW), "another certificate");
            assertUnknown(world, certificate -> new byte[] {0x30, 0x03, 0x0a, 0x01, 0x03}, "could not answer");
            assertUnknown(world, certificate -> "no answer".getBytes(UTF_8), "cannot be read");
        }
    }

    @Test
    void aBrokenSourceSaysNothing() throws Exception {
        RevocationSource broken = new RevocationSource() {
            @Override
            public List<X509CRL> crls(X509Certificate certificate) {
                throw new IllegalStateException("CHAN Tai Man");
            }
        };
        for (World world : WORLDS) {
            Finding row = world.row(broken);

            assertThat(row.verdict()).isEqualTo(Verdict.SKIPPED);
            assertThat(row.reason()).contains("IllegalStateException").doesNotContain("CHAN");
        }
    }

    /** Nothing known is a failure, unless the application says that it may be. */
    @Test
    void nothingKnownFailsUnlessThatIsAllowed() throws Exception {
        for (World world : WORLDS) {
            RevocationSource none = new RevocationSource() {};
            VerificationReport lenient = world.verify(world.verifier(none).build());
            VerificationReport required =
                    world.verify(world.verifier(none).require(Check.REVOCATION).build());
            VerificationReport strict = world.verify(SignatureVerifier.builder()
                    .trustAnchors(List.of(world.root().certificate()))
                    .intermediates(List.of(world.between().certificate()))
                    .revocation(none)
                    .clock(new MutableClock(NOW))
                    .build());

            assertThat(lenient.conclusion()).isEqualTo(Conclusion.GOOD_AS_FAR_AS_CHECKED);
            assertThat(lenient.unchecked()).extracting(Finding::check).containsExactly(Check.REVOCATION);
            assertThat(required.conclusion()).isEqualTo(Conclusion.NOT_GOOD);
            assertThat(strict.conclusion()).isEqualTo(Conclusion.NOT_GOOD);
            assertThat(strict.failures()).extracting(Finding::check).containsExactly(Check.REVOCATION);
        }
    }

    @Test
    void everyCheckPassedIsGood() throws Exception {
        for (World world : WORLDS) {
            VerificationReport report = world.verify(world.verifier(answers(certificate -> isSigner(certificate)
                            ? world.between().ocsp(certificate, null, NOW)
                            : world.root().ocsp(certificate, null, NOW)))
                    .build());

            assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.GOOD);
            assertThat(report.finding(Check.HKIC).orElseThrow().verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        }
    }
}
