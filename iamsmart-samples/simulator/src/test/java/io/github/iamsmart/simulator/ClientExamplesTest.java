package io.github.iamsmart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clients in other languages, from registration to the decrypted callback. */
@Tag("slow")
class ClientExamplesTest {
    private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();

    @RegisterExtension
    final IamSmartSimulatorExtension fresh = new IamSmartSimulatorExtension();

    @TempDir
    Path folder;

    private IamSmartSimulator simulator;

    /** Skipped where the language is missing, unless {@code IAMSMART_TOOLS} says {@code required}. */
    enum Example {
        NODE("node/client.mjs", "node", "-e", "process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)"),
        PYTHON("python/client.py", System.getenv().getOrDefault("PYTHON", "python3"), "-c", "import cryptography");

        private final Path file;
        private final List<String> check;

        Example(String file, String... check) {
            this.file = EXAMPLES.resolve(file);
            this.check = List.of(check);
        }
    }

    private record Ending(int status, String output) {}

    @BeforeEach
    void begin(IamSmartSimulator running) {
        simulator = running;
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void signsInAndReadsTheForm(Example example) throws Exception {
        Ending ending = run(example);
        assertThat(ending.output()).contains("SAMPLE, Plus · plus@example.com · 50000203");
        assertThat(ending.status()).isZero();
        assertThat(simulator.requests())
                .hasSize(2)
                .allMatch(request -> request.status().equals("approved"));
        assertThat(simulator.registrations().get(0).nameIn("en")).endsWith(" example");
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void fetchesTheKeyThatACallbackUses(Example example) throws Exception {
        simulator.inject(Fault.of(FaultKind.CALLBACK_NEW_CEK));
        assertThat(run(example).status()).isZero();
        assertThat(simulator.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void believesNoForgedCallback(Example example) throws Exception {
        for (FaultKind forgery : List.of(
                FaultKind.CALLBACK_FOREIGN_KEY, FaultKind.CALLBACK_TAMPERED_TAG, FaultKind.CALLBACK_WRONG_STATE)) {
            simulator.inject(Fault.of(forgery));
            Ending ending = run(example);
            assertThat(ending.status()).as(ending.output()).isNotZero();
            assertThat(ending.output()).doesNotContain("plus@example.com");
            assertThat(simulator.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void fitsOnOnePage(Example example) throws IOException {
        try (Stream<String> lines = Files.lines(example.file)) {
            assertThat(lines.toList()).hasSizeLessThanOrEqualTo(120).allMatch(line -> line.length() <= 120);
        }
    }

    private Ending run(Example example) throws Exception {
        boolean required = "required".equals(System.getenv("IAMSMART_TOOLS"));
        Assumptions.assumeTrue(
                required || command(example.check).status() == 0, () -> example + " is not installed here.");
        return command(List.of(
                example.check.get(0),
                example.file.toString(),
                simulator.baseUrl().toString()));
    }

    private Ending command(List<String> command) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            return new Ending(127, e.getMessage());
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end.");
        }
        return new Ending(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
