package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console without a browser: its pages, its forms, and its events. */
@Timeout(120)
class ConsoleTest extends ServiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/console/journal", "/console/faults", "/console/personas?copy=plus", "/console/clients"})
    void pagesAreWholeAndHaveNothingInlineOrFromElsewhere(String path) {
        service.signIn("basic");
        service.ticket(SignedInService.FORM, service.form("emailAddress"));
        HttpResponse<byte[]> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "nonce");
        assertThat(TestService.text(page))
                .doesNotContain("<style", " style=", "onclick=", "{{")
                .doesNotContainPattern("<script(?! src=\"/console/console.js\" defer>)")
                .doesNotContainPattern("(src|href)=\"(https?:)?//");
    }

    @ParameterizedTest
    @CsvSource({"en-US, Waiting for an answer", "zh-HK, 等待回覆", "zh-CN, 等待回复"})
    void speaksThreeLanguages(String lang, String title) {
        assertThat(text("/?lang=" + lang)).contains("<html lang=\"" + lang + "\">", title);
        assertThat(text("/console/journal?q=a%26b&lang=" + lang))
                .contains("href=\"/console/journal?lang=zh-HK&amp;q=a%26b\"");
    }

    @Test
    void aWaitingRequestIsAnsweredByItsForm() {
        service.signIn("basic");
        String ticket = service.ticket(SignedInService.FORM, service.form("emailAddress"));
        assertThat(text("/?lang=en-US"))
                .contains("data-testid=\"request-" + ticket, "Form filling", "E-mail address", "TESTMAN, Basic");

        HttpResponse<byte[]> answered = post("/console/requests", "lang=zh-HK&ticket=" + ticket + "&decision=approve");
        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(answered.headers().firstValue("Location")).contains("/?lang=zh-HK&done=answered");
        assertThat(receiver.next().code()).isEqualTo("D00000");
        assertThat(text("/?lang=en-US&done=answered")).contains("Answered.", "approved");
        assertThat(text("/?lang=en-US&done=invented")).doesNotContain("data-testid=\"notice\"");
    }

    @Test
    void theAnonymousAreChosenAndWhatTheyCannotDoIsSaid() {
        String ticket = service.service.openQr("mine");
        assertThat(text("/?lang=en-US"))
                .contains("<option value=\"plus\">", "suspended — suspended: whatever is approved fails");
        post("/console/requests", "ticket=" + ticket + "&decision=approve&persona=plus");
        assertThat(simulator.requests().get(0).personaId()).contains("plus");
    }

    @Test
    void anAnswerThatIsTooLateIsExplainedOnThePage() {
        String ticket = service.service.openQr("mine");
        simulator.reject(ticket);
        HttpResponse<byte[]> late = post("/console/requests", "lang=en-US&ticket=" + ticket + "&decision=timeout");
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(TestService.text(late)).contains("role=\"alert\"", "The request has ended already; it is rejected.");
    }

    @ParameterizedTest
    @CsvSource({
        "advance=PT61S, PT1M1S",
        "amount=5&unit=M, PT5M",
        "amount=2&unit=H, PT2H",
    })
    void theClockIsMoved(String form, String by) {
        assertThat(post("/console/clock", form).statusCode()).isEqualTo(303);
        assertThat(simulator.advanced()).isEqualTo(Duration.parse(by));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount=&unit=M", "amount=-5&unit=M", "amount=%3Cb%3E&unit=S", "advance=soon"})
    void aTimeThatIsNoneIsRefusedInWords(String form) {
        HttpResponse<byte[]> answer = post("/console/clock", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestService.text(answer)).contains("data-testid=\"problem\"").doesNotContain("<b>");
        assertThat(simulator.advanced()).isZero();
    }

    @Test
    void aFaultIsASwitchWithACount() {
        post("/console/faults", "fault=error-code&switch=on&times=2&code=D20000&path=/auth/getToken");
        assertThat(simulator.faults())
                .containsExactly(
                        Fault.of(FaultKind.ERROR_CODE).times(2).code("D20000").onPath("/auth/getToken"));
        assertThat(text("/console/faults?lang=en-US")).contains("2 to go · /auth/getToken · D20000");
        assertThat(text("/?lang=en-US")).contains("<code>error-code</code>");
        post("/console/faults", "fault=error-code&switch=off");
        assertThat(simulator.faults()).isEmpty();

        HttpResponse<byte[]> wrong = post("/console/faults", "lang=en-US&fault=error-code&switch=on&times=many");
        assertThat(TestService.text(wrong)).contains("must be a whole number");
        post("/console/faults", "fault=slow-drip&switch=on");
        post("/console/faults/clear", "");
        assertThat(simulator.faults()).isEmpty();
    }

    @Test
    void aPersonaIsCopiedChangedAndRemoved() {
        assertThat(text("/console/personas?copy=plus&lang=en-US")).contains("value=\"my-plus\"", "B000002(2)");
        String form = "copy=plus&newId=ada&englishName=" + encoded("LOVELACE, Ada") + "&hkic=" + encoded("A123456(3)")
                + "&userType=sign&certificate=valid&eme=%7B%7D";
        assertThat(post("/console/personas", form).statusCode()).isEqualTo(303);
        assertThat(text("/console/personas?lang=en-US")).contains("LOVELACE, Ada", "data-testid=\"remove-ada\"");
        String ada = text("/control/personas/ada");
        assertThat(TestService.parse(ada.getBytes(StandardCharsets.UTF_8)).path("eme"))
                .as("nothing of the copied data is left")
                .isEmpty();

        String change = "id=ada&englishName=KING&hkic=" + encoded("A123456(3)") + "&userType=default&suspended=true"
                + "&certificate=valid&eme=" + encoded("{\"emailAddress\":\"ada@example.com\"}");
        post("/console/personas", change);
        assertThat(text("/control/personas/ada"))
                .contains("\"KING\"", "ada@example.com", "\"suspended\":true", "\"userType\":\"default\"");
        post("/console/personas/remove", "id=ada");
        assertThat(simulator.personaIds()).doesNotContain("ada");
    }

    @Test
    void whatWasTypedStaysAfterAMistake() {
        HttpResponse<byte[]> wrong = post(
                "/console/personas", "lang=en-US&copy=plus&newId=eve&englishName=%3Cb%3EEVE&hkic=nothing&eme=%7B%7D");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(TestService.text(wrong))
                .contains("value=\"eve\"", "value=\"&lt;b&gt;EVE\"", "value=\"nothing\"", "data-testid=\"problem\"");
        assertThat(TestService.text(
                        post("/console/personas", "copy=plus&newId=eve&englishName=E&hkic=A123456(3)&eme=%7B")))
                .contains("data-testid=\"problem\"", "not well-formed JSON");
    }

    @Test
    void aServiceIsAddedChangedAndRemovedAndItsSecretIsNeverShown() {
        String form = "newId=permits&nameEn=Permits&nameHk=" + encoded("許可證") + "&secret=hush-hush"
                + "&redirectUris=" + encoded("https://permits.example.org/a\r\nhttps://permits.example.org/b")
                + "&scope=eidapi_auth";
        assertThat(post("/console/clients", form).statusCode()).isEqualTo(303);
        ClientRegistration added = registration("permits");
        assertThat(added.clientSecret()).isEqualTo("hush-hush");
        assertThat(added.redirectUris()).hasSize(2);
        assertThat(added.scopes()).containsExactly("eidapi_auth");
        assertThat(added.displayName()).isEqualTo(Map.of("en", "Permits", "zh-HK", "許可證"));
        assertThat(text("/console/clients?id=permits&lang=zh-HK"))
                .contains("許可證")
                .doesNotContain("hush-hush");

        post("/console/clients", "id=permits&nameEn=Licences&scope=eidapi_sign&redirectUris=");
        assertThat(registration("permits").clientSecret()).isEqualTo("hush-hush");
        assertThat(registration("permits").nameIn("zh-HK")).isEqualTo("Licences");
        assertThat(registration("permits").redirectUris()).isEmpty();

        HttpResponse<byte[]> wrong = post("/console/clients", "newId=x&secret=hush-hush&redirectUris=nowhere");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(TestService.text(wrong)).contains("nowhere").doesNotContain("hush-hush");
        post("/console/clients/remove", "id=permits");
        assertThat(simulator.registrations())
                .extracting(ClientRegistration::clientId)
                .doesNotContain("permits");
    }

    @Test
    void theJournalIsFilteredAndItsLinesAreWhole() {
        service.signIn("basic");
        service.ticket(SignedInService.FORM, service.form("emailAddress").put("formName", "<i>Permit</i>"));
        assertThat(text("/console/journal?q=formname&lang=en-US"))
                .contains("1 of 1 lines", "&lt;i&gt;Permit&lt;/i&gt;")
                .doesNotContain("<i>Permit");
        assertThat(text("/console/journal?direction=browser&lang=en-US"))
                .contains("/auth/getQR")
                .doesNotContain("getKey");
        assertThat(get("/console/journal?direction=sideways").statusCode()).isEqualTo(400);
        RecordedCall last = simulator.calls().get(simulator.calls().size() - 1);
        assertThat(text("/console/journal/" + last.number() + "?lang=en-US"))
                .contains("data-testid=\"asked-content\"", "data-testid=\"signed\"", "data-testid=\"curl\"", "nonce");
        assertThat(get("/console/journal/99999").statusCode()).isEqualTo(404);
        assertThat(get("/console/journal/x").statusCode()).isEqualTo(404);
        post("/console/journal/clear", "");
        assertThat(simulator.log()).isEmpty();
    }

    @Test
    void aResetForgetsRequests() {
        service.service.openQr("mine");
        assertThat(post("/console/reset", "").statusCode()).isEqualTo(303);
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.org", "null", "http://localhost:1"})
    void otherSitesPressNoButton(String origin) {
        String ticket = service.service.openQr("mine");
        HttpRequest request = HttpRequest.newBuilder(uri("/console/requests"))
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("ticket=" + ticket + "&decision=approve&persona=plus"))
                .build();
        assertThat(TestService.exchange(request).statusCode()).isEqualTo(403);
        assertThat(simulator.requests().get(0).status()).isEqualTo("pending");
    }

    @Test
    void eventsTellThatThereIsSomethingNew() throws Exception {
        try (BufferedReader events = events()) {
            String first = next(events, "data: ");
            simulator.inject(Fault.of(FaultKind.RESET));
            String second = nextState(events);
            assertThat(second).isNotEqualTo(first);
            service.service.openQr("mine");
            assertThat(nextState(events)).isNotIn(first, second);
        }
    }

    @Test
    void eventsTellTheTime() throws Exception {
        try (BufferedReader events = events()) {
            next(events, "event: clock");
            assertThat(events.readLine()).matches("data: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        }
    }

    @Test
    void tooManyListenersAreToldToComeLater() throws Exception {
        List<BufferedReader> open = new ArrayList<>();
        try {
            for (int i = 0; i < 32; i++) {
                BufferedReader events = events();
                open.add(events);
                assertThat(events.readLine()).isEqualTo("retry: 1000");
            }
            try (BufferedReader oneMore = events()) {
                assertThat(oneMore.readLine()).isEqualTo("retry: 30000");
                assertThat(oneMore.readLine()).isEmpty();
                assertThat(oneMore.readLine()).isNull();
            }
        } finally {
            for (BufferedReader events : open) {
                events.close();
            }
        }
    }

    private String nextState(BufferedReader events) throws IOException {
        next(events, "event: state");
        return events.readLine();
    }

    private static String next(BufferedReader events, String start) throws IOException {
        String line = events.readLine();
        while (!line.startsWith(start)) {
            line = events.readLine();
        }
        return line;
    }

    private BufferedReader events() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = TestService.HTTP.send(
                HttpRequest.newBuilder(uri("/console/events")).build(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private ClientRegistration registration(String id) {
        return simulator.registrations().stream()
                .filter(one -> one.clientId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String text(String path) {
        return TestService.text(get(path));
    }

    private HttpResponse<byte[]> get(String path) {
        return TestService.get(uri(path));
    }

    private HttpResponse<byte[]> post(String path, String form) {
        return TestService.post(uri(path), "application/x-www-form-urlencoded", form);
    }

    private URI uri(String path) {
        return URI.create(simulator.baseUrl() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
