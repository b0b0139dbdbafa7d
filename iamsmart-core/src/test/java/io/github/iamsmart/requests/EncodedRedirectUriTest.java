package io.github.iamsmart.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.profile.ProfileRequest;
import io.github.iamsmart.signin.AuthorizationRequest;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningRequest;
import io.github.iamsmart.signing.SigningDetails;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedRedirectUriTest {

    private static final URI CALLBACK = URI.create("https://permits.example.hk/iamsmart/callback?kind=a%20b&x=1");
    private static final String ENCODED =
            "https%3A%2F%2Fpermits.example.hk%2Fiamsmart%2Fcallback%3Fkind%3Da%2520b%26x%3D1";
    private static final RequestOptions OPTIONS =
            RequestOptions.builder().callbackUri(CALLBACK).redirectUri(CALLBACK).build();
    private static final FormFillingRequest FORM =
            FormFillingRequest.builder().formFields(FormField.PREFIX).build();
    private static final DocumentDigest DIGEST = DocumentDigest.of(new byte[] {1});
    private static final String OWN = "/api/v1/account/vehicle/initiateRequest";
    private static final RequestKind<String> OWN_KIND =
            RequestKind.builder("vehicle", String.class, String::new).path(OWN).build();

    private final FlowWorld world =
            new FlowWorld(builder -> builder.encodeRedirectUri(true).kind(OWN_KIND));

    @AfterEach
    void stop() {
        world.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                of(
                        "account/auth/profile",
                        world -> world.client
                                .profile()
                                .initiate(FlowWorld.token(), ProfileRequest.of(ProfileField.ID_NUMBER), OPTIONS)),
                of("account/eme", world -> world.client.formFilling().initiate(FlowWorld.token(), FORM, OPTIONS)),
                of("anonymous/eme", world -> world.client.formFilling().initiateAnonymous(FORM, OPTIONS)),
                of("account/stepup", world -> world.client.reauthentication().initiate(FlowWorld.token(), OPTIONS)),
                of(
                        "account/signing",
                        world -> world.client
                                .signing()
                                .initiateHash(
                                        FlowWorld.token(),
                                        new HashSigningRequest(
                                                DIGEST, SigningDetails.builder().build()),
                                        OPTIONS)),
                of("account/vehicle", world -> world.client.initiate(OWN_KIND, FlowWorld.token(), Map.of(), OPTIONS)));
    }

    private static Arguments of(String flow, Consumer<FlowWorld> call) {
        return Arguments.of("/api/v1/" + flow + "/initiateRequest", call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isPercentEncodedAsAWholeWhereThatIsSet(String path, Consumer<FlowWorld> call) {
        world.accepts(path, true);

        call.accept(world);

        assertThat(world.received(path).get(0).get("redirectURI").textValue()).isEqualTo(ENCODED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isSentAsItIsOtherwise(String path, Consumer<FlowWorld> call) {
        try (FlowWorld other = new FlowWorld(builder -> builder.kind(OWN_KIND))) {
            other.accepts(path, true);

            call.accept(other);

            assertThat(other.received(path).get(0).get("redirectURI").textValue())
                    .isEqualTo(CALLBACK.toString());
        }
    }

    @Test
    void leavesOtherAddressesAlone() {
        String path = "/api/v1/account/bdss/initiateRequest";
        world.accepts(path, true);
        BulkSigningRequest bulk = BulkSigningRequest.builder()
                .serviceName("Beach permits")
                .requestName("Permits")
                .documents(List.of(BulkDocument.hash("P-1", "Permit", DIGEST)))
                .build();

        world.client.bulkSigning().initiate(FlowWorld.token(), bulk, OPTIONS);

        assertThat(world.received(path).get(0).get("redirectURI").textValue()).isEqualTo(ENCODED);
        assertThat(world.received(path).get(0).get("callbackResultURI").textValue())
                .isEqualTo(CALLBACK.toString());
        AuthorizationRequest signIn = AuthorizationRequest.builder()
                .redirectUri(FlowWorld.REDIRECT)
                .state(State.random())
                .build();
        assertThat(world.client.signIn().authorizationUri(signIn).toString())
                .as("encoded once, as every value of a query is")
                .contains("redirectURI=https%3A%2F%2Fpermits.example.hk%2Fiamsmart%2Fcallback%2Fanonymous&");
    }
}
