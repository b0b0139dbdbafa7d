package io.github.iamsmart.bootmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads what all other tests logged, at TRACE: no secret, key, code or token may stand there. */
class LogsIT {

    private static final Pattern SECRET =
            Pattern.compile("simtoken-[0-9a-f]|simcode-[0-9a-f]|simverifier-[0-9a-f]|PRIVATE KEY|LS0tLS1CRUdJTi");

    @Test
    void noSecretStandsInTheLogs() throws IOException {
        List<String> secrets = UsedSecrets.all();
        assertThat(secrets).hasSizeGreaterThan(2);
        for (String file : List.of("trace-web.log", "trace-bare.log")) {
            String log = Files.readString(Path.of("target", file));
            assertThat(SECRET.matcher(log).results().map(MatchResult::group))
                    .as(file)
                    .isEmpty();
            assertThat(secrets).as(file).noneMatch(log::contains);
        }
    }

    @Test
    void theLogsTellOfRequests() throws IOException {
        String log = Files.readString(Path.of("target", "trace-web.log"));

        assertThat(log).contains("A callback of", "was refused", "is called again at", "is dead", "expired without");
    }

    @Test
    void theLogsTellOfSignIns() throws IOException {
        String log = Files.readString(Path.of("target", "trace-web.log"));

        assertThat(log)
                .contains(
                        "TRACE", "DEBUG io.github.iamsmart", "/iamsmart/callback/login", "/iamsmart/direct-login/app");
    }
}
