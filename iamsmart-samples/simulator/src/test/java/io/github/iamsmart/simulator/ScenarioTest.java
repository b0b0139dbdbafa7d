package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {
    private static final String RAINY = ControlCalls.json("{'personas': [{'id': 'mine', 'copyOf': 'plus'},"
            + " {'id': 'twin', 'copyOf': 'mine', 'gender': 'M'}],"
            + " 'clients': [{'clientID': 'permits', 'clientSecret': 'of the file', 'redirectURIs': []}],"
            + " 'faults': [{'fault': 'html-error', 'times': 2}], 'clock': {'advance': 'PT1H'}}");

    @RegisterExtension
    final IamSmartSimulatorExtension fresh = new IamSmartSimulatorExtension();

    @TempDir
    Path folder;

    private IamSmartSimulator simulator;
    private ControlCalls control;

    @BeforeEach
    void begin(IamSmartSimulator running) {
        simulator = running;
        control = new ControlCalls(running);
    }

    @Test
    void setsUpAllThatItNames() {
        control.ok("PUT", "/scenario", RAINY);
        assertThat(simulator.personaIds()).hasSize(14).contains("mine", "twin");
        assertThat(simulator.registrations())
                .singleElement()
                .satisfies(client -> assertThat(client.clientSecret()).isEqualTo("of the file"));
        assertThat(simulator.faults())
                .containsExactly(Fault.of(FaultKind.HTML_ERROR).times(2));
        assertThat(simulator.advanced()).isEqualTo(Duration.ofHours(1));
        assertThat(control.get("/clock").path("advance").asText()).isEqualTo("PT1H");
    }

    @Test
    void whatIsSavedSetsUpAnotherSimulator() {
        control.ok("POST", "/scenario", RAINY);
        String saved = TestService.text(control.send("GET", "/scenario?secrets=include", ""));
        assertThat(saved).isEqualTo(simulator.scenarioWithSecrets()).contains("of the file");
        try (IamSmartSimulator other = IamSmartSimulator.start()) {
            other.loadScenario(saved);
            assertThat(other.scenarioWithSecrets()).isEqualTo(saved);
        }
    }

    @Test
    void secretsAreLeftOutUnlessAskedFor() {
        control.ok("PUT", "/scenario", RAINY);
        String saved = TestService.text(control.send("GET", "/scenario", ""));
        assertThat(saved)
                .isEqualTo(simulator.scenario())
                .doesNotContain("of the file")
                .contains("***");
        // Where the client is known, the mask stands for its secret.
        control.ok("PUT", "/scenario", saved);
        assertThat(simulator.scenarioWithSecrets()).contains("of the file");
        try (IamSmartSimulator other = IamSmartSimulator.start()) {
            assertThatThrownBy(() -> other.loadScenario(saved))
                    .hasMessageContaining("clients[0]")
                    .hasMessageContaining("permits");
        }
        assertThat(control.refused(400, "GET", "/scenario?secrets=yes", "")).contains("include");
    }

    @Test
    void aResetReturnsToIt() {
        TestService service = new TestService(simulator);
        control.ok("PUT", "/scenario", RAINY);
        simulator.addPersona(SimulatedPersona.copyOf("plus", "guest").build());
        simulator.removePersona("twin");
        simulator.clearFaults();
        simulator.advance(Duration.ofHours(5));
        simulator.removeClient("permits");
        service.openQr("waiting");

        simulator.reset();

        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.personaIds()).contains("mine", "twin").doesNotContain("guest");
        assertThat(simulator.faults())
                .containsExactly(Fault.of(FaultKind.HTML_ERROR).times(2));
        assertThat(simulator.advanced()).isEqualTo(Duration.ofHours(1));
        assertThat(simulator.registrations())
                .extracting(ClientRegistration::clientId)
                .containsExactlyInAnyOrder("permits", service.clientId);
    }

    @Test
    void whatItLeavesOutIsAsAfterAReset() {
        simulator.addPersona(SimulatedPersona.copyOf("plus", "guest").build());
        TestService service = new TestService(simulator);
        simulator.inject(Fault.of(FaultKind.RESET));
        simulator.advance(Duration.ofHours(5));
        service.openQr("waiting");
        control.ok("PUT", "/scenario", "{}");
        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.faults()).isEmpty();
        assertThat(simulator.advanced()).isZero();
        assertThat(simulator.personaIds()).contains("guest");
        assertThat(simulator.registrations()).containsExactly(service.registration());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nonsense|JSON",
                "[]|object",
                "{'persons': []}|personas",
                "{'personas': {}}|array",
                "{'personas': [{'id': 'a', 'copyOf': 'plus'}, {'id': 'b'}]}|personas[1]: ",
                "{'personas': [{'id': 'a', 'copyOf': 'b'}]}|personas[0]: 'copyOf'",
                "{'personas': [{'id': 'a', 'copyOf': 'plus'}, {'id': 'a', 'copyOf': 'plus'}]}|Two personas",
                "{'personas': [{'id': 'plus', 'copyOf': 'plus'}]}|copy it",
                "{'clients': [{'clientID': 'x'}]}|clients[0]: The field 'clientSecret'",
                "{'clients': [{'clientID': 'x', 'clientSecret': 's', 'logo': 'x'}]}|logo",
                "{'faults': [{'fault': 'earthquake'}]}|faults[0]: ",
                "{'faults': [{'fault': 'reset', 'path': '/nowhere'}]}|/nowhere",
                "{'clock': 'PT1H'}|clock",
                "{'clock': {'advance': '1h'}}|PT61S",
                "{'clock': {'advance': 'PT-1H'}}|forward",
                "{'clock': {'time': '2026'}}|advance",
            })
    void oneThatIsNotRightChangesNothing(String wrong, String word) {
        control.ok("PUT", "/scenario", RAINY);
        TestService service = new TestService(simulator);
        service.openQr("waiting");
        String before = simulator.scenarioWithSecrets();
        assertThat(control.refused(400, "PUT", "/scenario", wrong)).contains(word);
        assertThat(simulator.scenarioWithSecrets()).isEqualTo(before);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aSimulatorStartsWithTheFilesOfItsCommandLine() throws Exception {
        Path scenario = Files.writeString(folder.resolve("scenario.json"), RAINY);
        Path personas = Files.writeString(
                folder.resolve("personas.json"),
                ControlCalls.json("{'personas': [{'id': 'file', 'copyOf': 'basic'}]}"));
        try (IamSmartSimulator started =
                IamSmartSimulator.builder().personas(personas).start()) {
            assertThat(started.personaIds()).endsWith("file");
        }
        Path clients = folder.resolve("clients.json");
        try (IamSmartSimulator started =
                IamSmartSimulator.builder().clients(clients).scenario(scenario).start()) {
            assertThat(clients).content().contains("of the file");
            Files.delete(clients);
            started.clearFaults();
            started.reset();
            assertThat(started.faults()).hasSize(1);
            assertThat(clients).as("nothing has changed").doesNotExist();
        }
    }

    @Test
    void aFileThatIsNotRightIsNamed() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"personas\": [{\"id\": \"a\"}]}");
        Path more = Files.writeString(folder.resolve("more.json"), "{\"personas\": [], \"faults\": []}");
        Path missing = folder.resolve("missing.json");
        assertNotStarted(IamSmartSimulator.builder().scenario(wrong), "scenario file", "wrong.json: personas[0]: ");
        assertNotStarted(IamSmartSimulator.builder().personas(more), "personas file", "no other");
        assertNotStarted(IamSmartSimulator.builder().scenario(missing), "missing.json", "no such file");
        assertNotStarted(IamSmartSimulator.builder().personas(folder), "personas file", "cannot be read");
    }

    private static void assertNotStarted(IamSmartSimulatorBuilder builder, String... words) {
        assertThatThrownBy(() -> builder.start().close())
                .isInstanceOfSatisfying(
                        SimulatorException.class,
                        e -> assertThat(e.kind()).isEqualTo(SimulatorException.Kind.NOT_STARTED))
                .message()
                .contains(words);
    }

    @Test
    void aLoadedPersonaIsWholeInWhatIsSaved() {
        control.ok("PUT", "/scenario", RAINY);
        JsonNode twin = control.get("/scenario").path("personas").get(1);
        assertThat(twin.path("englishName").asText()).isEqualTo("SAMPLE, Plus");
        assertThat(twin.has("copyOf")).isFalse();
    }
}
