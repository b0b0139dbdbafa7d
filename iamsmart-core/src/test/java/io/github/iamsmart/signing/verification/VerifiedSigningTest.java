package io.github.iamsmart.signing.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.requests.RequestOutcome.TimedOut;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.SigningApi;
import io.github.iamsmart.signing.SigningDetails;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifiedSigningTest {

    private static final String ACKNOWLEDGE = "/api/v1/account/signing/ackResult";
    private static final TestAuthority ROOT = TestAuthority.rsa("Test Root");
    private static final KeyPair KEYS = TestAuthority.rsaKeys();
    private static final X509Certificate SIGNER = ROOT.issue(KEYS.getPublic());
    private static final HashSigningRequest REQUEST = new HashSigningRequest(
            DocumentDigest.of("a contract".getBytes(UTF_8)),
            SigningDetails.builder().build());

    private record Handled(RequestOutcome<?> outcome, Optional<VerificationReport> report) {}

    private final FlowWorld world = new FlowWorld();
    private final SigningApi signing = world.client.signing();
    private final List<Handled> handled = new ArrayList<>();
    private final RequestOptions options = FlowWorld.options().build();
    private final VerifiedSigning handler = new VerifiedSigning(
            signing,
            SignatureVerifier.builder()
                    .trustAnchors(List.of(ROOT.certificate()))
                    .clock(world.clock)
                    .build(),
            request -> ExpectedSignature.of(REQUEST),
            (outcome, report) -> handled.add(new Handled(outcome, report)));

    @BeforeEach
    void begin() {
        world.accepts("/api/v1/account/signing/initiateRequest", true);
        world.answers(ACKNOWLEDGE, "{}");
        signing.initiateHash(FlowWorld.token(), REQUEST, options);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void callback(String code, String members) {
        world.client
                .callbacks()
                .accept(
                        world.gateway.callback(code, """
                {"businessID":"%s","state":"%s"%s}""".formatted(
                                        options.businessId(), options.state().value(), members)),
                        "application/json");
    }

    private void signed(DocumentDigest digest) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEYS.getPrivate());
        signature.update(digest.bytes());
        Base64.Encoder base64 = Base64.getEncoder();
        callback("D00000", """
                ,"hashCode":"%s","timestamp":%d,"signature":"%s","cert":"%s"
                """.formatted(
                        REQUEST.digest(),
                        world.clock.millis(),
                        base64.encodeToString(signature.sign()),
                        base64.encodeToString(SIGNER.getEncoded())));
    }

    private void deliver() {
        world.client.requests().deliverDue(handler);
    }

    private List<String> acknowledged() {
        return world.received(ACKNOWLEDGE).stream()
                .filter(sent -> sent.get("businessID")
                        .textValue()
                        .equals(options.businessId().value()))
                .map((JsonNode sent) -> sent.get("signingResult").textValue())
                .toList();
    }

    @Test
    void acceptsAGoodSignature() throws Exception {
        signed(REQUEST.digest());

        deliver();

        assertThat(acknowledged()).containsExactly("SR001");
        assertThat(handled).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isInstanceOf(Completed.class);
            assertThat(it.report().orElseThrow().passed()).isTrue();
        });
    }

    @Test
    void rejectsABadOne() throws Exception {
        signed(DocumentDigest.of("another contract".getBytes(UTF_8)));

        deliver();

        assertThat(acknowledged()).containsExactly("SR002");
        assertThat(handled)
                .singleElement()
                .satisfies(it -> assertThat(it.report().orElseThrow().passed()).isFalse());
    }

    @Test
    void rejectsAResultThatCannotBeRead() {
        callback("D00000", ",\"signature\":\"?\"");

        deliver();

        assertThat(acknowledged()).containsExactly("SR002");
    }

    @Test
    void tellsThatNothingCame() {
        world.clock.advance(Duration.ofMinutes(18));

        deliver();

        assertThat(acknowledged()).containsExactly("SR003");
        assertThat(handled).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isInstanceOf(TimedOut.class);
            assertThat(it.report()).isEmpty();
        });
    }

    @Test
    void tellsThatNothingCameWhenTheUserDeclined() {
        callback("D70001", "");

        deliver();

        assertThat(acknowledged()).containsExactly("SR003");
        assertThat(handled)
                .singleElement()
                .satisfies(it -> assertThat(it.outcome()).isInstanceOf(Declined.class));
    }

    @Test
    void aRefusalIsOverWhateverTheGatewayMakesOfTheAcknowledgement() {
        world.refuses(ACKNOWLEDGE, "D70006");
        callback("D70001", "");

        deliver();
        world.clock.advance(Duration.ofMinutes(1));
        deliver();

        assertThat(acknowledged()).containsExactly("SR003");
        assertThat(handled).hasSize(1);
    }

    @Test
    void anAcknowledgementThatIsRefusedForGoodIsNotSentAgain() throws Exception {
        world.refuses(ACKNOWLEDGE, "D20012");
        signed(REQUEST.digest());

        deliver();
        world.clock.advance(Duration.ofMinutes(1));
        deliver();

        assertThat(acknowledged()).containsExactly("SR001");
        assertThat(handled).hasSize(1);
    }

    @Test
    void anAcknowledgementThatWasNotProcessedIsSentAgain() throws Exception {
        world.refuses(ACKNOWLEDGE, "D70006");
        signed(REQUEST.digest());
        deliver();
        assertThat(handled).hasSize(1);

        world.answers(ACKNOWLEDGE, "{}");
        world.clock.advance(Duration.ofMinutes(1));
        deliver();
        world.clock.advance(Duration.ofMinutes(1));
        deliver();

        assertThat(acknowledged()).containsExactly("SR001", "SR001");
        assertThat(handled).hasSize(2);
    }

    @Test
    void tellsNothingWhileTheApplicationCannotTakeTheSignature() throws Exception {
        signed(REQUEST.digest());
        VerifiedSigning failing = new VerifiedSigning(
                signing,
                SignatureVerifier.builder()
                        .trustAnchors(List.of(ROOT.certificate()))
                        .build(),
                request -> ExpectedSignature.of(REQUEST),
                (outcome, report) -> {
                    throw new IllegalStateException("no database");
                });

        world.client.requests().deliverDue(failing);

        assertThat(acknowledged()).isEmpty();
    }

    private VerifiedSigning hashes(List<VerificationReport> reports) {
        return VerifiedSigning.ofHashes(
                signing,
                SignatureVerifier.builder()
                        .trustAnchors(List.of(ROOT.certificate()))
                        .clock(world.clock)
                        .build(),
                request -> {
                    assertThat(request.businessId()).isEqualTo(options.businessId());
                    return REQUEST;
                },
                (request, signature, report) -> {
                    assertThat(request.businessId()).isEqualTo(options.businessId());
                    assertThat(signature.signature()).isNotEmpty();
                    reports.add(report);
                });
    }

    @Test
    void aHandlerOfHashesGetsEachSignatureWithItsReport() throws Exception {
        List<VerificationReport> reports = new ArrayList<>();
        signed(REQUEST.digest());

        world.client.requests().deliverDue(hashes(reports));

        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.passed()).isTrue());
        assertThat(acknowledged()).containsExactly("SR001");
    }

    @Test
    void aHandlerOfHashesGetsABadSignatureToo() throws Exception {
        List<VerificationReport> reports = new ArrayList<>();
        signed(DocumentDigest.of("another contract".getBytes(UTF_8)));

        world.client.requests().deliverDue(hashes(reports));

        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.passed()).isFalse());
        assertThat(acknowledged()).containsExactly("SR002");
    }

    @Test
    void aHandlerOfHashesIsNotCalledForARefusalWhichTheGatewayHearsOf() {
        List<VerificationReport> reports = new ArrayList<>();
        callback("D70001", "");

        world.client.requests().deliverDue(hashes(reports));

        assertThat(reports).isEmpty();
        assertThat(acknowledged()).containsExactly("SR003");
    }

    @Test
    void aHandlerOfPdfsLeavesHashesAlone() throws Exception {
        VerifiedSigning pdfs = VerifiedSigning.ofPdfs(
                signing,
                SignatureVerifier.builder()
                        .trustAnchors(List.of(ROOT.certificate()))
                        .build(),
                request -> {
                    throw new IllegalStateException("not a PDF");
                },
                (request, signature, report) -> {
                    throw new IllegalStateException("not a PDF");
                });
        signed(REQUEST.digest());

        assertThat(world.client.requests().deliverDue(pdfs)).isEqualTo(1);

        assertThat(acknowledged()).isEmpty();
    }
}
