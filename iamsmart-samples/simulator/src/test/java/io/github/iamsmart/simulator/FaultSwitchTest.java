package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultSwitchTest {
    @RegisterExtension
    final IamSmartSimulatorExtension fresh = new IamSmartSimulatorExtension();

    private IamSmartSimulator simulator;
    private TestService service;
    private ControlCalls control;

    @BeforeEach
    void begin(IamSmartSimulator running) {
        simulator = running;
        service = new TestService(running);
        control = new ControlCalls(running);
    }

    @Test
    void theNextThreeAndNoMore() {
        JsonNode on = control.ok("PUT", "/faults/html-error", "{'times': 3, 'httpStatus': 503}")
                .path("active");
        assertThat(on).hasSize(1);
        assertThat(on.get(0).path("times").asInt()).isEqualTo(3);
        assertThat(getKey()).isEqualTo(503);
        assertThat(control.get("/faults").path("active").get(0).path("times").asInt())
                .isEqualTo(2);
        assertThat(getKey()).isEqualTo(503);
        assertThat(getKey()).isEqualTo(503);
        assertThat(getKey()).isEqualTo(200);
        assertThat(control.get("/faults").path("active")).isEmpty();
    }

    @Test
    void alwaysUntilSwitchedOff() {
        control.ok("PUT", "/faults/html-error", "{'times': 'always'}");
        for (int i = 0; i < 10; i++) {
            assertThat(getKey()).isEqualTo(502);
        }
        assertThat(control.ok("DELETE", "/faults/html-error", "").path("active"))
                .isEmpty();
        assertThat(getKey()).isEqualTo(200);
    }

    @Test
    void switchingOnAgainReplaces() {
        control.ok("PUT", "/faults/html-error", "{'times': 3}");
        control.ok("PUT", "/faults/html-error", "{'times': 1}");
        assertThat(getKey()).isEqualTo(502);
        assertThat(getKey()).isEqualTo(200);
    }

    @Test
    void eachPathAndClientHasItsOwnSwitch() {
        TestService other = new TestService(simulator);
        control.ok("PUT", "/faults/html-error", "{'times': 'always', 'clientID': '" + other.clientId + "'}");
        control.ok("PUT", "/faults/html-error", "{'times': 'always', 'path': '/security/revokeKey'}");
        assertThat(getKey()).isEqualTo(200);
        assertThat(other.plain("/security/getKey", "").send().statusCode()).isEqualTo(502);
        assertThat(service.plain("/security/revokeKey", "").send().statusCode()).isEqualTo(502);

        JsonNode left = control.ok("DELETE", "/faults/html-error?clientID=" + other.clientId, "")
                .path("active");
        assertThat(left).hasSize(1);
        assertThat(left.get(0).path("path").asText()).isEqualTo("/security/revokeKey");
        assertThat(other.plain("/security/getKey", "").send().statusCode()).isEqualTo(200);
        assertThat(control.ok("DELETE", "/faults/html-error?path=/security/revokeKey", "")
                        .path("active"))
                .isEmpty();
    }

    @Test
    void oneKindGoesOffAloneAndAllTogether() {
        control.ok("PUT", "/faults/html-error", "");
        control.ok("PUT", "/faults/callback-drop", "{'times': 'always'}");
        control.ok("PUT", "/faults/callback-drop", "{'path': '/account/eme/initiateRequest'}");
        assertThat(control.ok("DELETE", "/faults/callback-drop", "").path("active"))
                .hasSize(1);
        assertThat(control.ok("DELETE", "/faults", "").path("active")).isEmpty();
    }

    @Test
    void inJavaToo() {
        simulator.switchOn(Fault.of(FaultKind.HTML_ERROR).times(5));
        simulator.switchOn(Fault.of(FaultKind.HTML_ERROR).times(7));
        assertThat(simulator.faults())
                .containsExactly(Fault.of(FaultKind.HTML_ERROR).times(7));
        simulator.switchOff(Fault.of(FaultKind.HTML_ERROR).forClient("another"));
        assertThat(simulator.faults()).hasSize(1);
        simulator.switchOff(Fault.of(FaultKind.HTML_ERROR));
        simulator.inject(Fault.of(FaultKind.RESET));
        simulator.clearFaults(FaultKind.DELAY);
        assertThat(simulator.faults()).hasSize(1);
        simulator.clearFaults(FaultKind.RESET);
        assertThat(simulator.faults()).isEmpty();
        assertThatThrownBy(() -> simulator.switchOn(Fault.of(FaultKind.RESET).onPath("/nowhere")))
                .hasMessageContaining("/security/getKey");
    }

    @Test
    void saysWhatToWrite() {
        assertThat(control.refused(400, "PUT", "/faults/earthquake", "")).contains("html-error");
        assertThat(control.refused(400, "DELETE", "/faults/earthquake", "")).contains("html-error");
        assertThat(control.refused(400, "PUT", "/faults/reset", "{'times': 'often'}"))
                .contains("always");
        assertThat(control.refused(400, "PUT", "/faults/reset", "{'times': -1}"))
                .contains("times");
        assertThat(control.refused(400, "PUT", "/faults/reset", "{'fault': 'delay'}"))
                .contains("of the path");
        assertThat(control.refused(400, "PUT", "/faults/reset", "{'path': '/nowhere'}"))
                .contains("/nowhere");
        assertThat(control.refused(400, "DELETE", "/faults/reset?path=nowhere", ""))
                .contains("slash");
        assertThat(simulator.faults()).isEmpty();
    }

    @Test
    void thereIsRoomForAThousand() {
        for (int i = 0; i < 1_000; i++) {
            simulator.inject(Fault.of(FaultKind.RESET).forClient("c" + i));
        }
        assertThat(control.refused(400, "POST", "/faults", "{'fault': 'reset'}"))
                .contains("switch some off");
        control.ok("PUT", "/faults/reset", "{'clientID': 'c7'}");
    }

    private int getKey() {
        return service.plain("/security/getKey", "").send().statusCode();
    }
}
