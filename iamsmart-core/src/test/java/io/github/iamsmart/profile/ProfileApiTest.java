package io.github.iamsmart.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.EnglishName;
import io.github.iamsmart.identity.Hkic;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.identity.VerifiedProfile;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestStatus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileApiTest {

    private static final String INITIATE = "/api/v1/account/auth/profile/initiateRequest";
    private static final String PROFILES = "/api/v1/profiles";
    private static final ProfileRequest NAME_AND_NUMBER =
            ProfileRequest.of(ProfileField.ENGLISH_NAME, ProfileField.ID_NUMBER);

    private final FlowWorld world = new FlowWorld();
    private final ProfileApi profile = world.client.profile();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void sendsTheFieldsWithWhatEveryRequestHas() {
        world.accepts(INITIATE, true);
        RequestOptions options =
                FlowWorld.options().source(Source.ANDROID_CHROME).build();

        profile.initiate(FlowWorld.token(), NAME_AND_NUMBER, options);

        JsonNode sent = world.received(INITIATE).get(0);
        assertThat(sent.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "profileFields",
                        "accessToken",
                        "openID",
                        "redirectURI",
                        "businessID",
                        "source",
                        "state",
                        "lang");
        assertThat(sent.get("profileFields").toString()).isEqualTo("[\"enName\",\"idNo\"]");
        assertThat(sent.get("accessToken").textValue()).isEqualTo("canary-access-token");
        assertThat(sent.get("openID").textValue())
                .isEqualTo(FlowWorld.token().tokenisedId().value());
        assertThat(sent.get("redirectURI").textValue()).isEqualTo(FlowWorld.CALLBACK.toString());
        assertThat(sent.get("businessID").textValue())
                .isEqualTo(options.businessId().value());
        assertThat(sent.get("state").textValue()).isEqualTo(options.state().value());
        assertThat(sent.get("source").textValue()).isEqualTo("Android_Chrome");
        assertThat(sent.get("lang").textValue()).isEqualTo("en-US");
    }

    @Test
    void opensTheAppOnTheSameDevice() {
        world.accepts(INITIATE, false);

        InitiatedRequest request = profile.initiate(
                FlowWorld.token(), NAME_AND_NUMBER, FlowWorld.options().build());

        assertThat(request.appLink())
                .contains(URI.create("hk.gov.iamsmart.testapp://profile?ticketID=" + FlowWorld.TICKET));
        assertThat(request.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(18)));
        assertThat(request.toString()).doesNotContain(FlowWorld.TICKET);
    }

    @Test
    void deliversTheVerifiedProfileThatTheCallbackBrings() {
        world.accepts(INITIATE, true);
        RequestOptions options = FlowWorld.options().reference("permit-7").build();
        profile.initiate(FlowWorld.token(), NAME_AND_NUMBER, options);

        world.client
                .callbacks()
                .accept(
                        world.gateway.callback("D00000", """
                        {"businessID":"%s","state":"%s","idNo":{"Identification":"A123456","CheckDigit":"3"},
                         "enName":{"UnstructuredName":"SAN, Chi Nan"}}""".formatted(
                                        options.businessId(), options.state().value())),
                        "application/json");

        assertThat(world.delivered()).singleElement().satisfies(outcome -> {
            assertThat(outcome.request().reference()).contains("permit-7");
            assertThat(outcome.request().kind()).isEqualTo("profile");
            assertThat(outcome)
                    .extracting(it -> FlowWorld.result(it, VerifiedProfile.class))
                    .satisfies(result ->
                            assertThat(result.hkic().map(Hkic::formatted)).contains("A123456(3)"));
        });
    }

    @Test
    void readsAProfileAtOnce() {
        world.answers(PROFILES, "{\"enName\":{\"UnstructuredName\":\"SAN, Chi Nan\"}}");

        VerifiedProfile result = profile.withoutPrompt(FlowWorld.token(), NAME_AND_NUMBER);

        assertThat(result.englishName()).contains(new EnglishName("SAN, Chi Nan"));
        assertThat(result.hkic()).isEmpty();
        assertThat(world.received(PROFILES).get(0).toString())
                .isEqualTo("""
                {"profileFields":["enName","idNo"],"accessToken":"canary-access-token","openID":"%s"}""".formatted(FlowWorld.token().tokenisedId().value()));
    }

    @Test
    void tellsThatTheScopeWasNotGranted() {
        world.refuses(PROFILES, "D20012");

        assertThatThrownBy(() -> profile.withoutPrompt(FlowWorld.token(), NAME_AND_NUMBER))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.API_OR_SCOPE_NOT_GRANTED));
    }

    @Test
    void forgetsARequestThatTheGatewayRefused() {
        world.refuses(INITIATE, "D20009");

        assertThatThrownBy(() -> profile.initiate(
                        FlowWorld.token(), NAME_AND_NUMBER, FlowWorld.options().build()))
                .isInstanceOf(GatewayException.class);

        assertThat(world.client.requests().count(RequestStatus.PENDING)).isZero();
    }

    @Test
    void sendsNothingWithoutACallbackUri() {
        assertThatThrownBy(() -> profile.initiate(
                        FlowWorld.token(),
                        NAME_AND_NUMBER,
                        RequestOptions.builder().build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("callbackUri");

        assertThat(world.gateway.received(INITIATE)).isEmpty();
    }

    @Test
    void asksForAtLeastOneField() {
        assertThatThrownBy(ProfileRequest::of)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("at least one field");
    }

    @Test
    void asksForEachFieldOnceInTheOrderGiven() {
        ProfileRequest request = NAME_AND_NUMBER.toBuilder()
                .fields(ProfileField.ID_NUMBER, ProfileField.of("newField"))
                .build();

        assertThat(request.fields())
                .isEqualTo(List.of(ProfileField.ENGLISH_NAME, ProfileField.ID_NUMBER, ProfileField.of("newField")));
    }
}
