package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.MutableClock;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.ExternalTool;
import io.github.iamsmart.signing.ExternalTool.Answer;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL signs, OpenSSL verifies, and the verifier comes to the same verdict. */
class OpenSslTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final ExternalTool OPENSSL = new ExternalTool("openssl");
    private static final DocumentDigest DOCUMENT = DocumentDigest.of("a contract".getBytes(UTF_8));
    private static final DocumentDigest OTHER = DocumentDigest.of("another contract".getBytes(UTF_8));
    private static final String SIGNER_ID = "distid:1234567812345678";

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheHash() throws IOException {
        Files.write(folder.resolve("hash"), DOCUMENT.bytes());
    }

    private void write(KeyPair keys) throws IOException {
        write("private.pem", "PRIVATE KEY", keys.getPrivate());
        write("public.pem", "PUBLIC KEY", keys.getPublic());
    }

    private void write(String file, String label, Key key) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n",
                US_ASCII);
    }

    private void openssl(String... arguments) throws Exception {
        Answer answer = OPENSSL.run(folder, arguments);
        assertThat(answer.exitCode()).as(answer.output()).isZero();
    }

    /** The report on the signature that openssl wrote, over the document and over another one. */
    private void bothVerify(TestAuthority root, KeyPair keys, SignatureAlgorithm algorithm) throws Exception {
        X509Certificate certificate = root.issue(keys.getPublic());
        SignatureVerifier verifier = SignatureVerifier.builder()
                .trustAnchors(List.of(root.certificate()))
                .clock(new MutableClock(NOW))
                .build();
        byte[] signature = Files.readAllBytes(folder.resolve("signature"));

        VerificationReport report = verifier.verify(
                new HashSigningResult(DOCUMENT, NOW, signature, certificate.getEncoded()),
                new ExpectedSignature(DOCUMENT, algorithm, Optional.empty()));
        VerificationReport other = verifier.verify(
                new HashSigningResult(OTHER, NOW, signature, certificate.getEncoded()),
                new ExpectedSignature(OTHER, algorithm, Optional.empty()));

        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(other.failures()).extracting(Finding::check).containsExactly(Check.SIGNATURE);
    }

    @Test
    void agreesOnSha256WithRsaWhichHashesTheHashAgain() throws Exception {
        KeyPair keys = TestAuthority.rsaKeys();
        write(keys);

        openssl("dgst", "-sha256", "-sign", "private.pem", "-out", "signature", "hash");
        openssl("dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "hash");

        bothVerify(TestAuthority.rsa("Root"), keys, SignatureAlgorithm.SHA256_WITH_RSA);
    }

    @Test
    void agreesOnNoneWithRsaOverTheBareHash() throws Exception {
        KeyPair keys = TestAuthority.rsaKeys();
        write(keys);

        openssl("pkeyutl", "-sign", "-inkey", "private.pem", "-in", "hash", "-out", "signature");
        openssl("pkeyutl", "-verify", "-pubin", "-inkey", "public.pem", "-in", "hash", "-sigfile", "signature");

        bothVerify(TestAuthority.rsa("Root"), keys, SignatureAlgorithm.NONE_WITH_RSA);
    }

    @Test
    void agreesOnNoneWithRsaOverTheHashWithTheNameOfItsAlgorithm() throws Exception {
        KeyPair keys = TestAuthority.rsaKeys();
        write(keys);
        String named = "digest:sha256";

        openssl("pkeyutl", "-sign", "-inkey", "private.pem", "-in", "hash", "-out", "signature", "-pkeyopt", named);

        bothVerify(TestAuthority.rsa("Root"), keys, SignatureAlgorithm.NONE_WITH_RSA);
    }

    @Test
    void agreesOnSm3WithSm2() throws Exception {
        KeyPair keys = TestAuthority.sm2Keys();
        write(keys);

        openssl("dgst", "-sm3", "-sign", "private.pem", "-sigopt", SIGNER_ID, "-out", "signature", "hash");
        openssl("dgst", "-sm3", "-verify", "public.pem", "-sigopt", SIGNER_ID, "-signature", "signature", "hash");

        bothVerify(TestAuthority.sm2("Root"), keys, SignatureAlgorithm.SM3_WITH_SM2);
    }

    @Test
    void agreesOnNoneWithSm2() throws Exception {
        KeyPair keys = TestAuthority.sm2Keys();
        write(keys);

        openssl("pkeyutl", "-sign", "-inkey", "private.pem", "-in", "hash", "-out", "signature");
        openssl("pkeyutl", "-verify", "-pubin", "-inkey", "public.pem", "-in", "hash", "-sigfile", "signature");

        bothVerify(TestAuthority.sm2("Root"), keys, SignatureAlgorithm.NONE_WITH_SM2);
    }
}
