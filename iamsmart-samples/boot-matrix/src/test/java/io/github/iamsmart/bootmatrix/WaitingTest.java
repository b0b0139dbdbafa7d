package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What the page sees while the user has the phone in hand. */
@RequestsTest
@Timeout(60)
class WaitingTest {

    private static final String JSON = "application/json";

    @Value("${local.server.port}")
    int port;

    @Autowired
    StubGateway gateway;

    private URI application;
    private FormFiller user;

    @BeforeEach
    void begin() {
        application = URI.create("http://localhost:" + port);
        user = FormFiller.begin(application, gateway, "waiting");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static URI events(FormFiller user) {
        return URI.create(user.state + "/events");
    }

    /** Returns the data of the next event. */
    private static JsonNode next(Iterator<String> lines) throws IOException {
        while (true) {
            String line = lines.next();
            if (line.startsWith("data:")) {
                return json(line.substring("data:".length()));
            }
        }
    }

    /** Returns the data of the event with which the request has ended. */
    private static JsonNode endOf(Iterator<String> lines) throws IOException {
        JsonNode state = next(lines);
        while (Set.of("pending", "processing").contains(state.get("status").asText())) {
            state = next(lines);
        }
        return state;
    }

    @Test
    void tellsTheBrowserThatBegan() throws IOException {
        HttpResponse<String> pending = user.browser.get(user.state);
        assertThat(pending.statusCode()).isEqualTo(200);
        assertThat(pending.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(pending.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(json(pending.body()).get("status").asText()).isEqualTo("pending");
        assertThat(json(pending.body()).get("kind").asText()).isEqualTo("form-filling");
        assertThat(Instant.parse(json(pending.body()).get("expiresAt").asText()))
                .isAfter(Instant.now());
        assertThat(json(pending.body()).has("message")).isFalse();

        Wire.post(user.callbackUrl(), JSON, user.approval());

        assertThat(user.browser.get(user.state).body())
                .containsAnyOf("\"status\":\"processing\"", "\"status\":\"completed\"")
                .doesNotContain(FormFiller.NAME);
        JsonNode last = endOf(user.browser.lines(events(user)).body().iterator());
        assertThat(last.get("status").asText()).isEqualTo("completed");
        assertThat(user.browser.get(user.state).body())
                .contains("\"status\":\"completed\"")
                .doesNotContain(FormFiller.NAME);
    }

    @Test
    void tellsTheUserInHisLanguageWhyThereIsNoResult() throws IOException {
        Wire.post(user.callbackUrl(), JSON, user.rejection());

        JsonNode english = json(user.browser.get(user.state).body());
        assertThat(english.get("status").asText()).isEqualTo("declined");
        assertThat(english.get("code").asText()).isEqualTo("D60001");
        assertThat(english.get("message").asText()).matches("[\\p{ASCII}’]+");
        String chinese =
                user.browser.get(user.state, "Accept-Language", "zh-HK").body();
        assertThat(json(chinese).get("message").asText()).matches(".*\\p{IsHan}.*");
        assertThat(json(user.browser.get(URI.create(user.state + "?lang=sc")).body())
                        .get("message")
                        .asText())
                .matches(".*\\p{IsHan}.*")
                .isNotEqualTo(json(chinese).get("message").asText());
    }

    @Test
    void isUnknownToEveryOtherBrowser() {
        FormFiller other = FormFiller.begin(application, gateway, "other");
        List<String> answers = new ArrayList<>();
        for (String path : new String[] {"", "/events"}) {
            answers.add(answer(new Browser(), URI.create(user.state + path)));
            answers.add(answer(other.browser, URI.create(user.state + path)));
            answers.add(answer(user.browser, URI.create(application + "/iamsmart/requests/unknown" + path)));
            answers.add(answer(user.browser, URI.create(application + "/iamsmart/requests/" + "x".repeat(37) + path)));
            answers.add(answer(user.browser, URI.create(application + "/iamsmart/requests/%20" + path)));
        }

        assertThat(answers).hasSize(10).containsOnly(answers.get(0)).allMatch(answer -> answer.startsWith("404 "));
        assertThat(other.browser.get(other.state).statusCode()).isEqualTo(200);
    }

    @Test
    void servesThePageOfTheStarterAndWhatItLoads() {
        HttpResponse<String> page = user.browser.get(URI.create(user.state + "/page"));
        // It was not begun for that page: to the browser there is none.
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).contains("<h1>").doesNotContain("Whitelabel");
        for (String file : new String[] {"iamsmart.css", "waiting.js"}) {
            HttpResponse<String> loaded = user.browser.get(URI.create(application + "/iamsmart/pages/" + file));
            assertThat(loaded.statusCode()).isEqualTo(200);
            assertThat(loaded.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(file.endsWith("css") ? "text/css" : "text/javascript");
            assertThat(loaded.headers().firstValue("ETag")).isPresent();
        }
    }

    private static String answer(Browser browser, URI url) {
        HttpResponse<String> response = browser.get(url);
        return response.statusCode() + " " + response.body() + " "
                + response.headers().map().keySet() + response.headers().allValues("Cache-Control");
    }

    @Test
    void tellsOfTheEndWhenItComes() throws IOException {
        HttpResponse<Stream<String>> stream = user.browser.lines(events(user));
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(stream.headers().firstValue("Cache-Control")).hasValue("no-store");
        Iterator<String> lines = stream.body().iterator();
        assertThat(next(lines).get("status").asText()).isEqualTo("pending");

        Wire.post(user.callbackUrl(), JSON, user.approval());

        assertThat(endOf(lines).get("status").asText()).isEqualTo("completed");
        lines.forEachRemaining(line -> assertThat(line).isEmpty());
    }

    @Test
    void tellsOfAnEndThatHasComeAlready() throws IOException {
        Wire.post(user.callbackUrl(), JSON, user.rejection());

        Iterator<String> lines = user.browser.lines(events(user)).body().iterator();

        assertThat(next(lines).get("status").asText()).isEqualTo("declined");
        lines.forEachRemaining(line -> assertThat(line).isEmpty());
    }

    @Test
    void doesNotListenForMoreBrowsersThanItIsAllowedTo() throws IOException {
        FormFiller second = FormFiller.begin(application, gateway, "second");
        FormFiller third = FormFiller.begin(application, gateway, "third");
        Iterator<String> one = user.browser.lines(events(user)).body().iterator();
        Iterator<String> two = second.browser.lines(events(second)).body().iterator();
        next(one);
        next(two);

        HttpResponse<String> refused = third.browser.get(events(third));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        Wire.post(user.callbackUrl(), JSON, user.approval());
        Wire.post(second.callbackUrl(), JSON, second.approval());
        one.forEachRemaining(line -> assertThat(line).isNotNull());
        two.forEachRemaining(line -> assertThat(line).isNotNull());
        Wire.post(third.callbackUrl(), JSON, third.approval());
        assertThat(third.browser.get(events(third)).statusCode()).isEqualTo(200);
    }

    @Test
    void makesNoSession() {
        user.browser.get(user.state);
        Wire.post(user.callbackUrl(), JSON, user.approval());

        assertThat(user.browser.cookies()).containsOnlyKeys("iamsmart-requests");
    }
}
