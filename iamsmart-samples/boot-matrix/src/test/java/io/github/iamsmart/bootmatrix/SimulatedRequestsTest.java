package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.formfilling.FormFillingResult;
import io.github.iamsmart.requests.RequestOutcome;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.requests.RequestOutcome.Declined;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedCallback;
import io.github.iamsmart.spring.IamSmartConnectionDetails;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** From the sign-in to the result, with a gateway that was written from the protocol alone. */
@SpringBootTest(
        classes = SimulatedApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"iamsmart.simulator.port=0", "iamsmart.sign-in.scopes=eidapi_auth,eidapi_formFilling"})
@Timeout(60)
class SimulatedRequestsTest {

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    @Value("${local.server.port}")
    int port;

    @Autowired
    IamSmartSimulator simulator;

    @Autowired
    IamSmartConnectionDetails connection;

    @Autowired
    RequestsApplication.Forms forms;

    private URI application;

    @BeforeEach
    void begin() {
        UsedSecrets.remember(connection.clientSecret());
        application = URI.create("http://localhost:" + port);
    }

    private Browser signedIn(String userAgent) {
        Browser browser = new Browser(userAgent);
        new SimulatedUser(browser, application, simulator).signIn("basic");
        return browser;
    }

    private JsonNode fill(Browser browser, String reference, boolean multipart) throws IOException {
        URI page = URI.create(application + "/fill?reference=" + reference + "&multipart=" + multipart);
        return new ObjectMapper().readTree(browser.get(page).body());
    }

    private JsonNode state(Browser browser, JsonNode sent) throws IOException {
        URI state = URI.create(application + sent.get("state").asText());
        return new ObjectMapper().readTree(browser.get(state).body());
    }

    private static void assertIsComplete(RequestOutcome<FormFillingResult> outcome) {
        FormFillingResult result = ((Completed<FormFillingResult>) outcome).result();
        assertThat(result.profile().englishName()).isPresent();
        assertThat(result.formData().emailAddress()).isPresent();
    }

    @Test
    void bringsWhatTheUserApprovesToTheHandlerAndThePage() throws Exception {
        Browser browser = signedIn(Browser.DESKTOP);
        JsonNode sent = fill(browser, "desktop", false);
        assertThat(sent.get("appLink").asText()).isEqualTo("none");
        URI events = URI.create(application + sent.get("state").asText() + "/events");
        Iterator<String> lines = browser.lines(events).body().iterator();
        assertThat(lines.next()).isEqualTo("event:state");
        assertThat(lines.next()).contains("\"status\":\"pending\"");

        simulator.approve(sent.get("ticket").asText());

        assertIsComplete(forms.await("desktop"));
        assertThat(lines)
                .toIterable()
                .filteredOn(line -> line.startsWith("data:"))
                .filteredOn(line -> !line.contains("\"status\":\"processing\""))
                .singleElement()
                .asString()
                .contains("\"status\":\"completed\"");
        assertThat(simulator.awaitCallback(sent.get("ticket").asText(), AT_MOST))
                .isEqualTo(SimulatedCallback.answered(200));
    }

    @Test
    void takesAResultThatIsPostedAsAForm() throws Exception {
        JsonNode sent = fill(signedIn(Browser.DESKTOP), "as-a-form", true);

        simulator.approve(sent.get("ticket").asText());

        assertIsComplete(forms.await("as-a-form"));
    }

    @Test
    void opensTheAppOnAPhone() throws Exception {
        Browser browser = signedIn(Browser.PHONE);
        JsonNode sent = fill(browser, "phone", false);
        assertThat(sent.get("appLink").asText()).startsWith("hk.gov.iamsmart.testapp://eme?ticketID=");

        simulator.reject(sent.get("ticket").asText());

        assertThat(forms.await("phone")).isInstanceOf(Declined.class);
        assertThat(state(browser, sent).get("status").asText()).isEqualTo("declined");
        assertThat(state(browser, sent).get("message").asText()).isNotBlank();
    }

    @Test
    void believesACallbackThatOvertakesTheAnswer() throws Exception {
        simulator.inject(Fault.of(FaultKind.CALLBACK_BEFORE_ANSWER));
        Browser browser = signedIn(Browser.DESKTOP);

        JsonNode sent = fill(browser, "overtaking", false);

        assertThat(state(browser, sent).get("status").asText()).isIn("processing", "completed");
        assertIsComplete(forms.await("overtaking"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {
                "CALLBACK_DUPLICATE",
                "CALLBACK_NEW_CEK",
                "CALLBACK_FOREIGN_KEY",
                "CALLBACK_BARE_CONTENT",
                "CALLBACK_MULTIPART"
            })
    void handlesOnceWhatIsGenuine(FaultKind fault) throws Exception {
        simulator.inject(Fault.of(fault));
        JsonNode sent = fill(signedIn(Browser.DESKTOP), fault.name(), false);

        simulator.approve(sent.get("ticket").asText());

        assertIsComplete(forms.await(fault.name()));
        assertThat(simulator.awaitCallback(sent.get("ticket").asText(), AT_MOST))
                .isEqualTo(SimulatedCallback.answered(200));
        assertThat(forms.calls(fault.name())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"CALLBACK_TAMPERED_TAG", "CALLBACK_WRONG_STATE"})
    void doesNotBelieveWhatIsNot(FaultKind fault) throws Exception {
        simulator.inject(Fault.of(fault));
        Browser browser = signedIn(Browser.DESKTOP);
        JsonNode sent = fill(browser, fault.name(), false);

        simulator.approve(sent.get("ticket").asText());

        assertThat(simulator.awaitCallback(sent.get("ticket").asText(), AT_MOST))
                .isEqualTo(SimulatedCallback.answered(200));
        assertThat(state(browser, sent).get("status").asText()).isEqualTo("pending");
        assertThat(forms.calls(fault.name())).isZero();
    }
}
