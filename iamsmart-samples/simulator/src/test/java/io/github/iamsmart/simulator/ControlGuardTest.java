package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No other web page may use the control API, and no body may fill the memory. */
class ControlGuardTest {
    @RegisterExtension
    final IamSmartSimulatorExtension fresh = new IamSmartSimulatorExtension();

    private IamSmartSimulator simulator;
    private ControlCalls control;
    private String before;

    @BeforeEach
    void begin(IamSmartSimulator running) {
        simulator = running;
        control = new ControlCalls(running);
        simulator.register(new TestService(running).registration().withDisplayName("Permits"));
        simulator.addPersona(SimulatedPersona.copyOf("plus", "mine").build());
        simulator.inject(Fault.of(FaultKind.RESET));
        before = simulator.scenarioWithSecrets();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /personas", "POST, /personas", "GET, /personas/mine", "PUT, /personas/mine", "DELETE, /personas/mine",
        "GET, /clients", "POST, /clients", "GET, /clients/x", "PUT, /clients/x", "DELETE, /clients/x",
        "GET, /faults", "POST, /faults", "DELETE, /faults", "PUT, /faults/reset", "DELETE, /faults/reset",
        "GET, /scenario", "PUT, /scenario", "POST, /scenario", "GET, /scenario?secrets=include", "POST, /clock",
        "POST, /reset"
    })
    void belongsToItsOwnPagesAndToNamesOfLoopback(String method, String path) throws IOException {
        for (String origin : new String[] {"https://evil.example.org", "null"}) {
            assertThat(TestService.exchange(control.request(method, path, "")
                                    .header("Origin", origin)
                                    .build())
                            .statusCode())
                    .as("Origin: %s", origin)
                    .isEqualTo(403);
        }
        assertThat(raw(method, path, "rebound.example.org")).startsWith("HTTP/1.1 403");
        assertThat(simulator.scenarioWithSecrets()).isEqualTo(before);
    }

    /** What a form of another page can send without asking: no answer of the browser's own is relied on. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "TEXT/PLAIN; charset=utf-8", ""})
    void takesNoForms(String contentType) {
        for (String path : new String[] {"/personas", "/clients", "/faults", "/scenario", "/clock"}) {
            int status = TestService.post(
                            java.net.URI.create(simulator.baseUrl() + "/control" + path), contentType, "{}")
                    .statusCode();
            assertThat(status).as(path).isEqualTo(415);
        }
        assertThat(simulator.scenarioWithSecrets()).isEqualTo(before);
    }

    @Test
    void takesWhatCurlCallsItsData() {
        assertThat(TestService.post(
                                java.net.URI.create(simulator.baseUrl() + "/control/scenario"),
                                "application/x-www-form-urlencoded",
                                "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {4 * 1024 * 1024 + 1, 11 * 1024 * 1024})
    void refusesALargeBody(int size) {
        String body = " ".repeat(size - 2) + "{}";
        for (String path : new String[] {"/personas", "/clients", "/faults", "/scenario"}) {
            assertThat(control.refused(413, "POST", path, body)).contains("4 MiB");
        }
        assertThat(control.refused(413, "PUT", "/personas/mine", body)).contains("4 MiB");
        assertThat(simulator.scenarioWithSecrets()).isEqualTo(before);
    }

    @Test
    void deepJsonIsAMistakeAndNoFailure() {
        String deep = "{\"eme\":".concat("[".repeat(200_000));
        assertThat(control.refused(400, "PUT", "/personas/mine", deep)).contains("JSON");
    }

    /** The JDK's client does not let a test choose the Host header. */
    private String raw(String method, String path, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.baseUrl().getPort())) {
            socket.getOutputStream()
                    .write((method + " /control" + path + " HTTP/1.1\r\nHost: " + host
                                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
