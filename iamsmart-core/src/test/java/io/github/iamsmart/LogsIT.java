package io.github.iamsmart;

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

/** Reads what all other tests logged, at TRACE: neither a secret nor a person may stand there. */
class LogsIT {

    private static final Path LOGS = Path.of("target");

    /** The tests call a secret a canary; what others make of it has a mark of its own. */
    private static final List<String> SECRETS = List.of(
            "canary",
            "simtoken-",
            "simcode-",
            "PRIVATE KEY",
            "LS0tLS1CRUdJTi", // the beginning of a PEM file in Base64
            "MIIEv", // and of a private key
            "AAAADA", // and of a sealed content
            "b02953ab5c34281dbed9627a77cfd2ff", // a client secret of the test vectors
            "wrong-password",
            "of-the-key");

    private static final List<String> PERSONS =
            List.of("A123456", "rDcExehSzsiEp2laLaJqrtaX2ua9sdaugwaY5ONmYwk", "Chi Nan", "CHI NAN", "申智能", "somebody@");

    @Tag("slow") // also of what the slow tests logged, which run by themselves
    @Test
    void noSecretAndNoPersonStandInTheLogs() throws IOException {
        try (Stream<String> lines = lines()) {
            assertThat(lines.filter(line -> Stream.concat(SECRETS.stream(), PERSONS.stream())
                                    .anyMatch(line::contains))
                            .limit(5))
                    .isEmpty();
        }
    }

    @Test
    void theLogsTellOfTheTests() throws IOException {
        assertThat(String.join("\n", lines().toList()))
                .contains(
                        "/api/v1/auth/getToken ended with D00000",
                        "/api/v1/security/getKey ended with",
                        "was revoked",
                        "could not be fetched",
                        "A callback of",
                        "was refused",
                        "expired without an answer",
                        "is dead");
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
