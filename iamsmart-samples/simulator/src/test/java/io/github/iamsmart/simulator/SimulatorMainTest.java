package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bogus",
                "--port",
                "--port x",
                "--port 70000",
                "--host",
                "8090",
                "--ccic-path ccic",
                "--scenario",
                "--clients"
            })
    void explainsItselfWhenTheOptionsAreWrong(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage:", "--tls-port");
        assertThat(out.size()).isZero();
    }

    @Test
    void printsItsUsageWhenAsked() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("usage:");
    }

    @Test
    void saysThatItCannotStart() {
        try (IamSmartSimulator taken = IamSmartSimulator.start()) {
            assertThat(run("--port", Integer.toString(taken.baseUrl().getPort())))
                    .isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains("any free port")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--personas", "--scenario"})
    void saysWhatIsWrongWithAFile(String option) {
        assertThat(run("--port", "0", option, "there-is-none.json")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(option.substring(2) + " file there-is-none.json: There is no such file.")
                .doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return SimulatorMain.run(arguments, new PrintStream(out, true), new PrintStream(err, true));
    }
}
