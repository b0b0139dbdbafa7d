package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One rule for the keys and signatures of all certificates of a path, whatever provider builds it. */
class CertificateRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final DocumentDigest DOCUMENT = DocumentDigest.of("a contract".getBytes(UTF_8));
    private static final String SHA256 = "SHA256withRSA";
    private static final String SM3 = "SM3withSM2";
    private static final KeyPair RSA = TestAuthority.rsaKeys();
    private static final KeyPair SM2 = TestAuthority.sm2Keys();
    private static final KeyPair P256 = TestAuthority.ecKeys("P-256");
    private static final KeyPair SHORT = TestAuthority.rsaKeys(1024);
    private static final TestAuthority ROOT = TestAuthority.rsa("Root");

    private static VerificationReport verify(
            TestAuthority root, List<X509Certificate> between, KeyPair keys, X509Certificate signer) throws Exception {
        boolean sm2 = keys == SM2;
        String name = keys == P256 || keys.getPublic().getAlgorithm().startsWith("EC") && !sm2
                ? "SHA256withECDSA"
                : sm2 ? SM3 : SHA256;
        if (keys.getPublic().getAlgorithm().equals("DSA")) {
            name = "SHA256withDSA";
        }
        String jca = name;
        Signature signature = Signature.getInstance(jca, TestAuthority.LIBRARY);
        signature.initSign(keys.getPrivate());
        signature.update(DOCUMENT.bytes());
        SignatureAlgorithm algorithm = new SignatureAlgorithm(jca);
        return SignatureVerifier.builder()
                .trustAnchors(List.of(root.certificate()))
                .intermediates(between)
                .scheme(algorithm, (key, hash, bytes) -> {
                    Signature verifier = Signature.getInstance(jca, TestAuthority.LIBRARY);
                    verifier.initVerify(key);
                    verifier.update(hash);
                    return verifier.verify(bytes);
                })
                .clock(new MutableClock(NOW))
                .build()
                .verify(
                        new HashSigningResult(DOCUMENT, NOW, signature.sign(), signer.getEncoded()),
                        new ExpectedSignature(DOCUMENT, algorithm, Optional.empty()));
    }

    private static void refuses(VerificationReport report, Check check, String why) {
        assertThat(report.failures()).as(report.toString()).singleElement().satisfies(row -> {
            assertThat(row.check()).isEqualTo(check);
            assertThat(row.reason()).contains(why);
        });
        assertThat(report.conclusion()).isEqualTo(Conclusion.NOT_GOOD);
    }

    static Stream<Arguments> weakSigners() {
        TestAuthority sm2 = TestAuthority.sm2("SM2 Root");
        return Stream.of(
                arguments("an RSA key of 1024 bits", ROOT, SHORT),
                arguments("an RSA key of 1024 bits", sm2, SHORT),
                arguments("an RSA key of 2040 bits", ROOT, TestAuthority.rsaKeys(2040)),
                arguments("a signature by RSA PKCS#1 v1.5 with SHA-1", ROOT.signingBy("SHA1withRSA"), RSA),
                arguments("a signature by RSA PKCS#1 v1.5 with MD5", ROOT.signingBy("MD5withRSA"), RSA),
                arguments("a signature by RSASSA-PSS with SHA-1", ROOT.signingBy("SHA1withRSAandMGF1"), RSA),
                arguments("a signature by RSA PKCS#1 v1.5 with SHA-1", ROOT.signingBy("SHA1withRSA"), SM2),
                arguments("an elliptic-curve key of 224 bits", ROOT, TestAuthority.ecKeys("P-224")),
                arguments("an elliptic-curve key of 192 bits", sm2, TestAuthority.ecKeys("P-192")),
                arguments("a DSA key", ROOT, TestAuthority.keys("DSA")));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource
    void weakSigners(String why, TestAuthority issuer, KeyPair keys) throws Exception {
        TestAuthority root = issuer;

        refuses(verify(root, List.of(), keys, issuer.issue(keys.getPublic())), Check.CERTIFICATE_PATH, why);
    }

    static Stream<Arguments> weakAuthorities() {
        TestAuthority sm2 = TestAuthority.sm2("SM2 Root");
        return Stream.of(
                arguments("RSA under short RSA", "an RSA key of 1024 bits", ROOT, ROOT.below("I", SHORT, SHA256), RSA),
                arguments("SM2 under short RSA", "an RSA key of 1024 bits", ROOT, ROOT.below("I", SHORT, SHA256), SM2),
                arguments(
                        "ECDSA under short RSA", "an RSA key of 1024 bits", ROOT, ROOT.below("I", SHORT, SHA256), P256),
                arguments(
                        "RSA under a weak signature",
                        "with SHA-1",
                        ROOT,
                        ROOT.signingBy("SHA1withRSA").below("I", RSA, SHA256),
                        RSA),
                arguments(
                        "SM2 under a weak signature",
                        "with SHA-1",
                        ROOT,
                        ROOT.signingBy("SHA1withRSA").below("I", RSA, SHA256),
                        SM2),
                arguments(
                        "SM2 under MD5",
                        "with MD5",
                        ROOT,
                        ROOT.signingBy("MD5withRSA").below("I", SM2, SM3),
                        SM2),
                arguments(
                        "SM2 under a short curve",
                        "of 224 bits",
                        sm2,
                        sm2.below("I", TestAuthority.ecKeys("P-224"), "SHA256withECDSA"),
                        SM2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void weakAuthorities(String what, String why, TestAuthority root, TestAuthority between, KeyPair keys)
            throws Exception {
        X509Certificate signer = between.issue(keys.getPublic());

        refuses(verify(root, List.of(between.certificate()), keys, signer), Check.CERTIFICATE_PATH, why);
    }

    @Test
    void aWeakTrustAnchorIsRefusedForItsKeyOnly() throws Exception {
        TestAuthority shortRoot = TestAuthority.of("Root", SHORT, SHA256);
        TestAuthority oldRoot = TestAuthority.of("Root", RSA, "SHA1withRSA").signingBy(SHA256);
        for (KeyPair keys : List.of(RSA, SM2)) {
            refuses(
                    verify(shortRoot, List.of(), keys, shortRoot.issue(keys.getPublic())),
                    Check.CERTIFICATE_PATH,
                    "an RSA key of 1024 bits");

            VerificationReport report = verify(oldRoot, List.of(), keys, oldRoot.issue(keys.getPublic()));
            assertThat(report.passed()).as(report.toString()).isTrue();
        }
    }

    @Test
    void findsAStrongWayBesideAWeakOne() throws Exception {
        TestAuthority strong = ROOT.below("I", RSA, SHA256);
        TestAuthority weak = ROOT.signingBy("SHA1withRSA").below("I", RSA, SHA256);
        for (KeyPair keys : List.of(RSA, SM2)) {
            VerificationReport report = verify(
                    ROOT, List.of(weak.certificate(), strong.certificate()), keys, strong.issue(keys.getPublic()));

            assertThat(report.passed()).as(report.toString()).isTrue();
        }
    }

    @Test
    void strongKeysOfEveryKindPass() throws Exception {
        for (KeyPair keys : List.of(RSA, SM2, P256, TestAuthority.ecKeys("P-384"), TestAuthority.rsaKeys(3072))) {
            for (TestAuthority root : List.of(ROOT, TestAuthority.sm2("SM2 Root"))) {
                if (root != ROOT && keys.getPublic().getAlgorithm().equals("RSA")) {
                    continue; // the JDK, which builds the paths of RSA signers, knows no SM2
                }
                VerificationReport report = verify(root, List.of(), keys, root.issue(keys.getPublic()));
                assertThat(report.passed()).as(report.toString()).isTrue();
            }
        }
    }

    @Test
    void anAuthoritySignsNoDocuments() throws Exception {
        for (KeyPair keys : List.of(RSA, SM2)) {
            TestAuthority between = ROOT.below("I", keys, keys == SM2 ? SM3 : SHA256);

            refuses(verify(ROOT, List.of(), keys, between.certificate()), Check.KEY_USAGE, "certification authority");
        }
    }

    @Test
    void aRootSignsNoDocumentsEither() throws Exception {
        for (KeyPair keys : List.of(RSA, SM2)) {
            TestAuthority root = TestAuthority.of("Root", keys, keys == SM2 ? SM3 : SHA256);

            VerificationReport report = verify(root, List.of(), keys, root.certificate());

            refuses(report, Check.KEY_USAGE, "certification authority");
        }
    }

    @Test
    void refusesAKeyThatMayOnlyEncipher() throws Exception {
        X509Certificate signer =
                ROOT.issue(SM2.getPublic(), TestAuthority.FROM, TestAuthority.UNTIL, KeyUsage.keyEncipherment);

        refuses(verify(ROOT, List.of(), SM2, signer), Check.KEY_USAGE, "may not sign");
    }

    /** All of one name and key: whoever follows each of them in turn never comes to an end. */
    @Test
    void manyCertificatesOfOneKeyAreNoMaze() throws Exception {
        for (KeyPair keys : List.of(RSA, SM2)) {
            TestAuthority maze = TestAuthority.of("Maze", keys, keys == SM2 ? SM3 : SHA256);
            List<X509Certificate> many = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                many.add(maze.below("Maze", keys, SHA256).certificate());
            }

            refuses(
                    verify(ROOT, many, keys, maze.issue(keys.getPublic())),
                    Check.CERTIFICATE_PATH,
                    "No path leads from the certificate");
        }
    }
}
