package io.github.iamsmart.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads what all other tests logged, at TRACE: no secret may stand there. */
class LogsIT {

    private static final Path LOGS = Path.of("target");
    private static final List<String> SECRETS = List.of(
            "starter-client-secret-4f1e",
            "sanitizer-password-12",
            "starter-access-token-27c0",
            TestKeys.PASSWORD,
            "simtoken-",
            "simcode-",
            "PRIVATE KEY-----",
            "LS0tLS1CRUdJTi");

    @Tag("slow") // also of what the slow tests logged, which run by themselves
    @Test
    void noSecretStandsInTheLogs() throws IOException {
        try (Stream<String> lines = lines()) {
            assertThat(lines.filter(line -> SECRETS.stream().anyMatch(line::contains))
                            .limit(5))
                    .isEmpty();
        }
    }

    @Test
    void theLogsTellOfTheTests() throws IOException {
        assertThat(String.join("\n", lines().toList()))
                .contains("TRACE", "THIS IS A SIMULATION", "Callback URL of sign-in");
    }

    /** Each JVM of the tests has a log of its own. */
    private static Stream<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(LOGS, "trace-*.log")) {
            for (Path log : logs) {
                lines.addAll(Files.readAllLines(log));
            }
        }
        return lines.stream();
    }
}
