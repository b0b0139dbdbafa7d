package io.github.iamsmart.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.FlowWorld;
import io.github.iamsmart.IamSmartClient;
import io.github.iamsmart.device.Source;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.requests.BusinessId;
import io.github.iamsmart.requests.InitiatedRequest;
import io.github.iamsmart.requests.RequestOptions;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The code of docs/re-authentication.md; the module {@code documentation} holds the two together. */
@Timeout(60)
class ReauthenticationExamplesTest {

    private static final String INITIATE = "/api/v1/account/stepup/initiateRequest";

    private final FlowWorld world = new FlowWorld();
    private final CallbackExamples service = new CallbackExamples(world.client);
    private final IamSmartClient client = world.client;
    private final Locale locale = Locale.ENGLISH;
    private BusinessId waitingFor = BusinessId.random();

    @AfterEach
    void stop() {
        world.close();
    }

    private String begin(AccessToken token, String userAgent) {
        String hashOfTheSession = "hash";
        // tag::initiate[]
        RequestOptions options = RequestOptions.builder()
                .callbackUri(URI.create("https://permits.example.org/iamsmart/callback/default/results")) // registered
                .source(Source.fromUserAgent(userAgent))
                .reference("permit-7") // your own word for it; comes back with the outcome
                .owner(hashOfTheSession) // only this browser may ask how far it is
                .build();
        try {
            InitiatedRequest request = client.reauthentication().initiate(token, options);
            waitingFor = request.businessId();
            return request.appLink() // on the same device: a button
                    .map(link -> InitiatedRequest.buttonCaption(locale) + " " + link)
                    .orElseGet(() -> request.instruction(locale)); // on another one: a sentence
        } catch (GatewayException e) {
            return e.code().equals(ErrorCode.ACCESS_TOKEN_INVALID) ? "sign in again" : e.userMessage(locale);
        }
        // end::initiate[]
    }

    @Test
    void tellsTheUserToOpenTheAppOnTheOtherDevice() {
        world.accepts(INITIATE, true);

        assertThat(begin(FlowWorld.token(), "Mozilla/5.0 (Windows NT 10.0)")).contains("iAM Smart");
        assertThat(world.received(INITIATE))
                .singleElement()
                .satisfies(body -> assertThat(body.get("source").textValue()).isEqualTo("PC_Browser"));
        assertThat(service.stateForTheWaitingPage(waitingFor, "hash")).isEqualTo("wait");
    }

    @Test
    void opensTheAppOnTheSameDevice() {
        world.accepts(INITIATE, false);

        assertThat(begin(FlowWorld.token(), "")).contains("://re-auth?ticketID=" + FlowWorld.TICKET);
    }

    @Test
    void aTokenThatHasEndedNeedsAnotherSignIn() {
        world.refuses(INITIATE, "D20009");

        assertThat(begin(FlowWorld.token(), "")).isEqualTo("sign in again");
    }

    @Test
    void theHandlerHearsOfItsEnd() {
        world.accepts(INITIATE, true);
        RequestOptions options = FlowWorld.options().reference("permit-7").build();
        client.reauthentication().initiate(FlowWorld.token(), options);
        client.callbacks()
                .accept(
                        world.gateway.callback(
                                "D00000",
                                "{\"businessID\":\"" + options.businessId() + "\",\"state\":\""
                                        + options.state().value() + "\",\"isPassed\":\"true\"}"),
                        "application/json");

        service.deliver();

        assertThat(service.permits().row("permit-7")).isEqualTo("confirmed");
    }
}
