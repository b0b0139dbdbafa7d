package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.signing.ExternalTool;
import io.github.iamsmart.signing.ExternalTool.Answer;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code openssl cms} signs, and the verifier comes to the same verdict, or says what it does not accept. */
class OpenSslCmsTest {

    private static final ExternalTool OPENSSL = new ExternalTool("openssl");
    private static final byte[] CONTENT = "the ByteRange".getBytes(UTF_8);
    private static final TestAuthority ROOT = TestAuthority.rsa("Test Root");
    private static final KeyPair RSA = TestAuthority.rsaKeys();
    private static final KeyPair P256 = TestAuthority.ecKeys("P-256");
    private static final KeyPair P384 = TestAuthority.ecKeys("P-384");

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheContent() throws Exception {
        Files.write(folder.resolve("content"), CONTENT);
    }

    private void write(String file, String label, byte[] der) throws Exception {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n",
                US_ASCII);
    }

    private void openssl(String command) throws Exception {
        Answer answer = OPENSSL.run(folder, command.split(" "));
        assertThat(answer.exitCode()).as(answer.output()).isZero();
    }

    private byte[] sign(KeyPair keys, String options) throws Exception {
        X509Certificate certificate = ROOT.issue(keys.getPublic());
        write("private.pem", "PRIVATE KEY", keys.getPrivate().getEncoded());
        write("signer.pem", "CERTIFICATE", certificate.getEncoded());
        write("root.pem", "CERTIFICATE", ROOT.certificate().getEncoded());
        openssl("cms -sign -binary -in content -signer signer.pem -inkey private.pem -outform DER -out cms " + options);
        // OpenSSL itself takes what it signed.
        openssl(
                "cms -verify -binary -inform DER -in cms -content content -CAfile root.pem -purpose any -no_check_time -out verified");
        return Files.readAllBytes(folder.resolve("cms"));
    }

    /** The signing time is that of the machine. */
    private static VerificationReport verify(byte[] cms, String content) throws Exception {
        SignatureVerifier verifier = SignatureVerifier.builder()
                .trustAnchors(List.of(ROOT.certificate()))
                .clock(new MutableClock(Instant.parse("2026-11-23T02:00:00Z")))
                .build();
        VerificationReport report =
                verifier.verifyContents(cms, () -> new ByteArrayInputStream(content.getBytes(UTF_8)), Optional.empty());
        return new VerificationReport(report.findings().stream()
                .filter(row -> row.check() != Check.VALIDITY_AT_SIGNING_TIME)
                .toList());
    }

    static Stream<Arguments> accepted() {
        String pss = " -keyopt rsa_padding_mode:pss";
        return Stream.of(
                arguments(RSA, "-md sha256", "RSA PKCS#1 v1.5 with SHA-256"),
                arguments(RSA, "-md sha384", "RSA PKCS#1 v1.5 with SHA-384"),
                arguments(RSA, "-md sha512", "RSA PKCS#1 v1.5 with SHA-512"),
                arguments(RSA, "-md sha3-256", "RSA PKCS#1 v1.5 with SHA3-256"),
                arguments(RSA, "-md sha256" + pss, "RSASSA-PSS with SHA-256"),
                arguments(RSA, "-md sha384" + pss, "RSASSA-PSS with SHA-384"),
                arguments(RSA, "-md sha512" + pss + " -keyopt rsa_pss_saltlen:20", "RSASSA-PSS with SHA-512"),
                arguments(RSA, "-md sha256" + pss + " -keyopt rsa_mgf1_md:sha1", "RSASSA-PSS with SHA-256"),
                arguments(RSA, "-md sha256 -noattr", "RSA PKCS#1 v1.5 with SHA-256"),
                arguments(RSA, "-md sha384 -noattr" + pss, "RSASSA-PSS with SHA-384"),
                arguments(RSA, "-md sha256 -cades", "RSA PKCS#1 v1.5 with SHA-256"),
                arguments(P256, "-md sha256", "ECDSA with SHA-256"),
                arguments(P384, "-md sha384", "ECDSA with SHA-384"),
                arguments(P384, "-md sha512 -noattr", "ECDSA with SHA-512"));
    }

    @ParameterizedTest(name = "{index} {1}")
    @MethodSource
    void accepted(KeyPair keys, String options, String words) throws Exception {
        byte[] cms = sign(keys, options);

        VerificationReport good = verify(cms, "the ByteRange");
        VerificationReport other = verify(cms, "another ByteRange");

        assertThat(good.passed()).as(good.toString()).isTrue();
        assertThat(good.finding(Check.SIGNATURE).orElseThrow().reason()).contains(words);
        assertThat(other.failures())
                .extracting(Finding::check)
                .containsExactly(options.contains("-noattr") ? Check.SIGNATURE : Check.MESSAGE_DIGEST);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(RSA, "-md md5", "MD5"),
                arguments(RSA, "-md sha1", "SHA-1"),
                arguments(RSA, "-md sha1 -noattr", "SHA-1"),
                arguments(RSA, "-md sha1 -keyopt rsa_padding_mode:pss", "SHA-1"),
                arguments(RSA, "-md sha224", "SHA-224"),
                arguments(P256, "-md sha1", "SHA-1"));
    }

    @ParameterizedTest(name = "{index} {1}")
    @MethodSource
    void refused(KeyPair keys, String options, String words) throws Exception {
        VerificationReport report = verify(sign(keys, options), "the ByteRange");

        assertThat(report.failures()).as(report.toString()).singleElement().satisfies(row -> {
            assertThat(row.check()).isEqualTo(Check.CMS_CONTENT);
            assertThat(row.reason()).contains(words + " is too weak");
        });
        assertThat(report.passed()).isFalse();
        assertThat(report.toString()).doesNotContain("SHA-256");
    }

    @Test
    void agreesOnATimeStamp() throws Exception {
        TimeStampAuthority authority = new TimeStampAuthority(ROOT);
        Files.write(folder.resolve("token"), authority.stamp(CONTENT, Instant.parse("2026-11-23T02:00:00Z")));
        write("root.pem", "CERTIFICATE", ROOT.certificate().getEncoded());

        openssl("ts -verify -data content -token_in -in token -CAfile root.pem -no_check_time");
        Finding row = SignatureVerifier.builder()
                .trustAnchors(List.of(ROOT.certificate()))
                .build()
                .verifyTimeStamp(Files.readAllBytes(folder.resolve("token")), () -> new ByteArrayInputStream(CONTENT));

        assertThat(row.verdict()).as(row.reason()).isEqualTo(Verdict.SKIPPED);
        assertThat(row.reason()).contains("2026-11-23T02:00:00Z", "not checked");
    }
}
