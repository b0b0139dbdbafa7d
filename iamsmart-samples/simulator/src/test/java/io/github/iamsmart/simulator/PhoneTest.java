package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.CallbackReceiver.Received;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The phone's screens for the requests that come with a ticket. */
class PhoneTest extends ServiceTest {

    @BeforeEach
    void signIn() {
        service.signIn("basic");
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, Form filling, E-mail address, not verified",
        "zh-HK, 填表通, 電郵地址, 未經核實",
        "zh-CN, 填表通, 电邮地址, 未经核实",
    })
    void showsTheFormAndWhatItWouldGet(String lang, String flow, String field, String notVerified) {
        ObjectNode body = service.form("emailAddress", "mobileNumber").put("formName", "Permit <b>7</b>");
        body.withArray("profileFields").add("idNo").add("birthDate");
        String screen = show("?ticketID=" + service.ticket(SignedInService.FORM, body) + "&lang=" + lang);
        assertThat(screen)
                .contains("<html lang=\"" + lang + "\">", flow, field, notVerified)
                .contains("data-testid=\"form-name\">Permit &lt;b&gt;7&lt;/b&gt;<")
                .contains("data-testid=\"form-number\">P-1<", "data-testid=\"form-description\">A permit<")
                .contains("tai.man@example.com", "+852 50000103", "A000001(1)", "1985-04-17")
                .contains("data-testid=\"field-idNo\" checked", "data-testid=\"field-emailAddress\" checked");
    }

    @Test
    void asksForNoPersonaWhereTheUserIsKnown() {
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        assertThat(show("?ticket=" + ticket + "&lang=en-US"))
                .contains("data-testid=\"me\"", "TESTMAN, Basic")
                .doesNotContain("name=\"persona\"");
    }

    @Test
    void theUserUnticksFields() {
        String ticket = service.ticket(SignedInService.FORM, service.form("prefix", "emailAddress", "mobileNumber"));
        HttpResponse<byte[]> answered = answer(ticket, "approve", "&consent=1&field=prefix&field=mobileNumber");
        assertThat(location(answered)).isEqualTo("/phone?ticket=" + ticket + "&lang=en-US");
        assertThat(receiver.next().content().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("businessID", "state", "prefix", "mobileNumber");
    }

    @Test
    void theUserMayUntickAllFields() {
        String ticket = service.ticket(SignedInService.FORM, service.form("prefix"));
        answer(ticket, "approve", "&consent=1");
        Received callback = receiver.next();
        assertThat(callback.code()).isEqualTo("D00000");
        assertThat(callback.content().has("prefix")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"approve, D00000", "reject, D60001", "cancel, D60000", "fail, D60002", "timeout, D60003"})
    void everyButtonDoesWhatItSays(String button, String code) {
        String ticket = service.ticket(SignedInService.FORM, service.form("prefix"));
        assertThat(show("?ticket=" + ticket)).contains("value=\"" + button + "\"");
        answer(ticket, button, "");
        assertThat(receiver.next().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"approve, true", "other-face, false"})
    void theFaceIsTheRightOneOrNot(String button, String passed) {
        String ticket = service.ticket(SignedInService.STEP_UP, service.common());
        assertThat(show("?ticket=" + ticket + "&lang=en-US"))
                .contains("value=\"" + button + "\"", "A face in a frame")
                .doesNotContain("name=\"consent\"");
        answer(ticket, button, "");
        assertThat(receiver.next().content().path("isPassed").asText()).isEqualTo(passed);
    }

    @Test
    void theAnonymousUserIsChosenAndHisDataShown() {
        ObjectNode body = service.form("emailAddress").put("redirectURI", TestService.REDIRECT.toString());
        JsonNode accepted = service.accepted("/anonymous/eme/initiateRequest", body);
        String ticket = accepted.path("ticketID").asText();
        assertThat(show("?ticket=" + ticket + "&lang=en-US"))
                .contains("data-testid=\"persona-plus\"", "data-testid=\"field-emailAddress\"")
                .contains("<span class=\"value of of-plus\">plus@example.com</span>")
                .contains("<span class=\"value of of-no-eme\">not entered</span>")
                .contains("form:has(#persona-plus:checked) .of-plus");
        HttpResponse<byte[]> answered = answer(ticket, "approve", "&consent=1&field=emailAddress&persona=plus&here=1");
        assertThat(location(answered))
                .startsWith(TestService.REDIRECT + "?code=")
                .contains("businessID=");
    }

    @Test
    void theListNamesTheUserAndTheFlow() {
        service.ticket(SignedInService.CCIC, service.common());
        assertThat(show("?lang=en-US")).contains("CCIC verification", "TESTMAN, Basic");
    }

    @Test
    void theListTellsWhatIsAskedForAndWhen() {
        service.ticket(SignedInService.FORM, service.form("emailAddress", "mobileNumber"));
        assertThat(show("?lang=en-US"))
                .contains("<span class=\"asks\">E-mail address, Mobile telephone</span>")
                .containsPattern("<span class=\"when\">\\d\\d:\\d\\d:\\d\\d</span>");
    }

    @Test
    void saysWhatAPersonaCannotDoBeforeItIsChosen() {
        ObjectNode body = service.form("emailAddress").put("redirectURI", TestService.REDIRECT.toString());
        String ticket = service.accepted("/anonymous/eme/initiateRequest", body)
                .path("ticketID")
                .asText();
        assertThat(show("?ticket=" + ticket + "&lang=en-US"))
                .contains("data-testid=\"limit-no-eme\">nothing entered in the app<")
                .contains("data-testid=\"limit-suspended\">suspended: whatever is approved fails<")
                .doesNotContain("limit-plus", "limit-basic");
    }

    @Test
    void anEndedRequestHasNoButtonsAndLeadsToTheService() {
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        simulator.reject(ticket);
        assertThat(show("?ticket=" + ticket + "&lang=en-US"))
                .contains("data-testid=\"start\" href=\"" + receiver.url().resolve("/") + "\"")
                .doesNotContain("<button");
    }

    @Test
    void goesBackToThePageThatTheUserCameFrom() {
        String page = "https://permits.example.org/permits/7?tab=2";
        String back = "&back=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        assertThat(show("?ticket=" + ticket + back)).contains("name=\"back\" value=\"" + page + "\"");
        HttpResponse<byte[]> answered = answer(ticket, "approve", back);
        assertThat(location(answered)).contains("/phone?ticket=" + ticket, "&back=https%3A%2F%2Fpermits");
        assertThat(show(location(answered).substring("/phone".length())))
                .contains("data-testid=\"back\" href=\"" + page + "\"");

        service.signIn("basic", Map.of("scope", SignedInService.SCOPES, "source", "iOS_Safari", "brokerPage", "true"));
        String same = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        assertThat(location(answer(same, "approve", back))).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org/",
                "https://permits.example.org:8443/",
                "http://permits.example.org/",
                "https://permits.example.org@evil.example.org/",
                "https://user@permits.example.org/",
                "javascript:alert(1)",
                "//evil.example.org",
                "not a url",
            })
    void goesBackToNoOtherOrigin(String page) {
        String back = "&here=1&back=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        assertThat(show("?ticket=" + ticket + back)).doesNotContain("name=\"back\"");
        assertThat(location(answer(ticket, "reject", back))).isEqualTo("/phone?ticket=" + ticket + "&lang=en-US");
    }

    @Test
    void aForgedFormChangesNothing() {
        String ticket = service.ticket(SignedInService.PROFILE, service.profile("idNo"));
        answer(ticket, "approve", "&consent=1&field=gender");
        answer(ticket, "other-face", "");
        answer(ticket, "approve", "&persona=plus");
        assertThat(location(answer("unknown", "approve", ""))).isEqualTo("/phone?ticket=gone&lang=en-US");
        assertThat(simulator.requests().get(1).status()).isEqualTo("pending");
        assertThat(receiver.waiting()).isZero();
    }

    private String show(String query) {
        return TestService.text(TestService.get(URI.create(simulator.baseUrl() + "/phone" + query)));
    }

    private HttpResponse<byte[]> answer(String ticket, String decision, String more) {
        return TestService.post(
                URI.create(simulator.baseUrl() + "/phone/answer"),
                "application/x-www-form-urlencoded",
                "ticket=" + ticket + "&decision=" + decision + more);
    }

    private static String location(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
