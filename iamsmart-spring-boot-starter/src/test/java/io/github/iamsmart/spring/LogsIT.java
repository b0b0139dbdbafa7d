package io.github.iamsmart.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads what all other tests logged, at TRACE: no secret may stand there. */
class LogsIT {

    private static final Path LOG = Path.of("target", "trace.log");
    private static final List<String> SECRETS = List.of(
            "starter-client-secret-4f1e",
            "sanitizer-password-12",
            "starter-access-token-27c0",
            TestKeys.PASSWORD,
            "simtoken-",
            "simcode-",
            "PRIVATE KEY",
            "LS0tLS1CRUdJTi");

    @Test
    void noSecretStandsInTheLogs() throws IOException {
        try (Stream<String> lines = Files.lines(LOG)) {
            assertThat(lines.filter(line -> SECRETS.stream().anyMatch(line::contains))
                            .limit(5))
                    .isEmpty();
        }
    }

    @Test
    void theLogsTellOfTheTests() throws IOException {
        assertThat(Files.readString(LOG)).contains("TRACE", "THIS IS A SIMULATION", "Callback URL of sign-in");
    }
}
