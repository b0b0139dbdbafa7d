package io.github.iamsmart.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.signing.StepUp.Method;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SigningApiTest {

    private static final String HASH = "/api/v1/account/signing/initiateRequest";
    private static final String PDF = "/api/v1/account/pdfsigning/initiateRequest";
    private static final String ACKNOWLEDGE = "/api/v1/account/signing/ackResult";
    private static final DocumentDigest SM3 = DocumentDigest.of(new byte[] {1}, DigestAlgorithm.SM3);
    private static final DocumentDigest DIGEST = new DocumentDigest("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
    private static final SigningDetails DETAILS = SigningDetails.builder()
            .department("康樂及文化事務署")
            .serviceName("Beach permits")
            .documentName("Application P-1")
            .signer(Hkic.of("A123456(3)"))
            .build();

    private final FlowWorld world = new FlowWorld();
    private final SigningApi signing = world.client.signing();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void sendsTheHashToBeSigned() {
        world.accepts(HASH, true);
        RequestOptions options = FlowWorld.options().build();

        InitiatedRequest request =
                signing.initiateHash(FlowWorld.token(), new HashSigningRequest(DIGEST, DETAILS), options);

        assertThat(request.authByQr()).isTrue();
        assertThat(request.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(18)));
        assertThat(world.received(HASH)).singleElement().hasToString("""
                {"hashCode":"LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=","sigAlgo":"SHA256withRSA",\
                "department":"康樂及文化事務署","serviceName":"Beach permits","documentName":"Application P-1",\
                "HKICHash":"rDcExehSzsiEp2laLaJqrtaX2ua9sdaugwaY5ONmYwk=","accessToken":"canary-access-token",\
                "openID":"liR14%%2BvX%%2F5hSum5uf4ERczu0KcDnIJA5BM7FoM1ag9c%%3D","redirectURI":"%s",\
                "businessID":"%s","source":"PC_Browser","state":"%s","lang":"en-US"}""".formatted(
                FlowWorld.CALLBACK, options.businessId(), options.state().value()));
    }

    @Test
    void sendsTheDigestOfAPdfWithoutHashCodeAndAlgorithm() {
        world.accepts(PDF, true);
        SigningDetails none = SigningDetails.builder().build();

        signing.initiatePdf(
                FlowWorld.token(),
                new PdfSigningRequest(DIGEST, none),
                FlowWorld.options().build());

        JsonNode sent = world.received(PDF).get(0);
        assertThat(sent.get("docDigest").textValue()).isEqualTo(DIGEST.base64());
        assertThat(sent.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "docDigest", "accessToken", "openID", "redirectURI", "businessID", "source", "state", "lang");
    }

    @Test
    void opensTheScreenOfEachKind() {
        world.accepts(HASH, false);
        world.accepts(PDF, false);

        InitiatedRequest hash = signing.initiateHash(
                FlowWorld.token(),
                new HashSigningRequest(DIGEST, DETAILS),
                FlowWorld.options().build());
        InitiatedRequest pdf = signing.initiatePdf(
                FlowWorld.token(),
                new PdfSigningRequest(DIGEST, DETAILS),
                FlowWorld.options().build());

        assertThat(hash.appLink())
                .contains(URI.create("hk.gov.iamsmart.testapp://hash-sign?ticketID=" + FlowWorld.TICKET));
        assertThat(pdf.appLink())
                .contains(URI.create("hk.gov.iamsmart.testapp://pdf-sign?ticketID=" + FlowWorld.TICKET));
    }

    @Test
    void namesTheMembersOfAStepUpAsConfigured() {
        try (FlowWorld other = new FlowWorld(builder -> builder.stepUpFields(StepUpFields.STEP_UP_AUTH))) {
            for (FlowWorld each : new FlowWorld[] {world, other}) {
                each.accepts(HASH, true);
                SigningDetails details = DETAILS.toBuilder()
                        .stepUp(StepUp.by(Method.FACE_AND_CARD).within(Duration.ofDays(30)))
                        .build();
                each.client
                        .signing()
                        .initiateHash(
                                FlowWorld.token(),
                                new HashSigningRequest(SM3, SignatureAlgorithm.NONE_WITH_SM2, details),
                                FlowWorld.options().build());
            }

            JsonNode usual = world.received(HASH).get(0);
            assertThat(usual.get("suaMethod").textValue()).isEqualTo("{\"and\":[\"FR\",\"NFC\"]}");
            assertThat(usual.get("suaWaitPeriod").intValue()).isEqualTo(720);
            assertThat(usual.get("sigAlgo").textValue()).isEqualTo("NONEwithSM2");
            JsonNode renamed = other.received(HASH).get(0);
            assertThat(renamed.get("stepupAuthMethod").textValue()).isEqualTo("{\"and\":[\"FR\",\"NFC\"]}");
            assertThat(renamed.get("stepupAuthPeriod").intValue()).isEqualTo(720);
            assertThat(renamed.has("suaMethod")).isFalse();
        }
    }

    @Test
    void deliversTheSignedHash() {
        world.accepts(HASH, true);
        RequestOptions options = FlowWorld.options().build();
        signing.initiateHash(FlowWorld.token(), new HashSigningRequest(DIGEST, DETAILS), options);

        world.client
                .callbacks()
                .accept(
                        world.gateway.callback("D00000", """
                {"businessID":"%s","state":"%s","hashCode":"%s","timestamp":"1764000000123","signature":"AQ\\nID","cert":"BA=="}
                """.formatted(
                                        options.businessId(), options.state().value(), DIGEST)),
                        "application/json");

        assertThat(world.delivered()).singleElement().satisfies(outcome -> {
            assertThat(outcome.request().kind()).isEqualTo("hash-signing");
            HashSigningResult result = FlowWorld.result(outcome, HashSigningResult.class);
            assertThat(result.digest()).contains(DIGEST);
            assertThat(result.signedAt()).contains(Instant.ofEpochMilli(1_764_000_000_123L));
            assertThat(result.signature()).containsExactly(1, 2, 3);
            assertThat(result.certificate()).containsExactly(4);
            assertThat(result.toString()).doesNotContain(DIGEST.base64());
        });
    }

    @Test
    void deliversTheSignatureOfAPdf() {
        world.accepts(PDF, true);
        RequestOptions options = FlowWorld.options().build();
        signing.initiatePdf(FlowWorld.token(), new PdfSigningRequest(DIGEST, DETAILS), options);

        world.client
                .callbacks()
                .accept(
                        world.gateway.callback("D00000", """
                {"businessID":"%s","state":"%s","docDigest":"%s","pdfSignature":"AQID"}
                """.formatted(
                                        options.businessId(), options.state().value(), DIGEST)),
                        "application/json");

        assertThat(world.delivered()).singleElement().satisfies(outcome -> {
            PdfSigningResult result = FlowWorld.result(outcome, PdfSigningResult.class);
            assertThat(result.digest()).contains(DIGEST);
            assertThat(result.pdfSignature()).containsExactly(1, 2, 3);
        });
    }

    @Test
    void readsWhatIsMissingOrUnreadableAsEmpty() {
        HashSigningResult hash = HashSigningResult.fromJson("""
                {"hashCode":"AQID","timestamp":"yesterday","signature":"!"}""".getBytes(UTF_8));
        PdfSigningResult pdf = PdfSigningResult.fromJson("{}".getBytes(UTF_8));

        assertThat(hash.digest()).isEmpty();
        assertThat(hash.signedAt()).isEmpty();
        assertThat(hash.signature()).isEmpty();
        assertThat(hash.certificate()).isEmpty();
        assertThat(pdf.digest()).isEmpty();
        assertThat(pdf.pdfSignature()).isEmpty();
    }

    @Test
    void acknowledgesWithTwoMembers() {
        world.answers(ACKNOWLEDGE, "{}");
        RequestOptions options = FlowWorld.options().build();

        signing.acknowledge(options.businessId(), SigningAnswer.ACCEPTED);

        assertThat(world.received(ACKNOWLEDGE)).singleElement().hasToString("""
                {"businessID":"%s","signingResult":"SR001"}""".formatted(options.businessId()));
    }

    @Test
    void tellsThatAnAcknowledgementWasNotProcessed() {
        world.refuses(ACKNOWLEDGE, "D70006");
        RequestOptions options = FlowWorld.options().build();

        assertThatThrownBy(() -> signing.acknowledge(options.businessId(), SigningAnswer.NOTHING_RECEIVED))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.of("D70006")));
    }

    @Test
    void showsTheFourDigitsOfTheConfiguredStrategy() {
        assertThat(signing.identificationCode(FlowWorld.token(), DIGEST)).matches("[0-9]{4}");
        IdentificationCode own = new IdentificationCode() {
            @Override
            public String forUser(DocumentDigest digest, TokenisedId user) {
                return "0001";
            }

            @Override
            public String anonymous(DocumentDigest digest, String hkicHash, String clientId) {
                return "0002";
            }
        };
        try (FlowWorld other = new FlowWorld(builder -> builder.identificationCode(own))) {
            assertThat(other.client.signing().identificationCode(FlowWorld.token(), DIGEST))
                    .isEqualTo("0001");
            assertThat(other.client.signing().anonymousIdentificationCode(DETAILS, DIGEST))
                    .isEqualTo("0002");
        }
    }
}
