package io.github.iamsmart.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.formfilling.EmailAddress;
import io.github.iamsmart.formfilling.FormField;
import io.github.iamsmart.formfilling.FormFillingRequest;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.ProfileField;
import io.github.iamsmart.requests.AnonymousRequest;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.State;
import io.github.iamsmart.signin.AuthorizationRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The code of docs/form-filling.md about the flow; the module {@code documentation} holds the two together. */
@Timeout(60)
class FormFillingFlowTest {

    private final FlowWorld world = new FlowWorld();
    private final IamSmartClient client = world.client;
    private final Locale locale = Locale.ENGLISH;
    private BusinessId keptId = BusinessId.random();
    private State keptState = State.random();

    @AfterEach
    void stop() {
        world.close();
    }

    private static FormFillingRequest form() {
        // tag::request[]
        FormFillingRequest form = FormFillingRequest.builder()
                .profileFields(ProfileField.ID_NUMBER, ProfileField.ENGLISH_NAME)
                .formFields(FormField.EMAIL_ADDRESS, FormField.RESIDENTIAL_ADDRESS)
                .formName("Application for a stall permit") // in the user's language: the app shows it
                .formNumber("ST-12")
                .build();
        // end::request[]
        return form;
    }

    private String begin(AccessToken token, FormFillingRequest form) {
        // tag::initiate[]
        RequestOptions options = RequestOptions.builder()
                .callbackUri(URI.create("https://permits.example.org/iamsmart/callback/default/results")) // registered
                .reference("permit-7")
                .build();
        InitiatedRequest request = client.formFilling().initiate(token, form, options);
        String instruction = request.instruction(locale); // and request.appLink() on the same device
        // end::initiate[]
        return instruction;
    }

    private URI beginAnonymous(FormFillingRequest form) {
        // tag::anonymous[]
        RequestOptions options = RequestOptions.builder()
                .redirectUri(URI.create("https://permits.example.org/iamsmart/callback/anonymous")) // registered
                .reference("permit-7")
                .build();
        AnonymousRequest request = client.formFilling().initiateAnonymous(form, options);
        keptId = request.businessId(); // keep both in this browser's session
        keptState = request.state();
        URI gatewayPage = client.signIn().authorizationUri(AuthorizationRequest.of(request));
        // end::anonymous[]
        return gatewayPage;
    }

    private String complete(String query) {
        // tag::complete[]
        RequestOutcome<FormFillingResult> outcome = client.formFilling()
                .completeAnonymous(client.signIn().parseRedirect(query), keptId, keptState); // of this browser
        if (outcome instanceof Completed<FormFillingResult> completed) {
            return completed
                    .result()
                    .formData()
                    .emailAddress()
                    .map(EmailAddress::value)
                    .orElse("");
        }
        return outcome.userMessage(locale).orElseThrow();
        // end::complete[]
    }

    @Test
    void asksASignedInUser() {
        world.accepts("/api/v1/account/eme/initiateRequest", true);

        assertThat(begin(FlowWorld.token(), form())).contains("iAM Smart");
        assertThat(world.received("/api/v1/account/eme/initiateRequest"))
                .singleElement()
                .satisfies(body -> assertThat(body.get("formNum").textValue()).isEqualTo("ST-12"));
    }

    @Test
    void asksAUserWhoHasNotSignedIn() {
        world.answers("/api/v1/anonymous/eme/initiateRequest", "{\"ticketID\":\"" + FlowWorld.TICKET + "\"}");
        world.answers("/api/v1/auth/getToken", """
                {"accessToken":"canary-token","issueAt":1795400000000,"expiresIn":14400000,"openID":"id"}""");
        world.answers("/api/v1/anonymous/eme/getResult", "{\"emailAddress\":\"somebody@example.hk\"}");

        assertThat(beginAnonymous(form()).getRawQuery()).contains("ticketID=" + FlowWorld.TICKET);
        assertThat(complete("code=canary-code&state=" + keptState.value())).isEqualTo("somebody@example.hk");
    }

    @Test
    void tellsAnAnonymousUserThatHeDeclined() {
        world.answers("/api/v1/anonymous/eme/initiateRequest", "{\"ticketID\":\"" + FlowWorld.TICKET + "\"}");
        beginAnonymous(form());

        List<String> sentences = List.of(complete("error_code=D60001&state=" + keptState.value()));

        assertThat(sentences).singleElement().satisfies(text -> assertThat(text).contains("did not agree"));
    }
}
