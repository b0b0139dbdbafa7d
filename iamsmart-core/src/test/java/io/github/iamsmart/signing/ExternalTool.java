package io.github.iamsmart.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program made outside this project that judges what the core does. Where it is missing the test is skipped, unless
 * {@code iamsmart.tools} / {@code IAMSMART_TOOLS} says {@code required}.
 *
 * @param name for instance {@code openssl}
 */
public record ExternalTool(String name) {

    /** What a program said. */
    public record Answer(int exitCode, String output) {}

    /** Runs it in a folder. */
    public Answer run(Path folder, String... arguments) throws IOException, InterruptedException {
        requirePresent();
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private void requirePresent() {
        boolean present = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, name).canExecute());
        if (present) {
            return;
        }
        String missing = name + " is not on the PATH: install it to have this judged by it.";
        if ("required".equals(System.getProperty("iamsmart.tools"))
                || "required".equals(System.getenv("IAMSMART_TOOLS"))) {
            throw new AssertionError(missing);
        }
        System.err.println("Skipped: " + missing);
        abort(missing);
    }
}
