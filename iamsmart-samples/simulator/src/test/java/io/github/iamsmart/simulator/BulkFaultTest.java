package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CallbackReceiver.Received;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong with bulk signing: of its callbacks, one by one, and of its documents. */
class BulkFaultTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ObjectNode body;

    @BeforeEach
    void signIn() {
        service.signIn("plus", Map.of("scope", BulkRequestBodies.SCOPES));
        body = BulkRequestBodies.hashes(service, 6).put("maxCallbackSigs", 2);
    }

    @Test
    void aDroppedOneCountsAsSent() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_DROP));
        assertThat(sequences(approved(2))).containsExactly(2, 3);
        assertThat(bulk().sent()).isEqualTo(3);
        assertThat(bulk().status()).isEqualTo("completed");
        SimulatedCallback callback = request().callback().orElseThrow();
        assertThat(callback.status()).isEqualTo("failed");
        assertThat(callback.failure().orElseThrow()).startsWith("Callback 1 of 3: Fault callback-drop");
    }

    @Test
    void aDuplicateIsTheSameByteForByte() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_DUPLICATE).times(2));
        List<Received> all = approved(5);
        assertThat(sequences(all)).containsExactly(1, 1, 2, 2, 3);
        assertThat(all.get(0).body()).isEqualTo(all.get(1).body());
        assertThat(bulk().sent()).isEqualTo(3);
    }

    @Test
    void twoComeInTheWrongOrder() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_REORDER));
        assertThat(sequences(approved(3))).containsExactly(2, 1, 3);
    }

    @Test
    void aDelayCountsFromTheAnswerOfTheUser() {
        simulator.inject(
                Fault.of(FaultKind.CALLBACK_DELAY).delay(Duration.ofMinutes(1)).times(2));
        String ticket = service.ticket(BulkRequestBodies.INITIATE, body);
        receiver.next();
        simulator.approve(ticket);
        simulator.advance(Duration.ofMinutes(1));
        simulator.awaitCallback(ticket, PATIENCE);
        assertThat(sequences(received(3))).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aCodeComesInPlaceOfSignatures() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_ERROR_CODE).code("D79999"));
        List<Received> all = approved(3);
        assertThat(all.get(0).code()).isEqualTo("D79999");
        assertThat(all.get(0).parts()).hasSize(1);
        assertThat(all.get(0).content().size()).isEqualTo(2);
        assertThat(sequences(all.subList(1, 3))).containsExactly(2, 3);
    }

    @Test
    void theTagDoesNotMatch() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_TAMPERED_TAG));
        List<Received> all = approved(3);
        assertThatThrownBy(() -> all.get(0).content()).isInstanceOf(AssertionError.class);
        assertThat(sequences(all.subList(1, 3))).containsExactly(2, 3);
    }

    @Test
    void theKeyIsNobodysOrNew() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_FOREIGN_KEY));
        List<Received> forged = approved(3);
        assertThat(forged.get(0).key()).isNotEqualTo(service.service.cek());
        assertThat(forged.get(1).key()).isEqualTo(service.service.cek());
        simulator.inject(Fault.of(FaultKind.CALLBACK_NEW_CEK));
        body = BulkRequestBodies.hashes(service, 6).put("maxCallbackSigs", 2);
        List<Received> renewed = approved(3);
        assertThat(renewed.get(0).key()).isNotEqualTo(service.service.cek());
        assertThat(renewed.get(2).key()).isEqualTo(service.service.fetchKey());
    }

    @Test
    void theStateIsAnothers() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_WRONG_STATE));
        List<Received> all = approved(3);
        assertThat(all.get(0).content().path("state")).isNotEqualTo(body.path("state"));
        assertThat(all.get(1).content().path("state")).isEqualTo(body.path("state"));
    }

    @Test
    void theMetadataAreBare() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_BARE_CONTENT));
        JsonNode plaintext = approved(3).get(0).plaintext();
        assertThat(plaintext.has("content")).isFalse();
        assertThat(plaintext.path("callbackSeq").intValue()).isEqualTo(1);
    }

    @Test
    void aFailureComesInClearOrNamesNothing() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_FAILURE_IN_CLEAR));
        JsonNode inClear = rejected().envelope();
        assertThat(inClear.path("code").asText()).isEqualTo("D71001");
        assertThat(inClear.path("content").path("businessID")).isEqualTo(body.path("businessID"));
        assertThat(inClear.path("content").path("state")).isEqualTo(body.path("state"));
        simulator.inject(Fault.of(FaultKind.CALLBACK_FAILURE_WITHOUT_CONTENT));
        assertThat(rejected().envelope().has("content")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {
                "CALLBACK_DROP",
                "CALLBACK_DUPLICATE",
                "CALLBACK_DELAY",
                "CALLBACK_REORDER",
                "CALLBACK_ERROR_CODE",
                "CALLBACK_TAMPERED_TAG",
                "CALLBACK_FOREIGN_KEY",
                "CALLBACK_NEW_CEK",
                "CALLBACK_WRONG_STATE",
                "CALLBACK_BARE_CONTENT",
                "CALLBACK_NESTED_WITHOUT_CODE",
                "CALLBACK_NESTED_AS_TEXT",
                "CALLBACK_FAILURE_IN_CLEAR",
                "CALLBACK_FAILURE_WITHOUT_CONTENT",
                "CALLBACK_MULTIPART",
                "CALLBACK_SIGNED",
                "CALLBACK_WRONG_SIGNATURE",
            })
    void theTokenIsSpared(FaultKind kind) {
        simulator.inject(Fault.of(kind));
        service.accepted(BulkRequestBodies.INITIATE, body);
        Received token = receiver.next();
        assertThat(token.contentType()).isEqualTo("application/json");
        assertThat(token.key()).isEqualTo(service.service.cek());
        assertThat(token.content().path("state")).isEqualTo(body.path("state"));
        assertThat(token.content().has("BSQCToken")).isTrue();
        assertThat(simulator.faults()).hasSize(1);
    }

    @Test
    void theTokenIsLostAndTheSignaturesCome() {
        simulator.inject(Fault.of(FaultKind.BULK_TOKEN_DROP));
        String ticket = service.ticket(BulkRequestBodies.INITIATE, body);
        simulator.approve(ticket);
        simulator.awaitCallback(ticket, PATIENCE);
        assertThat(sequences(received(3))).containsExactly(1, 2, 3);
        assertThat(reasons()).anySatisfy(reason -> assertThat(reason).startsWith("Fault bulk-token-drop: "));
    }

    @Test
    void everythingComesBeforeTheAnswer() {
        simulator.inject(Fault.of(FaultKind.CALLBACK_BEFORE_ANSWER).onPath(BulkRequestBodies.INITIATE));
        service.accepted(BulkRequestBodies.INITIATE, body);
        assertThat(receiver.waiting()).isEqualTo(4);
        assertThat(bulk().status()).isEqualTo("completed");
    }

    @Test
    void documentsThatCannotBeSignedAreCountedInEveryCallback() {
        simulator.inject(Fault.of(FaultKind.BULK_DOCUMENT_UNSIGNED).times(3));
        List<Received> all = approved(3);
        assertThat(all)
                .extracting(one -> one.content().path("failSignNum").intValue())
                .containsOnly(3);
        assertThat(all)
                .extracting(one -> one.content().path("totalSignNum").intValue())
                .containsOnly(6);
        assertThat(BulkRequestBodies.signatures(all.get(0))).isEmpty();
        assertThat(BulkRequestBodies.signatures(all.get(1)).findValuesAsText("id"))
                .containsExactly("P-3");
        assertThat(BulkRequestBodies.signatures(all.get(2)).findValuesAsText("id"))
                .containsExactly("P-4", "P-5");
        assertThat(bulk()).isEqualTo(new SimulatedBulkSigning("completed", 6, 3, 3, 3, 3, Map.of()));
        assertThat(simulator.faults()).isEmpty();
    }

    @Test
    void noDocumentCanBeSignedUntilItIsTakenBack() {
        simulator.inject(Fault.of(FaultKind.BULK_DOCUMENT_UNSIGNED).times(0));
        approved(3);
        assertThat(bulk()).isEqualTo(new SimulatedBulkSigning("completed", 6, 0, 6, 3, 3, Map.of()));
    }

    @Test
    void theFileHasBraces() {
        simulator.inject(Fault.of(FaultKind.BULK_FILE_WITH_BRACES));
        List<Received> all = approved(3);
        assertThat(BulkRequestBodies.file(all.get(0)))
                .startsWith("{\"signatures\":[")
                .endsWith("]}");
        assertThat(BulkRequestBodies.signatures(all.get(1))).hasSize(2);
    }

    @Test
    void theFileIsSealedWithBracesOrWithout() {
        simulator.inject(Fault.of(FaultKind.BULK_FILE_SEALED).times(2));
        simulator.inject(Fault.of(FaultKind.BULK_FILE_WITH_BRACES));
        List<Received> all = approved(3);
        assertThat(opened(all.get(0))).startsWith("{\"signatures\":[");
        assertThat(opened(all.get(1))).startsWith("\"signatures\":[");
        assertThat(BulkRequestBodies.file(all.get(2))).startsWith("\"signatures\":[");
    }

    @Test
    void aSealedFileIsUnderTheKeyOfItsCallback() {
        simulator.inject(Fault.of(FaultKind.BULK_FILE_SEALED));
        simulator.inject(Fault.of(FaultKind.CALLBACK_FOREIGN_KEY));
        Received forged = approved(3).get(0);
        assertThat(forged.key()).isNotEqualTo(service.service.cek());
        assertThat(opened(forged)).startsWith("\"signatures\":[");
    }

    @Test
    void someSignaturesAreWrong() throws Exception {
        simulator.inject(Fault.of(FaultKind.SIGNATURE_WRONG).times(3));
        assertThat(verdicts(approved(3))).containsExactly(false, false, false, true, true, true);
        assertThat(reasons().stream().filter(reason -> reason.startsWith("Fault signature-wrong: ")))
                .hasSize(2);
    }

    @Test
    void anotherHashIsSigned() {
        simulator.inject(Fault.of(FaultKind.SIGNATURE_OTHER_HASH));
        JsonNode first = BulkRequestBodies.signatures(approved(3).get(0)).get(0);
        assertThat(Base64.getDecoder().decode(first.path("hash").asText()))
                .hasSize(32)
                .isNotEqualTo(BulkRequestBodies.digest(0));
    }

    @Test
    void aWholeCallbackHasACertificateThatNobodyTrusts() throws Exception {
        simulator.inject(Fault.of(FaultKind.SIGNATURE_FOREIGN_CERTIFICATE));
        List<Received> all = approved(3);
        List<X509Certificate> certificates = new ArrayList<>();
        for (Received one : all) {
            certificates.add(certificate(one));
        }
        assertThat(certificates.get(0)).isNotEqualTo(certificates.get(1));
        assertThat(certificates.get(1)).isEqualTo(certificates.get(2));
        assertThat(certificates.get(0).getSubjectX500Principal())
                .isEqualTo(certificates.get(1).getSubjectX500Principal());
        assertThat(verdicts(all)).containsOnly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/signing/initiateRequest", "another client"})
    void faultsOfOthersAreNotItsOwn(String whose) throws Exception {
        Fault fault = Fault.of(FaultKind.SIGNATURE_WRONG);
        simulator.inject(whose.startsWith("/") ? fault.onPath(whose) : fault.forClient(whose));
        assertThat(verdicts(approved(3))).containsOnly(true);
        assertThat(simulator.faults()).hasSize(1);
    }

    /** The callbacks after the token, once all are sent. */
    private List<Received> approved(int callbacks) {
        String ticket = service.ticket(BulkRequestBodies.INITIATE, body);
        assertThat(receiver.next().content().has("BSQCToken")).isTrue();
        simulator.approve(ticket);
        List<Received> all = received(callbacks);
        assertThat(simulator.awaitCallback(ticket, PATIENCE)).isNotEqualTo(SimulatedCallback.PENDING);
        assertThat(receiver.waiting()).isZero();
        return all;
    }

    /** What tells that there will be no signatures. */
    private Received rejected() {
        body.put("businessID", "rejected-" + simulator.requests().size());
        String ticket = service.ticket(BulkRequestBodies.INITIATE, body);
        assertThat(receiver.next().content().has("BSQCToken")).isTrue();
        simulator.reject(ticket);
        return receiver.next();
    }

    private List<Received> received(int callbacks) {
        return IntStream.range(0, callbacks).mapToObj(i -> receiver.next()).toList();
    }

    private static List<Integer> sequences(List<Received> callbacks) {
        return callbacks.stream()
                .map(one -> one.content().path("callbackSeq").intValue())
                .toList();
    }

    private static List<Boolean> verdicts(List<Received> callbacks) throws Exception {
        List<Boolean> verdicts = new ArrayList<>();
        for (Received callback : callbacks) {
            for (JsonNode one : BulkRequestBodies.signatures(callback)) {
                verdicts.add(SigningChecks.verifies(
                        "SHA256withRSA",
                        certificate(callback).getPublicKey(),
                        Base64.getDecoder().decode(one.path("hash").asText()),
                        Base64.getDecoder().decode(one.path("signature").asText())));
            }
        }
        return verdicts;
    }

    private static X509Certificate certificate(Received callback) throws Exception {
        return SigningChecks.certificate(
                Base64.getDecoder().decode(callback.content().path("cert").asText()));
    }

    private static String opened(Received callback) {
        return new String(TestService.open(callback.key(), BulkRequestBodies.file(callback)), StandardCharsets.UTF_8);
    }

    private List<String> reasons() {
        return simulator.log().stream()
                .flatMap(entry -> entry.reason().stream())
                .toList();
    }

    private SimulatedRequest request() {
        return simulator.findByBusinessId(body.path("businessID").asText()).orElseThrow();
    }

    private SimulatedBulkSigning bulk() {
        return request().bulkSigning().orElseThrow();
    }
}
