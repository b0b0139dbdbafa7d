package io.github.iamsmart.formfilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.identity.EnglishName;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormFillingApiTest {

    private static final String INITIATE = "/api/v1/account/eme/initiateRequest";
    private static final String PROFILES = "/api/v1/profiles";
    private static final FormFillingRequest REQUEST = FormFillingRequest.builder()
            .formName("泳灘許可證申請")
            .formNumber("P-1")
            .formDescription("Permit")
            .profileFields(ProfileField.ENGLISH_NAME)
            .formFields(FormField.EMAIL_ADDRESS, FormField.MOBILE_TELEPHONE)
            .callbackContentType(CallbackContentType.MULTIPART)
            .build();

    private final FlowWorld world = new FlowWorld();
    private final FormFillingApi formFilling = world.client.formFilling();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void sendsFieldsAndForm() {
        world.accepts(INITIATE, true);

        formFilling.initiate(FlowWorld.token(), REQUEST, FlowWorld.options().build());

        JsonNode sent = world.received(INITIATE).get(0);
        assertThat(sent.get("profileFields").toString()).isEqualTo("[\"enName\"]");
        assertThat(sent.get("eMEFields").toString()).isEqualTo("[\"emailAddress\",\"mobileNumber\"]");
        assertThat(sent.get("formName").textValue()).isEqualTo("泳灘許可證申請");
        assertThat(sent.get("formNum").textValue()).isEqualTo("P-1");
        assertThat(sent.get("formDesc").textValue()).isEqualTo("Permit");
        assertThat(sent.get("callbackContentType").textValue()).isEqualTo("multipart/form-data");
        assertThat(sent.get("accessToken").textValue()).isEqualTo("canary-access-token");
    }

    @Test
    void sendsNoMemberThatWasNotGiven() {
        world.accepts(INITIATE, false);

        InitiatedRequest request = formFilling.initiate(
                FlowWorld.token(),
                FormFillingRequest.builder().formFields(FormField.PREFIX).build(),
                FlowWorld.options().build());

        assertThat(world.received(INITIATE).get(0).fieldNames())
                .toIterable()
                .doesNotContain("profileFields", "formName", "formNum", "formDesc", "callbackContentType");
        assertThat(request.appLink())
                .contains(URI.create("hk.gov.iamsmart.testapp://eme?ticketID=" + FlowWorld.TICKET));
    }

    @Test
    void keepsVerifiedAndUnverifiedDataApart() {
        world.accepts(INITIATE, true);
        RequestOptions options = FlowWorld.options().build();
        formFilling.initiate(FlowWorld.token(), REQUEST, options);

        world.client
                .callbacks()
                .accept(
                        world.gateway.callback("D00000", """
                        {"businessID":"%s","state":"%s","enName":{"UnstructuredName":"SAN, Chi Nan"},
                         "emailAddress":"chinan@example.hk"}""".formatted(
                                        options.businessId(), options.state().value())),
                        "application/json");

        assertThat(world.delivered())
                .singleElement()
                .extracting(it -> FlowWorld.result(it, FormFillingResult.class))
                .satisfies(result -> {
                    assertThat(result.profile().englishName()).contains(new EnglishName("SAN, Chi Nan"));
                    assertThat(result.profile().unknown()).isEmpty();
                    assertThat(result.formData().emailAddress()).contains(new EmailAddress("chinan@example.hk"));
                    assertThat(result.formData().unknown()).isEmpty();
                    assertThat(result.toString()).doesNotContain("SAN", "chinan");
                });
    }

    @Test
    void readsDataAtOnceWithoutTheForm() {
        world.answers(PROFILES, "{\"emailAddress\":\"chinan@example.hk\"}");

        FormFillingResult result = formFilling.withoutPrompt(FlowWorld.token(), REQUEST);

        assertThat(result.formData().emailAddress()).contains(new EmailAddress("chinan@example.hk"));
        assertThat(world.received(PROFILES).get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("profileFields", "eMEFields", "accessToken", "openID");
    }

    static Stream<Arguments> limits() {
        BiFunction<FormFillingRequest.Builder, String, FormFillingRequest.Builder> name =
                FormFillingRequest.Builder::formName;
        BiFunction<FormFillingRequest.Builder, String, FormFillingRequest.Builder> number =
                FormFillingRequest.Builder::formNumber;
        BiFunction<FormFillingRequest.Builder, String, FormFillingRequest.Builder> description =
                FormFillingRequest.Builder::formDescription;
        return Stream.of(
                Arguments.of("formName", 255, name),
                Arguments.of("formNumber", 20, number),
                Arguments.of("formDescription", 255, description));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void countsCharactersAndNeitherBytesNorSurrogates(
            String name,
            int longest,
            BiFunction<FormFillingRequest.Builder, String, FormFillingRequest.Builder> setter) {
        String longestAllowed = "請".repeat(longest - 1) + "𠮷";
        FormFillingRequest.Builder builder = REQUEST.toBuilder();

        assertThat(setter.apply(builder, longestAllowed).build()).isNotNull();
        FormFillingRequest.Builder tooLong = setter.apply(builder, longestAllowed + "證");
        assertThatThrownBy(tooLong::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("1 to " + longest + " characters, not " + (longest + 1));
        FormFillingRequest.Builder blank = setter.apply(builder, " ");
        assertThatThrownBy(blank::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(name);
    }

    @Test
    void asksForAtLeastOneField() {
        FormFillingRequest.Builder empty = FormFillingRequest.builder().formName("Permit");

        assertThatThrownBy(empty::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("at least one field");
    }

    @Test
    void aCopyHasEverythingThatTheOriginalHas() {
        assertThat(REQUEST.toBuilder().build()).usingRecursiveComparison().isEqualTo(REQUEST);
    }
}
