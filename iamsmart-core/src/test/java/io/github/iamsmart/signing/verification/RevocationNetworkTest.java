package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.MutableClock;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The certificate names an OCSP responder and a list, which are asked only with leave. */
class RevocationNetworkTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final DocumentDigest DOCUMENT = DocumentDigest.of("a contract".getBytes(UTF_8));
    private static final TestAuthority ROOT = TestAuthority.rsa("Test Root");
    private static final KeyPair KEYS = TestAuthority.rsaKeys();

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<byte[]> answer = new AtomicReference<>();
    private final AtomicReference<byte[]> list = new AtomicReference<>();
    private final MutableClock clock = new MutableClock(NOW);
    private HttpServer server;
    private X509Certificate signer;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ocsp", exchange -> answer(exchange, answer.get()));
        server.createContext("/list", exchange -> answer(exchange, list.get()));
        server.start();
        signer = ROOT.issue(KEYS.getPublic(), at("/ocsp"), at("/list"));
        answer.set(ROOT.ocsp(signer, null, NOW));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        calls.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        if (body == null) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private SignatureVerifier.Builder verifier(RevocationSource source) {
        return SignatureVerifier.builder()
                .trustAnchors(List.of(ROOT.certificate()))
                .revocation(source)
                .clock(clock);
    }

    private VerificationReport verify(RevocationSource source) throws Exception {
        return verify(verifier(source).build());
    }

    private VerificationReport verify(SignatureVerifier verifier) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEYS.getPrivate());
        signature.update(DOCUMENT.bytes());
        return verifier.verify(
                new HashSigningResult(DOCUMENT, NOW.minusSeconds(30), signature.sign(), signer.getEncoded()),
                new ExpectedSignature(DOCUMENT, SignatureAlgorithm.SHA256_WITH_RSA, Optional.empty()));
    }

    private String reason(VerificationReport report) {
        return report.finding(Check.REVOCATION).orElseThrow().reason();
    }

    @Test
    void isAskedWhereTheNetworkMayBeUsed() throws Exception {
        VerificationReport report = verify(RevocationSource.NETWORK);

        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(calls).hasPositiveValue();
    }

    @Test
    void isBelievedWhenItSaysRevoked() throws Exception {
        answer.set(ROOT.ocsp(signer, NOW.minusSeconds(100), NOW));

        assertThat(verify(RevocationSource.NETWORK).failures())
                .extracting(Finding::check)
                .containsExactly(Check.REVOCATION);
    }

    @Test
    void isNotAskedOtherwise() throws Exception {
        VerificationReport report = verify(new RevocationSource() {});

        assertThat(report.failures()).extracting(Finding::check).containsExactly(Check.REVOCATION);
        assertThat(calls).hasValue(0);
    }

    @Test
    void theListIsFetchedWhereTheResponderHasNoAnswer() throws Exception {
        answer.set(null);
        list.set(ROOT.crl(ROOT.issue(KEYS.getPublic()), NOW, NOW).getEncoded());
        assertThat(verify(RevocationSource.NETWORK).conclusion()).isEqualTo(Conclusion.GOOD);

        list.set(ROOT.crl(signer, NOW.minusSeconds(100), NOW).getEncoded());
        assertThat(reason(verify(RevocationSource.NETWORK))).contains("was revoked at");
    }

    @Test
    void nobodyWhoAnswersIsNoNews() throws Exception {
        answer.set(null);
        VerificationReport strict = verify(RevocationSource.NETWORK);
        VerificationReport lenient = verify(
                verifier(RevocationSource.NETWORK).allowUnknownRevocation().build());

        assertThat(strict.failures()).extracting(Finding::check).containsExactly(Check.REVOCATION);
        assertThat(lenient.conclusion()).isEqualTo(Conclusion.GOOD_AS_FAR_AS_CHECKED);
        assertThat(reason(lenient)).contains("cannot be shown", "cannot be fetched");

        server.stop(0);
        assertThat(verify(verifier(RevocationSource.NETWORK)
                                .allowUnknownRevocation()
                                .build())
                        .conclusion())
                .isEqualTo(Conclusion.GOOD_AS_FAR_AS_CHECKED);
    }

    @Test
    void whatIsNoAnswerIsNoNews() throws Exception {
        for (byte[] wrong : List.of(new byte[0], "<html>".getBytes(UTF_8), new byte[300_000])) {
            answer.set(wrong);
            list.set(wrong);

            assertThat(reason(verify(RevocationSource.NETWORK))).contains("cannot be shown");
        }
    }

    /** Many documents are signed at once; an outage must not be waited for with each of them. */
    @Test
    void isAskedOnceAMinute() throws Exception {
        answer.set(null);
        SignatureVerifier verifier =
                verifier(RevocationSource.NETWORK).allowUnknownRevocation().build();
        for (int i = 0; i < 20; i++) {
            verify(verifier);
        }
        assertThat(calls).as("the responder, and the list").hasValue(2);

        answer.set(ROOT.ocsp(signer, null, NOW));
        clock.advance(Duration.ofMinutes(1));

        assertThat(verify(verifier).conclusion()).isEqualTo(Conclusion.GOOD);
        assertThat(calls).hasValue(3);
    }

    @Test
    void worksForSm2Too() throws Exception {
        TestAuthority root = TestAuthority.sm2("SM2 Root");
        KeyPair keys = TestAuthority.sm2Keys();
        X509Certificate certificate = root.issue(keys.getPublic(), at("/ocsp"), at("/list"));
        Signature signature = Signature.getInstance("SM3withSM2", TestAuthority.LIBRARY);
        signature.initSign(keys.getPrivate());
        signature.update(DOCUMENT.bytes());
        HashSigningResult result = new HashSigningResult(DOCUMENT, NOW, signature.sign(), certificate.getEncoded());
        ExpectedSignature expected = new ExpectedSignature(DOCUMENT, SignatureAlgorithm.SM3_WITH_SM2, Optional.empty());

        answer.set(root.ocsp(certificate, null, NOW));
        assertThat(verifier(RevocationSource.NETWORK)
                        .trustAnchors(List.of(root.certificate()))
                        .build()
                        .verify(result, expected)
                        .conclusion())
                .isEqualTo(Conclusion.GOOD);

        answer.set(null);
        list.set(root.crl(certificate, NOW.minusSeconds(1), NOW).getEncoded());
        assertThat(reason(verifier(RevocationSource.NETWORK)
                        .trustAnchors(List.of(root.certificate()))
                        .build()
                        .verify(result, expected)))
                .contains("was revoked at");
    }
}
