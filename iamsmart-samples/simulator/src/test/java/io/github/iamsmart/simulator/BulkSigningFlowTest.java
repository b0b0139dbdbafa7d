package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CallbackReceiver.Received;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bulk signing by a signed-in user, from the request to the last callback. */
class BulkSigningFlowTest extends ServiceTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    BulkSigningFlowTest() {
        super(IamSmartSimulatorExtension.with(builder -> builder.clock(Clock.fixed(NOW, ZoneOffset.UTC))));
    }

    @BeforeEach
    void signIn() {
        service.signIn("plus", Map.of("scope", BulkRequestBodies.SCOPES));
    }

    @Test
    void theTokenComesFirst() {
        ObjectNode body = BulkRequestBodies.hashes(service, 1);
        JsonNode answer = service.accepted(BulkRequestBodies.INITIATE, body);
        assertThat(answer.properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("authByQR", "ticketID");
        Received token = receiver.next();
        assertThat(token.contentType()).isEqualTo("application/json");
        assertThat(token.code()).isEqualTo("D00000");
        assertThat(token.content().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state", "BSQCToken");
        assertThat(token.content().path("businessID")).isEqualTo(body.path("businessID"));
        assertThat(token.content().path("state")).isEqualTo(body.path("state"));
        assertThat(token.content().path("BSQCToken").asText())
                .hasSize(32)
                .startsWith("simbulk-")
                .isNotEqualTo(token(BulkRequestBodies.hashes(service, 1)));
        SimulatedRequest request =
                simulator.findByBusinessId(body.path("businessID").asText()).orElseThrow();
        assertThat(request.flow()).isEqualTo("bulk-signing");
        assertThat(request.callback()).isEmpty();
        assertThat(request.identificationCode()).isEmpty();
    }

    @Test
    void hashesAndPdfsAreSignedInOneGo() throws Exception {
        ObjectNode body = BulkRequestBodies.hashes(service, 0);
        BulkRequestBodies.hash(body, 0).put("sigAlgo", "NONEwithRSA");
        BulkRequestBodies.pdf(body, 1);
        BulkRequestBodies.hash(body, 2);
        Received callback = approved(body);
        assertThat(callback.code()).isEqualTo("D00000");
        assertThat(callback.parts()).hasSize(2);
        assertThat(callback.parts().get(0)).contains("Content-Type: text/plain");
        assertThat(callback.parts().get(1))
                .startsWith("Content-Disposition: form-data; name=\"sigMetada\"\r\nContent-Type: application/json");
        JsonNode metadata = callback.content();
        assertThat(metadata.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "businessID", "state", "cert", "totalCallbacks", "callbackSeq", "totalSignNum", "failSignNum");
        assertThat(metadata.path("businessID")).isEqualTo(body.path("businessID"));
        assertThat(metadata.path("state")).isEqualTo(body.path("state"));
        assertThat(metadata.path("totalCallbacks").intValue()).isEqualTo(1);
        assertThat(metadata.path("callbackSeq").intValue()).isEqualTo(1);
        assertThat(metadata.path("totalSignNum").intValue()).isEqualTo(3);
        assertThat(metadata.path("failSignNum").intValue()).isZero();

        assertThat(BulkRequestBodies.file(callback))
                .startsWith("\"signatures\":[")
                .endsWith("]");
        JsonNode signatures = BulkRequestBodies.signatures(callback);
        X509Certificate certificate = SigningChecks.certificate(bytes(metadata, "cert"));
        SigningChecks.validate(certificate, intermediate(), simulator.signingRootPem());
        JsonNode ofTheDocument = signatures.get(0);
        assertThat(ofTheDocument.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("id", "hash", "timestamp", "signature");
        assertThat(ofTheDocument.path("id").asText()).isEqualTo("P-0");
        assertThat(ofTheDocument.path("timestamp").longValue()).isEqualTo(NOW.toEpochMilli());
        assertThat(verifies(certificate, BulkRequestBodies.text(0), ofTheDocument))
                .isTrue();
        JsonNode ofTheHash = signatures.get(2);
        assertThat(bytes(ofTheHash, "hash")).isEqualTo(BulkRequestBodies.digest(2));
        assertThat(verifies(certificate, BulkRequestBodies.digest(2), ofTheHash))
                .isTrue();
        JsonNode ofThePdf = signatures.get(1);
        assertThat(ofThePdf.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("id", "docDigest", "pdfSignature");
        assertThat(signerOfPdf(ofThePdf, 1)).isEqualTo(certificate);
    }

    @Test
    void oneSm2CertificateDoesForAllHashesAndPdfsBringTheirOwn() throws Exception {
        ObjectNode body = BulkRequestBodies.hashes(service, 0);
        BulkRequestBodies.pdf(body, 0);
        BulkRequestBodies.hash(body, 1).put("sigAlgo", "SM3withSM2");
        BulkRequestBodies.hash(body, 2).put("sigAlgo", "NONEwithSM2");
        Received callback = approved(body);
        X509Certificate certificate = SigningChecks.sm2Certificate(bytes(callback.content(), "cert"));
        JsonNode signatures = BulkRequestBodies.signatures(callback);
        assertThat(SigningChecks.verifies(
                        "SM3withSM2",
                        certificate.getPublicKey(),
                        BulkRequestBodies.digest(1),
                        bytes(signatures.get(1), "signature")))
                .isTrue();
        assertThat(SigningChecks.sm2DigestVerifies(
                        certificate.getPublicKey(), BulkRequestBodies.digest(2), bytes(signatures.get(2), "signature")))
                .isTrue();
        assertThat(signerOfPdf(signatures.get(0), 0).getPublicKey().getAlgorithm())
                .isEqualTo("RSA");
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"1, 1000", "7, 143", "1000, 1"})
    void aThousandDocumentsComeInAsManyCallbacksAsItTakes(int signaturesInACallback, int callbacks) throws Exception {
        ObjectNode body = BulkRequestBodies.hashes(service, 1000).put("maxCallbackSigs", signaturesInACallback);
        String ticket = service.ticket(BulkRequestBodies.INITIATE, body);
        receiver.next();
        simulator.approve(ticket);
        Set<String> ids = new HashSet<>();
        for (int sequence = 1; sequence <= callbacks; sequence++) {
            Received callback = receiver.next();
            JsonNode metadata = callback.content();
            assertThat(metadata.path("callbackSeq").intValue()).isEqualTo(sequence);
            assertThat(metadata.path("totalCallbacks").intValue()).isEqualTo(callbacks);
            assertThat(metadata.path("totalSignNum").intValue()).isEqualTo(1000);
            JsonNode signatures = BulkRequestBodies.signatures(callback);
            assertThat(signatures).hasSizeLessThanOrEqualTo(signaturesInACallback);
            signatures.forEach(one -> ids.add(one.path("id").asText()));
            int first = (sequence - 1) * signaturesInACallback;
            X509Certificate certificate = SigningChecks.certificate(bytes(metadata, "cert"));
            assertThat(verifies(certificate, BulkRequestBodies.digest(first), signatures.get(0)))
                    .isTrue();
        }
        assertThat(ids).hasSize(1000);
        assertThat(simulator.awaitCallback(ticket, PATIENCE).status()).isEqualTo("delivered");
        assertThat(receiver.waiting()).isZero();
        assertThat(bulk(body))
                .isEqualTo(new SimulatedBulkSigning("completed", 1000, 1000, 0, callbacks, callbacks, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "cancel, D71000, SS004",
        "reject, D71001, SS005",
        "fail, D71002, SS005",
        "timeout, D71003, SS005",
        "other-face, D71002, SS005",
        "other-person, D71005, SS005",
    })
    void everyOtherEndingHasItsCodeAndTheMetadataAlone(String ending, String code, String status) {
        ObjectNode body = BulkRequestBodies.hashes(service, 3)
                .put("suaMethod", "{\"unary\":[\"FR\"]}")
                .put("maxCallbackSigs", 1);
        if (ending.equals("other-person")) {
            body.put("HKICHash", SigningRequestBodies.base64(SigningRequestBodies.sha256(new byte[] {'A'})));
        }
        String ticket = service.ticket(BulkRequestBodies.INITIATE, body);
        String token = receiver.next().content().path("BSQCToken").asText();
        switch (ending) {
            case "reject" -> simulator.reject(ticket);
            case "cancel" -> simulator.cancel(ticket);
            case "fail" -> simulator.fail(ticket);
            case "timeout" -> simulator.timeout(ticket);
            case "other-face" -> simulator.approve(ticket, Approval.byTheUser().failingTheFaceCheck());
            default -> simulator.approve(ticket);
        }
        Received callback = receiver.next();
        assertThat(callback.code()).isEqualTo(code);
        assertThat(callback.parts()).hasSize(1);
        assertThat(callback.parts().get(0)).contains("name=\"sigMetada\"");
        assertThat(callback.content().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state");
        assertThat(simulator.awaitCallback(ticket, PATIENCE).status()).isEqualTo("delivered");
        assertThat(BulkRequestBodies.status(service, BulkRequestBodies.enquiry(service, body, token)))
                .isEqualTo(status);
        assertThat(bulk(body).signed()).isZero();
    }

    @Test
    void theResultsGoToAnAddressOfTheirOwn() {
        try (CallbackReceiver results = new CallbackReceiver()) {
            simulator.addRedirectUri(service.service.clientId, results.url());
            ObjectNode body = BulkRequestBodies.hashes(service, 1)
                    .put("callbackResultURI", results.url().toString());
            String ticket = service.ticket(BulkRequestBodies.INITIATE, body);
            assertThat(receiver.next().content().has("BSQCToken")).isTrue();
            simulator.approve(ticket);
            assertThat(BulkRequestBodies.signatures(results.next())).hasSize(1);
            assertThat(receiver.waiting()).isZero();
            simulator.awaitCallback(ticket, PATIENCE);
            assertThat(simulator.log())
                    .extracting(LogEntry::path)
                    .contains(receiver.url().toString(), results.url().toString());
        }
    }

    @Test
    void aCallbackThatTheServiceRefusesIsNotRepeatedAndTheOthersFollow() {
        receiver.answering(500);
        ObjectNode body = BulkRequestBodies.hashes(service, 3).put("maxCallbackSigs", 1);
        String ticket = service.ticket(BulkRequestBodies.INITIATE, body);
        receiver.next();
        simulator.approve(ticket);
        SimulatedCallback result = simulator.awaitCallback(ticket, PATIENCE);
        assertThat(result.status()).isEqualTo("failed");
        assertThat(result.httpStatus()).contains(500);
        assertThat(result.failure().orElseThrow()).startsWith("Callback 1 of 3: ");
        assertThat(receiver.waiting()).isEqualTo(3);
        assertThat(bulk(body).status()).isEqualTo("completed");
    }

    @Test
    void resetEndsWhatIsBeingSent() {
        CountDownLatch gate = new CountDownLatch(1);
        String ticket = service.ticket(
                BulkRequestBodies.INITIATE,
                BulkRequestBodies.hashes(service, 1000).put("maxCallbackSigs", 1));
        receiver.next();
        receiver.answeringAfter(gate);
        simulator.approve(ticket);
        receiver.next();
        simulator.reset();
        gate.countDown();
        service.service.fetchKey();
        service.signIn("plus", Map.of("scope", BulkRequestBodies.SCOPES));
        ObjectNode next = BulkRequestBodies.hashes(service, 1);
        String afterwards = service.ticket(BulkRequestBodies.INITIATE, next);
        simulator.approve(afterwards);
        simulator.awaitCallback(afterwards, PATIENCE);
        for (int i = 0; i < 2; i++) {
            assertThat(receiver.next().content().path("businessID")).isEqualTo(next.path("businessID"));
        }
    }

    private Received approved(ObjectNode body) {
        String ticket = service.ticket(BulkRequestBodies.INITIATE, body);
        receiver.next();
        assertThat(simulator.approve(ticket).status()).isEqualTo("approved");
        return receiver.next();
    }

    private String token(ObjectNode body) {
        service.accepted(BulkRequestBodies.INITIATE, body);
        return receiver.next().content().path("BSQCToken").asText();
    }

    private SimulatedBulkSigning bulk(JsonNode body) {
        return simulator
                .findByBusinessId(body.path("businessID").asText())
                .flatMap(SimulatedRequest::bulkSigning)
                .orElseThrow();
    }

    private X509Certificate intermediate() throws Exception {
        return SigningChecks.certificate(TestService.get(URI.create(simulator.baseUrl() + "/ca/intermediate"))
                .body());
    }

    private static boolean verifies(X509Certificate certificate, byte[] message, JsonNode signature) throws Exception {
        return SigningChecks.verifies(
                "SHA256withRSA", certificate.getPublicKey(), message, bytes(signature, "signature"));
    }

    private static X509Certificate signerOfPdf(JsonNode signature, int document) throws Exception {
        assertThat(bytes(signature, "docDigest")).isEqualTo(BulkRequestBodies.digest(document));
        CMSSignedData cms = new CMSSignedData(
                new CMSProcessableByteArray(BulkRequestBodies.text(document)), bytes(signature, "pdfSignature"));
        SignerInformation signer = cms.getSignerInfos().iterator().next();
        @SuppressWarnings("unchecked") // The selector of a signer fits its certificate.
        Optional<X509CertificateHolder> holder =
                cms.getCertificates().getMatches(signer.getSID()).stream().findFirst();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(holder.orElseThrow())))
                .isTrue();
        return SigningChecks.certificate(holder.orElseThrow().getEncoded());
    }

    private static byte[] bytes(JsonNode node, String member) {
        return Base64.getDecoder().decode(node.path(member).textValue());
    }
}
