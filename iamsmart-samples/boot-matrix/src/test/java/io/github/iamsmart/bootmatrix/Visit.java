package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import io.github.iamsmart.simulator.IamSmartSimulator;
import io.github.iamsmart.simulator.SimulatedCallback;
import io.github.iamsmart.simulator.SimulatedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user does at an application that runs on the simulator, from the first click to the result. */
final class Visit {

    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"([^\"]*/pages/[^\"]+)\"");

    private final Browser browser = new Browser();
    private final URI application;
    private final URI host;
    private final IamSmartSimulator simulator;
    private final RequestsApplication.Forms forms;

    Visit(URI application, IamSmartSimulator simulator, RequestsApplication.Forms forms) {
        this.application = application;
        this.host = application.resolve("/");
        this.simulator = simulator;
        this.forms = forms;
    }

    /** A request begins before its user has signed in; its page waits for the answer. */
    void signInForARequest() throws Exception {
        assertThat(home()).isEqualTo("nobody");
        HttpResponse<String> pressed = browser.get(at("/begin?reference=begun"));
        assertThat(pressed.statusCode()).isEqualTo(303);
        URI back = user().answer(path(Browser.location(pressed)), ticket -> simulator.approve(ticket, "basic"));
        assertThat(back.toString()).startsWith(application + "/iamsmart/callback/login?");
        URI go = Browser.location(browser.get(back));
        assertThat(go.toString()).startsWith(application.toString());
        URI page = host.resolve(Browser.location(browser.get(go)));
        assertThat(page.toString()).startsWith(application + "/iamsmart/requests/");
        HttpResponse<String> shown = browser.get(page);
        assertThat(shown.statusCode()).isEqualTo(200);
        loadTheFiles(shown.body());

        String state = page.toString().replaceFirst("/page.*", "");
        Iterator<String> events =
                browser.lines(URI.create(state + "/events")).body().iterator();
        assertThat(events.next()).isEqualTo("event:state");
        SimulatedRequest asked = simulator
                .findByBusinessId(state.substring(state.lastIndexOf('/') + 1))
                .orElseThrow();
        simulator.approve(asked.ticketId());

        assertThat(forms.await("begun")).isInstanceOf(Completed.class);
        assertThat(events).toIterable().anyMatch(line -> line.contains("\"status\":\"completed\""));
        assertThat(simulator.awaitCallback(asked.ticketId(), AT_MOST)).isEqualTo(SimulatedCallback.answered(200));
        assertThat(home()).startsWith("signed in");
    }

    private void loadTheFiles(String page) {
        Matcher file = FILE.matcher(page);
        int loaded = 0;
        while (file.find()) {
            HttpResponse<String> answer = browser.get(host.resolve(file.group(1)));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .matches("text/(css|javascript);\\s?charset=(UTF|utf)-8");
            loaded++;
        }
        assertThat(loaded).as("style and script").isEqualTo(2);
    }

    /** The answer of iAM Smart comes as a form. */
    void fillAForm() throws Exception {
        JsonNode sent = new ObjectMapper()
                .readTree(
                        browser.get(at("/fill?reference=filled&multipart=true")).body());
        assertThat(browser.get(at(sent.get("state").asText())).body()).contains("\"status\":\"pending\"");

        simulator.approve(sent.get("ticket").asText());

        assertThat(forms.await("filled")).isInstanceOf(Completed.class);
    }

    /** The name of that page is not ASCII, which web servers leave out of a header. */
    void signInToTheConfiguredPage() {
        SimulatedUser user = new SimulatedUser(new Browser(), application, simulator);

        assertThat(Browser.location(user.signIn("basic"))).isEqualTo(at("/%E6%AD%A1%E8%BF%8E"));
    }

    /** A body that never ends is refused after {@code iamsmart.callback.read-timeout}. */
    void sendABodySlowly(URI origin) throws IOException {
        URI url = URI.create(origin + "/iamsmart/callback/default/results");
        try (Socket socket = new Socket("localhost", url.getPort())) {
            // The time between two bytes.
            socket.setSoTimeout(100);
            OutputStream out = socket.getOutputStream();
            out.write(Wire.head(url, "POST", "Content-Type: application/json\r\nContent-Length: 1000")
                    .getBytes(US_ASCII));
            for (int sent = 0; sent < 300; sent++) {
                out.write('x');
                out.flush();
                try {
                    byte[] answer = socket.getInputStream().readNBytes(12);
                    assertThat(new String(answer, US_ASCII)).isEqualTo("HTTP/1.1 408");
                    return;
                } catch (SocketTimeoutException e) {
                    // Not yet.
                }
            }
        }
        throw new AssertionError("No answer within half a minute.");
    }

    /** Returns the kind of thread that handles requests. */
    String thread() {
        return browser.get(at("/thread")).body();
    }

    /** Returns the type of the session. */
    String session() {
        return browser.get(at("/session")).body();
    }

    private String home() {
        return browser.get(at("/")).body();
    }

    private SimulatedUser user() {
        return new SimulatedUser(browser, URI.create("http://" + application.getAuthority()), simulator);
    }

    private URI at(String path) {
        return URI.create(application + path);
    }

    private static String path(URI url) {
        return url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }
}
