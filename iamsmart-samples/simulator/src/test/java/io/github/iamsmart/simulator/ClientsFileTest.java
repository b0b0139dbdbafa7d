package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients outlive a simulator that keeps them in a file. */
class ClientsFileTest {
    @TempDir
    Path folder;

    @Test
    void areThereAgainAfterARestart() throws Exception {
        Path file = folder.resolve("clients.json");
        ClientRegistration registered;
        try (IamSmartSimulator simulator = start(file)) {
            assertThat(file).doesNotExist();
            TestService service = new TestService(simulator);
            registered = service.registration().withDisplayName("Permits", "許可證", "许可证");
            simulator.register(registered);
            simulator.addRedirectUri(service.clientId, URI.create("http://localhost:8080/"));
            simulator.uploadKek(service.clientId, TestService.KEK.getPublic());
            simulator.register(ClientRegistration.withGeneratedSecret(TestService.KEK.getPublic()));
            simulator.removeClient(simulator.registrations().stream()
                    .map(ClientRegistration::clientId)
                    .filter(id -> !id.equals(service.clientId))
                    .findFirst()
                    .orElseThrow());
        }
        try (IamSmartSimulator again = start(file)) {
            assertThat(again.registrations())
                    .containsExactly(registered.plusRedirectUri(URI.create("http://localhost:8080/")));
        }
    }

    @Test
    void onlyItsOwnerReadsTheFileAndNoDraftStays() throws Exception {
        Path file = folder.resolve("clients.json");
        Files.writeString(file, "{\"clients\": []}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (IamSmartSimulator simulator = start(file)) {
            TestService service = new TestService(simulator);
            assertThat(Files.readString(file)).contains(service.secret, service.clientId);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            try (Stream<Path> all = Files.list(folder)) {
                assertThat(all).containsExactly(file);
            }
        }
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path file = Files.writeString(folder.resolve("kept.json"), "{\"clients\": []}");
        Path link = Files.createSymbolicLink(folder.resolve("clients.json"), file);
        try (IamSmartSimulator simulator = start(link)) {
            TestService service = new TestService(simulator);
            assertThat(Files.isSymbolicLink(link)).isTrue();
            assertThat(Files.readString(file)).contains(service.clientId);
        }
    }

    @Test
    void aChangeThatCannotBeKeptIsNotMade() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        Path file = gone.resolve("clients.json");
        try (IamSmartSimulator simulator = start(file)) {
            TestService service = new TestService(simulator);
            Files.delete(file);
            Files.delete(gone);
            assertThatThrownBy(() -> simulator.removeClient(service.clientId))
                    .isInstanceOfSatisfying(
                            SimulatorException.class,
                            e -> assertThat(e.kind()).isEqualTo(SimulatorException.Kind.NOT_SAVED))
                    .hasMessageContaining("clients.json")
                    .hasMessageNotContaining(service.secret);
            assertThatThrownBy(() -> new TestService(simulator)).isInstanceOf(SimulatorException.class);
            assertThatThrownBy(() -> simulator.addRedirectUri(service.clientId, URI.create("http://localhost:8080/")))
                    .isInstanceOf(SimulatorException.class);
            assertThat(simulator.registrations()).containsExactly(service.registration());
            String sentence = new ControlCalls(simulator).refused(500, "DELETE", "/clients/" + service.clientId, "");
            assertThat(sentence).contains("clients.json", "nothing was changed");
        }
    }

    @Test
    void aFileThatIsNotRightIsNamed() throws Exception {
        Path file = folder.resolve("clients.json");
        for (String text : new String[] {
            "nonsense",
            "[]",
            "{}",
            "{\"clients\": [{\"clientID\": \"a\"}]}",
            "{\"clients\": [], \"faults\": []}",
            "{\"clients\": [7]}",
            "{\"clients\": [{\"clientID\": \"a\", \"clientSecret\": \"***\"}]}"
        }) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> start(file).close())
                    .as(text)
                    .isInstanceOfSatisfying(
                            SimulatorException.class,
                            e -> assertThat(e.kind()).isEqualTo(SimulatorException.Kind.NOT_STARTED))
                    .hasMessageContaining("clients.json: ");
            assertThat(Files.readString(file)).isEqualTo(text);
        }
    }

    private static IamSmartSimulator start(Path file) {
        return IamSmartSimulator.builder().clients(file).start();
    }
}
