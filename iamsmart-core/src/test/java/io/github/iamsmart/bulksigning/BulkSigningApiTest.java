package io.github.iamsmart.bulksigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.StepUp;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkSigningApiTest {

    private static final String INITIATE = "/api/v1/account/bdss/initiateRequest";
    private static final String ACKNOWLEDGE = "/api/v1/account/bdss/ackResult";
    private static final String STATUS = "/api/v1/account/bdss/enquireStatus";
    private static final String CANCEL = "/api/v1/account/bdss/cancelRequest";
    private static final DocumentDigest DIGEST = new DocumentDigest("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
    private static final BulkSigningRequest REQUEST = BulkSigningRequest.builder()
            .serviceName("Beach permits")
            .requestName("六月的許可證")
            .document(BulkDocument.hash("P-1", "Permit P-1", DIGEST))
            .document(BulkDocument.pdf("P-2", "Permit P-2", DIGEST))
            .build();

    private final FlowWorld world = new FlowWorld();
    private final BulkSigningApi bulk = world.client.bulkSigning();

    @AfterEach
    void stop() {
        world.close();
    }

    private static BulkSigningHandle handle(BusinessId businessId) {
        return new BulkSigningHandle(
                businessId,
                new BulkSigningToken("canary-bsqc-token"),
                FlowWorld.token().tokenisedId());
    }

    private RequestOptions initiated() {
        world.accepts(INITIATE, true);
        RequestOptions options = FlowWorld.options().build();
        bulk.initiate(FlowWorld.token(), REQUEST, options);
        return options;
    }

    @Test
    void sendsHashesAndPdfsMixed() {
        RequestOptions options = initiated();

        assertThat(world.received(INITIATE)).singleElement().hasToString("""
                {"callbackResultURI":"%1$s","serviceName":"Beach permits","requestName":"六月的許可證",\
                "maxCallbackSigs":100,"documents":[{"id":"P-1","documentName":"Permit P-1",\
                "hashCode":"LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=","sigAlgo":"SHA256withRSA"},\
                {"id":"P-2","documentName":"Permit P-2","docDigest":"LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="}],\
                "accessToken":"canary-access-token","openID":"liR14%%2BvX%%2F5hSum5uf4ERczu0KcDnIJA5BM7FoM1ag9c%%3D",\
                "redirectURI":"%1$s","businessID":"%2$s","source":"PC_Browser","state":"%3$s","lang":"en-US"}""".formatted(
                FlowWorld.CALLBACK, options.businessId(), options.state().value()));
    }

    @Test
    void sendsWhatElseIsSet() {
        world.accepts(INITIATE, false);
        URI results = URI.create("https://permits.example.hk/iamsmart/callback/signatures");

        InitiatedRequest request = bulk.initiate(
                FlowWorld.token(),
                REQUEST.toBuilder()
                        .department("康樂及文化事務署")
                        .signer(Hkic.of("A123456(3)"))
                        .stepUp(StepUp.by(StepUp.Method.FACE_AND_CARD))
                        .resultUri(results)
                        .signaturesInACallback(7)
                        .build(),
                FlowWorld.options().build());

        JsonNode sent = world.received(INITIATE).get(0);
        assertThat(sent.get("callbackResultURI").textValue()).isEqualTo(results.toString());
        assertThat(sent.get("redirectURI").textValue()).isEqualTo(FlowWorld.CALLBACK.toString());
        assertThat(sent.get("department").textValue()).isEqualTo("康樂及文化事務署");
        assertThat(sent.get("HKICHash").textValue()).isEqualTo("rDcExehSzsiEp2laLaJqrtaX2ua9sdaugwaY5ONmYwk=");
        assertThat(sent.get("suaMethod").textValue()).isEqualTo("{\"and\":[\"FR\",\"NFC\"]}");
        assertThat(sent.get("maxCallbackSigs").intValue()).isEqualTo(7);
        assertThat(request.appLink())
                .contains(URI.create("hk.gov.iamsmart.testapp://bulk-sign?ticketID=" + FlowWorld.TICKET));
    }

    @Test
    void takesAThousandDocumentsAndNoMore() {
        List<BulkDocument> thousand = IntStream.range(0, 1000)
                .mapToObj(i -> BulkDocument.hash("P-" + i, "Permit", DIGEST))
                .toList();
        BulkSigningRequest.Builder builder = BulkSigningRequest.builder()
                .serviceName("Beach permits")
                .requestName("Permits")
                .documents(thousand);

        assertThat(builder.build().documents()).hasSize(1000);
        assertThat(builder.build().signaturesInACallback()).isEqualTo(1000);
        builder.document(BulkDocument.hash("P-1000", "Permit", DIGEST));
        assertThatThrownBy(builder::build).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesWhatTheGatewayWouldRefuse() {
        BulkSigningRequest.Builder none =
                BulkSigningRequest.builder().serviceName("s").requestName("r");
        assertThatThrownBy(none::build).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> REQUEST.toBuilder()
                        .document(BulkDocument.hash("P-1", "another", DIGEST))
                        .build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("P-1");
        assertThatThrownBy(() -> BulkDocument.hash("x".repeat(37), "name", DIGEST))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> BulkDocument.pdf("P-1", "x".repeat(256), DIGEST))
                .isInstanceOf(InvalidRequestException.class);
        for (int number : new int[] {0, 1001}) {
            assertThatThrownBy(() ->
                            REQUEST.toBuilder().signaturesInACallback(number).build())
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThatThrownBy(() -> BulkSigningRequest.builder()
                        .serviceName("s")
                        .document(BulkDocument.hash("P-1", "n", DIGEST))
                        .build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("requestName");
        assertThatThrownBy(
                        () -> REQUEST.toBuilder().requestName("x".repeat(256)).build())
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> REQUEST.toBuilder().department("x".repeat(101)).build())
                .isInstanceOf(InvalidRequestException.class);
        assertThat(world.gateway.server().getAllServeEvents()).isEmpty();
    }

    @Test
    void asksForTheStatus() {
        world.answers(STATUS, "{\"status\":\"SS002\"}");
        BusinessId businessId = BusinessId.random();

        assertThat(bulk.status(handle(businessId))).isEqualTo(BulkSigningStatus.IN_PROGRESS);
        assertThat(world.received(STATUS)).singleElement().hasToString("""
                {"BSQCToken":"canary-bsqc-token","businessID":"%s",\
                "openID":"liR14%%2BvX%%2F5hSum5uf4ERczu0KcDnIJA5BM7FoM1ag9c%%3D"}""".formatted(businessId));
    }

    @Test
    void readsAStatusThatNobodyKnowsYet() {
        world.answers(STATUS, "{\"status\":\"SS999\"}");

        assertThat(bulk.status(handle(BusinessId.random()))).isEqualTo(new BulkSigningStatus("SS999"));
    }

    @Test
    void endsARequestThatWasCancelledBeforeTheUserBegan() {
        RequestOptions options = initiated();
        world.answers(CANCEL, "{\"status\":\"SS004\"}");

        bulk.cancel(handle(options.businessId()));

        assertThat(world.received(CANCEL).get(0).get("BSQCToken").textValue()).isEqualTo("canary-bsqc-token");
        assertThat(world.delivered()).singleElement().satisfies(outcome -> {
            assertThat(outcome.request().businessId()).isEqualTo(options.businessId());
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            RequestOutcome.Declined.class,
                            declined -> assertThat(declined.code()).isEqualTo(ErrorCode.BULK_SIGNING_CANCELLED));
        });
    }

    @Test
    void keepsARequestOpenThatTheUserHasBegun() {
        initiated();
        world.refuses(CANCEL, "D71007");

        assertThatThrownBy(() -> bulk.cancel(handle(BusinessId.random())))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.BULK_SIGNING_NOT_PENDING));
        assertThat(world.delivered()).isEmpty();
    }

    @Test
    void acknowledgesAllSignaturesAlike() {
        world.answers(ACKNOWLEDGE, "{}");
        BusinessId businessId = BusinessId.random();

        bulk.acknowledge(businessId, SigningAnswer.NOTHING_RECEIVED);

        assertThat(world.received(ACKNOWLEDGE)).singleElement().hasToString("""
                {"businessID":"%s","signingResult":"SR003"}""".formatted(businessId));
    }

    @Test
    void acknowledgesByDocument() {
        world.answers(ACKNOWLEDGE, "{}");
        BusinessId businessId = BusinessId.random();
        Map<String, SigningAnswer> answers = new LinkedHashMap<>();
        answers.put("P-1", SigningAnswer.ACCEPTED);
        answers.put("P-2", SigningAnswer.REJECTED);

        bulk.acknowledge(businessId, answers);

        assertThat(world.received(ACKNOWLEDGE)).singleElement().hasToString("""
                {"businessID":"%s","signingResult":"","signatures":[{"id":"P-1","signingResult":"SR001"},\
                {"id":"P-2","signingResult":"SR002"}]}""".formatted(businessId));
        assertThatThrownBy(() -> bulk.acknowledge(businessId, Map.of())).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void showsNoTokenAndNoSigner() {
        assertThat(handle(BusinessId.random()).toString()).doesNotContain("canary-bsqc-token");
        assertThat(REQUEST.toBuilder().signer(Hkic.of("A123456(3)")).build().toString())
                .doesNotContain("rDcEx");
    }
}
