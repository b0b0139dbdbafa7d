package io.github.iamsmart.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.RecordedCall;
import io.github.iamsmart.simulator.http.HttpCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CurlCommandTest {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "The command is one for a POSIX shell.")
    void aShellPassesEveryCharacterOn() throws Exception {
        String body = "{\"name\":\"O'Neil $(id) `id` \\\\ \\n !\"}\n'";
        RecordedCall line = line(new HttpCall(
                "POST",
                "/api/v1/a",
                "x=1&y=%27",
                Map.of("nonce", List.of("it's"), "host", List.of("localhost"), "content-length", List.of("7")),
                body.getBytes(StandardCharsets.UTF_8),
                false,
                false));
        String command = CurlCommand.of(line, "http://localhost:8090").orElseThrow();

        assertThat(words(command))
                .containsExactly(
                        "-X",
                        "POST",
                        "http://localhost:8090/api/v1/a?x=1&y=%27",
                        "-H",
                        "nonce: it's",
                        "--data-raw",
                        body);
    }

    @Test
    void aPageIsFetchedWithItsUrlAlone() {
        RecordedCall line =
                line(new HttpCall("GET", "/a", "", Map.of("host", List.of("localhost")), new byte[0], false, false));
        assertThat(CurlCommand.of(line, "http://localhost:8090")).contains("curl http://localhost:8090/a");
    }

    private static RecordedCall line(HttpCall call) {
        Journal journal = new Journal(Clock.systemUTC());
        journal.add(CallDraft.call(call).status(200));
        return journal.calls().get(0);
    }

    /** What a shell makes of the command, with a function in the place of curl. */
    private static List<String> words(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "curl() { printf '%s\\0' \"$@\"; }\n" + command).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return List.of(out.split("\0"));
    }
}
