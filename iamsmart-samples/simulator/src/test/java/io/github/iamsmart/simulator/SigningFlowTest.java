package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CallbackReceiver.Received;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing by a signed-in user, from the request to the acknowledgement. */
class SigningFlowTest extends ServiceTest {
    private static final Instant NOW = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    SigningFlowTest() {
        super(IamSmartSimulatorExtension.with(builder -> builder.clock(Clock.fixed(NOW, ZoneOffset.UTC))));
    }

    @BeforeEach
    void signIn() {
        service.signIn("plus", Map.of("scope", SigningRequestBodies.SCOPES));
    }

    @Test
    void aHashIsSignedWithRsaAndHashedAgain() throws Exception {
        ObjectNode body = SigningRequestBodies.hash(service);
        JsonNode result = signed(SigningRequestBodies.HASH, body);
        assertThat(result.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state", "hashCode", "timestamp", "signature", "cert");
        assertThat(result.path("businessID")).isEqualTo(body.path("businessID"));
        assertThat(result.path("state")).isEqualTo(body.path("state"));
        assertThat(result.path("hashCode")).isEqualTo(body.path("hashCode"));
        assertThat(result.path("timestamp").longValue()).isEqualTo(NOW.toEpochMilli());
        X509Certificate certificate = SigningChecks.certificate(bytes(result, "cert"));
        byte[] hash = SigningRequestBodies.sha256(SigningRequestBodies.DOCUMENT);
        assertThat(SigningChecks.verifies(
                        "SHA256withRSA", certificate.getPublicKey(), hash, bytes(result, "signature")))
                .isTrue();
        SigningChecks.validate(certificate, intermediate(), simulator.signingRootPem());
    }

    @Test
    void noneWithRsaIsASignatureOverTheDocument() throws Exception {
        JsonNode result = signed(
                SigningRequestBodies.HASH, SigningRequestBodies.hash(service).put("sigAlgo", "NONEwithRSA"));
        X509Certificate certificate = SigningChecks.certificate(bytes(result, "cert"));
        assertThat(SigningChecks.verifies(
                        "SHA256withRSA",
                        certificate.getPublicKey(),
                        SigningRequestBodies.DOCUMENT,
                        bytes(result, "signature")))
                .isTrue();
    }

    @Test
    void sm3WithSm2HashesAgainAndNoneWithSm2DoesNot() throws Exception {
        byte[] hash = SigningRequestBodies.sm3(SigningRequestBodies.DOCUMENT);
        JsonNode hashed = signed(SigningRequestBodies.HASH, SigningRequestBodies.sm2Hash(service, "SM3withSM2"));
        X509Certificate certificate = SigningChecks.sm2Certificate(bytes(hashed, "cert"));
        assertThat(SigningChecks.verifies("SM3withSM2", certificate.getPublicKey(), hash, bytes(hashed, "signature")))
                .isTrue();
        certificate.verify(intermediate().getPublicKey());

        JsonNode bare = signed(SigningRequestBodies.HASH, SigningRequestBodies.sm2Hash(service, "NONEwithSM2"));
        assertThat(bytes(bare, "cert")).isEqualTo(bytes(hashed, "cert"));
        assertThat(SigningChecks.sm2DigestVerifies(certificate.getPublicKey(), hash, bytes(bare, "signature")))
                .isTrue();
    }

    @Test
    void aPdfIsSignedByADetachedCmsWithTheChain() throws Exception {
        ObjectNode body = SigningRequestBodies.pdf(service);
        JsonNode result = signed(SigningRequestBodies.PDF, body);
        assertThat(result.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state", "docDigest", "pdfSignature");
        assertThat(result.path("docDigest")).isEqualTo(body.path("docDigest"));
        CMSSignedData cms = new CMSSignedData(
                new CMSProcessableByteArray(SigningRequestBodies.DOCUMENT), bytes(result, "pdfSignature"));
        assertThat(cms.isDetachedSignature()).isTrue();
        X509CertificateHolder signer = verified(cms);
        X509Certificate certificate = SigningChecks.certificate(signer.getEncoded());
        SigningChecks.validate(certificate, intermediate(), simulator.signingRootPem());
        assertThat(cms.getCertificates().getMatches(null)).hasSize(3);

        SignerInformation info = cms.getSignerInfos().iterator().next();
        assertThat(Time.getInstance(info.getSignedAttributes()
                                .get(CMSAttributes.signingTime)
                                .getAttributeValues()[0])
                        .getDate())
                .isEqualTo(Date.from(NOW));
        SigningCertificateV2 reference = SigningCertificateV2.getInstance(info.getSignedAttributes()
                .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .getAttributeValues()[0]);
        assertThat(reference.getCerts()[0].getCertHash()).isEqualTo(SigningRequestBodies.sha256(signer.getEncoded()));
    }

    @ParameterizedTest
    @CsvSource({
        "/account/signing/initiateRequest, cancel, D70000",
        "/account/signing/initiateRequest, reject, D70001",
        "/account/signing/initiateRequest, fail, D70002",
        "/account/signing/initiateRequest, timeout, D70003",
        "/account/pdfsigning/initiateRequest, cancel, D70000",
        "/account/pdfsigning/initiateRequest, reject, D70001",
        "/account/pdfsigning/initiateRequest, fail, D70002",
        "/account/pdfsigning/initiateRequest, timeout, D70003",
    })
    void everyOtherEndingHasItsCode(String path, String ending, String code) {
        ObjectNode body = both();
        String ticket = service.ticket(path, body);
        switch (ending) {
            case "reject" -> simulator.reject(ticket);
            case "cancel" -> simulator.cancel(ticket);
            case "fail" -> simulator.fail(ticket);
            default -> simulator.timeout(ticket);
        }
        assertFailed(code, body);
    }

    @Test
    void theOneWhoHasToSignSigns() {
        signed(
                SigningRequestBodies.HASH,
                SigningRequestBodies.hash(service).put("HKICHash", SigningRequestBodies.HKIC_HASH));
        ObjectNode body = both().put(
                        "HKICHash",
                        SigningRequestBodies.base64(SigningRequestBodies.sha256(new byte[] {'A', '1', '2', '3'})));
        for (String path : List.of(SigningRequestBodies.HASH, SigningRequestBodies.PDF)) {
            body.put("businessID", "another-" + path.length());
            Outcome outcome = simulator.approve(service.ticket(path, body));
            assertThat(outcome.status()).isEqualTo("failed");
            assertFailed("D70005", body);
        }
    }

    @Test
    void aStepUpIsPassedOrNot() {
        ObjectNode body = SigningRequestBodies.hash(service)
                .put("suaMethod", "{\"and\": [\"FR\", \"NFC\"]}")
                .put("suaWaitPeriod", 48);
        assertThat(signed(SigningRequestBodies.HASH, body).has("signature")).isTrue();

        ObjectNode again = SigningRequestBodies.hash(service).put("suaMethod", "{\"unary\":[\"NFC\"]}");
        String ticket = service.ticket(SigningRequestBodies.HASH, again);
        simulator.approve(ticket, Approval.byTheUser().failingTheFaceCheck());
        assertFailed("D70002", again);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D77000", "D77001", "D77002", "D77003", "D77004"})
    void aFaultSaysWhyAStepUpFails(String code) {
        simulator.inject(Fault.of(FaultKind.STEP_UP_FAILED).code(code));
        signed(SigningRequestBodies.HASH, SigningRequestBodies.hash(service)); // has no step-up
        for (String path : List.of(SigningRequestBodies.HASH, SigningRequestBodies.PDF)) {
            simulator.clearFaults();
            simulator.inject(Fault.of(FaultKind.STEP_UP_FAILED).onPath(path).code(code));
            ObjectNode body = both().put("suaMethod", "{\"unary\":[\"FR\"]}");
            simulator.approve(service.ticket(path, body));
            assertFailed(code, body);
        }
    }

    @Test
    void theRevokedAndTheExpiredPersonaSignAndAreNotBelieved() throws Exception {
        X509Certificate revoked = certificateOf("revoked-certificate");
        assertThatThrownBy(() -> SigningChecks.validate(revoked, intermediate(), simulator.signingRootPem()))
                .isInstanceOfSatisfying(
                        CertPathValidatorException.class,
                        e -> assertThat(e.getReason()).isEqualTo(BasicReason.REVOKED));
        X509Certificate expired = certificateOf("expired-certificate");
        assertThatThrownBy(() -> expired.checkValidity(Date.from(NOW))).isInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void theListsCoverTheCertificatesOfSm2Too() throws Exception {
        X509Certificate good = sm2CertificateOf("plus");
        SigningChecks.validateByLists(good, intermediate(), simulator.signingRootPem(), lists());
        X509Certificate revoked = sm2CertificateOf("revoked-certificate");
        assertThatThrownBy(() ->
                        SigningChecks.validateByLists(revoked, intermediate(), simulator.signingRootPem(), lists()))
                .isInstanceOf(CertPathValidatorException.class)
                .hasMessageContaining("revo");
    }

    @Test
    void theCertificateBetweenIsTheOneThatIsPublished() throws Exception {
        assertThat(SigningChecks.certificate(simulator.signingIntermediatePem().getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(intermediate());
    }

    @Test
    void theRootComesFromTheControlApi() {
        assertThat(TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/control/ca"))))
                .isEqualTo(simulator.signingRootPem())
                .startsWith("-----BEGIN CERTIFICATE-----\n");
        simulator.reset();
        assertThat(TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/control/ca"))))
                .isEqualTo(simulator.signingRootPem());
    }

    @Test
    void anAcknowledgementIsRecorded() {
        ObjectNode body = SigningRequestBodies.hash(service);
        signed(SigningRequestBodies.HASH, body);
        String businessId = body.path("businessID").asText();
        assertThat(simulator.findByBusinessId(businessId).orElseThrow().acknowledged())
                .isEmpty();
        assertThat(service.accepted(
                        SigningRequestBodies.ACK, SigningRequestBodies.acknowledgement(businessId, "SR001")))
                .isEmpty();
        assertThat(simulator.findByBusinessId(businessId).orElseThrow().acknowledged())
                .contains("SR001");
        assertThat(control(businessId).path("acknowledged").asText()).isEqualTo("SR001");
        assertThat(acknowledged(businessId, "SR002")).isEqualTo("D70006");
        assertThat(simulator.findByBusinessId(businessId).orElseThrow().acknowledged())
                .contains("SR001");
    }

    @Test
    void anAcknowledgementThatFitsNothingIsRefused() {
        assertThat(acknowledged("unknown", "SR001")).isEqualTo("D70006");
        ObjectNode body = SigningRequestBodies.pdf(service);
        String businessId = body.path("businessID").asText();
        String ticket = service.ticket(SigningRequestBodies.PDF, body);
        assertThat(acknowledged(businessId, "SR003")).isEqualTo("D70006");
        simulator.reject(ticket);
        assertThat(acknowledged(businessId, "SR001")).isEqualTo("D70006");
        assertThat(acknowledged(businessId, "SR004")).isEqualTo("D20003");
        assertThat(acknowledged(businessId, "")).isEqualTo("D20002");
        SignedInService other = new SignedInService(simulator, receiver);
        assertThat(other.post(SigningRequestBodies.ACK, SigningRequestBodies.acknowledgement(businessId, "SR003"))
                        .path("code")
                        .asText())
                .isEqualTo("D70006");
        assertThat(acknowledged(businessId, "SR003")).isEqualTo("D00000");
    }

    @Test
    void onlySigningIsAcknowledged() {
        service.signIn("plus");
        ObjectNode body = service.profile("idNo");
        simulator.approve(service.ticket(SignedInService.PROFILE, body));
        receiver.next();
        assertThat(acknowledged(body.path("businessID").asText(), "SR001")).isEqualTo("D70006");
    }

    @Test
    void theCodeOfTheVectorStandsInTheRequest() {
        ObjectNode body = SigningRequestBodies.hash(service);
        String ticket = service.ticket(SigningRequestBodies.HASH, body);
        SimulatedRequest request =
                simulator.findByBusinessId(body.path("businessID").asText()).orElseThrow();
        assertThat(request.ticketId()).isEqualTo(ticket);
        assertThat(request.flow()).isEqualTo("hash-signing");
        assertThat(request.identificationCode().orElseThrow()).matches("\\d{4}");
        assertThat(control(body.path("businessID").asText())
                        .path("identificationCode")
                        .asText())
                .isEqualTo(request.identificationCode().orElseThrow());
    }

    @Test
    void aWrongSignatureIsOneThatVerifiesNowhere() throws Exception {
        simulator.inject(Fault.of(FaultKind.SIGNATURE_WRONG).times(2));
        JsonNode result = signed(SigningRequestBodies.HASH, SigningRequestBodies.hash(service));
        X509Certificate certificate = SigningChecks.certificate(bytes(result, "cert"));
        byte[] hash = SigningRequestBodies.sha256(SigningRequestBodies.DOCUMENT);
        assertThat(SigningChecks.verifies(
                        "SHA256withRSA", certificate.getPublicKey(), hash, bytes(result, "signature")))
                .isFalse();
        JsonNode pdf = signed(SigningRequestBodies.PDF, SigningRequestBodies.pdf(service));
        CMSSignedData cms = new CMSSignedData(
                new CMSProcessableByteArray(SigningRequestBodies.DOCUMENT), bytes(pdf, "pdfSignature"));
        assertThat(verifies(cms)).isFalse();
    }

    @Test
    void theLogNamesTheFault() {
        simulator.inject(Fault.of(FaultKind.SIGNATURE_OTHER_HASH));
        ObjectNode body = SigningRequestBodies.hash(service);
        String ticket = service.ticket(SigningRequestBodies.HASH, body);
        simulator.approve(ticket);
        simulator.awaitCallback(ticket, Duration.ofSeconds(20));
        assertThat(service.lastReason()).startsWith("Fault signature-other-hash: ");
    }

    @Test
    void aForeignCertificateHasTheRightNamesAndTheWrongRoot() throws Exception {
        simulator.inject(Fault.of(FaultKind.SIGNATURE_FOREIGN_CERTIFICATE));
        JsonNode result = signed(SigningRequestBodies.HASH, SigningRequestBodies.hash(service));
        X509Certificate certificate = SigningChecks.certificate(bytes(result, "cert"));
        byte[] hash = SigningRequestBodies.sha256(SigningRequestBodies.DOCUMENT);
        assertThat(SigningChecks.verifies(
                        "SHA256withRSA", certificate.getPublicKey(), hash, bytes(result, "signature")))
                .isTrue();
        assertThat(certificate.getIssuerX500Principal())
                .isEqualTo(intermediate().getSubjectX500Principal());
        assertThatThrownBy(() -> SigningChecks.validate(certificate, intermediate(), simulator.signingRootPem()))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void anotherHashIsSignedRightly() throws Exception {
        simulator.inject(Fault.of(FaultKind.SIGNATURE_OTHER_HASH)
                .onPath(SigningRequestBodies.PDF)
                .times(0));
        simulator.inject(Fault.of(FaultKind.SIGNATURE_OTHER_HASH).onPath(SigningRequestBodies.HASH));
        ObjectNode body = SigningRequestBodies.hash(service);
        JsonNode result = signed(SigningRequestBodies.HASH, body);
        assertThat(result.path("hashCode")).isNotEqualTo(body.path("hashCode"));
        X509Certificate certificate = SigningChecks.certificate(bytes(result, "cert"));
        assertThat(SigningChecks.verifies(
                        "SHA256withRSA",
                        certificate.getPublicKey(),
                        bytes(result, "hashCode"),
                        bytes(result, "signature")))
                .isTrue();
        JsonNode pdf = signed(SigningRequestBodies.PDF, SigningRequestBodies.pdf(service));
        assertThat(pdf.path("docDigest")).isNotEqualTo(body.path("hashCode"));
        ObjectNode next = SigningRequestBodies.hash(service);
        assertThat(signed(SigningRequestBodies.HASH, next).path("hashCode")).isEqualTo(next.path("hashCode"));
    }

    private JsonNode signed(String path, ObjectNode body) {
        Outcome outcome = simulator.approve(service.ticket(path, body));
        assertThat(outcome.status()).isEqualTo("approved");
        Received callback = receiver.next();
        assertThat(callback.code()).isEqualTo("D00000");
        return callback.content();
    }

    private X509Certificate certificateOf(String persona) throws Exception {
        service.signIn(persona, Map.of("scope", SigningRequestBodies.SCOPES));
        JsonNode result = signed(SigningRequestBodies.HASH, SigningRequestBodies.hash(service));
        return SigningChecks.certificate(bytes(result, "cert"));
    }

    private X509Certificate sm2CertificateOf(String persona) throws Exception {
        service.signIn(persona, Map.of("scope", SigningRequestBodies.SCOPES));
        ObjectNode body = SigningRequestBodies.sm2Hash(service, "SM3withSM2");
        return SigningChecks.sm2Certificate(bytes(signed(SigningRequestBodies.HASH, body), "cert"));
    }

    private List<byte[]> lists() {
        return Stream.of("/ca/crl", "/ca/root/crl")
                .map(path ->
                        TestService.get(URI.create(simulator.baseUrl() + path)).body())
                .toList();
    }

    private X509Certificate intermediate() throws Exception {
        return SigningChecks.certificate(TestService.get(URI.create(simulator.baseUrl() + "/ca/intermediate"))
                .body());
    }

    /** A body that either API takes. */
    private ObjectNode both() {
        ObjectNode body = SigningRequestBodies.hash(service);
        return body.put("docDigest", body.path("hashCode").asText());
    }

    private void assertFailed(String code, ObjectNode body) {
        Received callback = receiver.next();
        assertThat(callback.code()).isEqualTo(code);
        assertThat(callback.content().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state");
        assertThat(callback.content().path("businessID")).isEqualTo(body.path("businessID"));
    }

    private String acknowledged(String businessId, String result) {
        return service.post(SigningRequestBodies.ACK, SigningRequestBodies.acknowledgement(businessId, result))
                .path("code")
                .asText();
    }

    private JsonNode control(String businessId) {
        return TestService.parse(
                        TestService.get(URI.create(simulator.baseUrl() + "/control/requests?businessID=" + businessId))
                                .body())
                .get(0);
    }

    private static byte[] bytes(JsonNode result, String member) {
        return Base64.getDecoder().decode(result.path(member).textValue());
    }

    private static boolean verifies(CMSSignedData cms) throws Exception {
        SignerInformation signer = cms.getSignerInfos().iterator().next();
        @SuppressWarnings("unchecked") // The selector of a signer fits its certificate.
        Collection<X509CertificateHolder> matches = cms.getCertificates().getMatches(signer.getSID());
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .build(matches.iterator().next()));
        } catch (CMSException e) {
            return false;
        }
    }

    private static X509CertificateHolder verified(CMSSignedData cms) throws Exception {
        assertThat(verifies(cms)).isTrue();
        SignerInformation signer = cms.getSignerInfos().iterator().next();
        @SuppressWarnings("unchecked") // The selector of a signer fits its certificate.
        Collection<X509CertificateHolder> matches = cms.getCertificates().getMatches(signer.getSID());
        return matches.iterator().next();
    }
}
