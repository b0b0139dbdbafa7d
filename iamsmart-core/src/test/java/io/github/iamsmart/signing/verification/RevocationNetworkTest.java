package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.MutableClock;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.SignatureAlgorithm;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The certificate names an OCSP responder, which is asked only with leave. */
class RevocationNetworkTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final DocumentDigest DOCUMENT = DocumentDigest.of("a contract".getBytes(UTF_8));
    private static final TestAuthority ROOT = TestAuthority.rsa("Test Root");
    private static final KeyPair KEYS = TestAuthority.rsaKeys();

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<byte[]> answer = new AtomicReference<>();
    private HttpServer responder;
    private X509Certificate signer;

    @BeforeEach
    void start() throws Exception {
        responder = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        responder.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.get().length);
            exchange.getResponseBody().write(answer.get());
            exchange.close();
        });
        responder.start();
        signer = ROOT.issue(
                KEYS.getPublic(),
                URI.create("http://127.0.0.1:" + responder.getAddress().getPort() + "/ocsp"));
        // The JDK judges what it fetches by the real time.
        answer.set(ROOT.ocsp(signer, null, Instant.now()));
    }

    @AfterEach
    void stop() {
        responder.stop(0);
    }

    private VerificationReport verify(RevocationSource source) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEYS.getPrivate());
        signature.update(DOCUMENT.bytes());
        return SignatureVerifier.builder()
                .trustAnchors(List.of(ROOT.certificate()))
                .revocation(source)
                .clock(new MutableClock(NOW))
                .build()
                .verify(
                        new HashSigningResult(DOCUMENT, NOW.minusSeconds(30), signature.sign(), signer.getEncoded()),
                        new ExpectedSignature(DOCUMENT, SignatureAlgorithm.SHA256_WITH_RSA, Optional.empty()));
    }

    @Test
    void isAskedWhereTheNetworkMayBeUsed() throws Exception {
        VerificationReport report = verify(RevocationSource.NETWORK);

        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(calls).hasPositiveValue();
    }

    @Test
    void isBelievedWhenItSaysRevoked() throws Exception {
        answer.set(ROOT.ocsp(signer, NOW.minusSeconds(100), Instant.now()));

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
}
