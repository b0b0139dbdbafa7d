package io.github.iamsmart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.PdfSigningRequest;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.SigningDetails;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway refuses lists without elements: what has nothing to list leaves the member out, or is not built. */
class EmptyListsTest {

    private static final DocumentDigest DIGEST = DocumentDigest.of(new byte[] {1});
    private static final SigningDetails DETAILS =
            SigningDetails.builder().signer(Hkic.of("A123456(3)")).build();
    private static final FormFillingRequest FORM_DATA = FormFillingRequest.builder()
            .profileFields(List.of())
            .formFields(FormField.PREFIX)
            .build();
    private static final FormFillingRequest PROFILE_DATA = FormFillingRequest.builder()
            .profileFields(ProfileField.ID_NUMBER)
            .formFields(List.of())
            .build();
    private static final ProfileRequest PROFILE = ProfileRequest.builder()
            .fields(List.of())
            .fields(ProfileField.ID_NUMBER)
            .build();
    private static final BulkSigningRequest BULK = BulkSigningRequest.builder()
            .serviceName("Beach permits")
            .requestName("Permits")
            .signer(Hkic.of("A123456(3)"))
            .documents(List.of())
            .documents(List.of(BulkDocument.hash("P-1", "Permit", DIGEST)))
            .build();

    /** Every typed request that the client can send. */
    static Stream<Arguments> requests() {
        String account = "/api/v1/account/";
        String anonymous = "/api/v1/anonymous/";
        return Stream.of(
                of(
                        account + "auth/profile/initiateRequest",
                        world -> world.client.profile().initiate(FlowWorld.token(), PROFILE, signedIn())),
                of("/api/v1/profiles", world -> world.client.profile().withoutPrompt(FlowWorld.token(), PROFILE)),
                of("/api/v1/profiles", world -> world.client.formFilling().withoutPrompt(FlowWorld.token(), FORM_DATA)),
                of(
                        "/api/v1/profiles",
                        world -> world.client.formFilling().withoutPrompt(FlowWorld.token(), PROFILE_DATA)),
                of(
                        account + "eme/initiateRequest",
                        world -> world.client.formFilling().initiate(FlowWorld.token(), FORM_DATA, signedIn())),
                of(
                        account + "eme/initiateRequest",
                        world -> world.client.formFilling().initiate(FlowWorld.token(), PROFILE_DATA, signedIn())),
                of(
                        anonymous + "eme/initiateRequest",
                        world -> world.client.formFilling().initiateAnonymous(FORM_DATA, anonymous())),
                of(
                        anonymous + "eme/initiateRequest",
                        world -> world.client.formFilling().initiateAnonymous(PROFILE_DATA, anonymous())),
                of(
                        account + "stepup/initiateRequest",
                        world -> world.client.reauthentication().initiate(FlowWorld.token(), signedIn())),
                of(
                        account + "signing/initiateRequest",
                        world -> world.client
                                .signing()
                                .initiateHash(FlowWorld.token(), new HashSigningRequest(DIGEST, DETAILS), signedIn())),
                of(
                        account + "pdfsigning/initiateRequest",
                        world -> world.client
                                .signing()
                                .initiatePdf(FlowWorld.token(), new PdfSigningRequest(DIGEST, DETAILS), signedIn())),
                of(
                        anonymous + "signing/initiateRequest",
                        world -> world.client
                                .signing()
                                .initiateAnonymousHash(new HashSigningRequest(DIGEST, DETAILS), anonymous())),
                of(
                        anonymous + "pdfsigning/initiateRequest",
                        world -> world.client
                                .signing()
                                .initiateAnonymousPdf(new PdfSigningRequest(DIGEST, DETAILS), anonymous())),
                of(
                        account + "signing/ackResult",
                        world -> world.client.signing().acknowledge(BusinessId.random(), SigningAnswer.ACCEPTED)),
                of(
                        account + "bdss/initiateRequest",
                        world -> world.client.bulkSigning().initiate(FlowWorld.token(), BULK, signedIn())),
                of(
                        anonymous + "bdss/initiateRequest",
                        world -> world.client.bulkSigning().initiateAnonymous(BULK, anonymous())),
                of(
                        account + "bdss/ackResult",
                        world -> world.client.bulkSigning().acknowledge(BusinessId.random(), SigningAnswer.ACCEPTED)),
                of(
                        account + "bdss/ackResult",
                        world -> world.client
                                .bulkSigning()
                                .acknowledge(BusinessId.random(), Map.of("P-1", SigningAnswer.ACCEPTED))));
    }

    private static Arguments of(String path, Consumer<FlowWorld> call) {
        return Arguments.of(path, call);
    }

    private static RequestOptions signedIn() {
        return FlowWorld.options().build();
    }

    private static RequestOptions anonymous() {
        return RequestOptions.builder()
                .redirectUri(FlowWorld.REDIRECT)
                .callbackUri(FlowWorld.CALLBACK)
                .build();
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("requests")
    void noneIsSent(String path, Consumer<FlowWorld> call) {
        try (FlowWorld world = new FlowWorld()) {
            world.accepts(path, true);

            call.accept(world);

            assertThat(world.received(path)).singleElement().satisfies(EmptyListsTest::assertNoListIsEmpty);
        }
    }

    private static void assertNoListIsEmpty(JsonNode body) {
        assertThat(body.isArray() && body.isEmpty()).as("an empty list").isFalse();
        body.forEach(EmptyListsTest::assertNoListIsEmpty);
    }

    @Test
    void askingForNothingIsNotBuilt() {
        assertThatThrownBy(ProfileRequest.builder().fields(List.of())::build)
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(FormFillingRequest.builder().profileFields(List.of()).formFields(List.of())::build)
                .isInstanceOf(InvalidRequestException.class);
        BulkSigningRequest.Builder nothing = BulkSigningRequest.builder()
                .serviceName("Beach permits")
                .requestName("Permits")
                .documents(List.of());
        assertThatThrownBy(nothing::build).isInstanceOf(InvalidRequestException.class);
        try (FlowWorld world = new FlowWorld()) {
            assertThatThrownBy(() -> world.client.bulkSigning().acknowledge(BusinessId.random(), Map.of()))
                    .isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void whatAnApplicationWritesItselfIsSentAsItIs() {
        try (FlowWorld world = new FlowWorld()) {
            world.answers(StubGateway.PATH, "{}");

            world.client.call(StubGateway.PATH, Map.of("list", List.of()), Map.class);

            assertThat(world.received(StubGateway.PATH).get(0).toString()).isEqualTo("{\"list\":[]}");
        }
    }
}
