package io.github.iamsmart.simulator.snippets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.IamSmartSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages show the code that is tested here, their curl lines work, and they forget no fault and no persona. */
class SimulatorPageTest {
    private static final List<String> PAGES = List.of("docs/simulator.md", "docs/simulator-reference.md");
    private static final Pattern CURL =
            Pattern.compile("curl(?: -X (\\w+))? \"?\\$SIM([^\\s\"]+)\"?(?: (?:\\\\\\n +)?-d '([^']*)')?");

    private static Stream<MarkdownBlock> blocks() {
        return PAGES.stream().map(MarkdownBlock::of).flatMap(List::stream);
    }

    static Stream<MarkdownBlock> javaBlocks() {
        return blocks().filter(block -> block.language().equals("java")).filter(block -> !isListOfImports(block));
    }

    /** What unfolds below a block is made of its source by the tests of the documentation. */
    private static boolean isListOfImports(MarkdownBlock block) {
        return block.code().lines().allMatch(line -> line.startsWith("import "));
    }

    @ParameterizedTest
    @MethodSource("javaBlocks")
    void showsTestedCode(MarkdownBlock block) {
        assertThat(block.source())
                .as("A comment <!-- source: file tag: name --> before:\n%s", block.code())
                .isPresent();
        assertThat(block.code()).isEqualTo(block.tested());
    }

    @Test
    void everyCurlLineWorks() throws Exception {
        try (IamSmartSimulator simulator =
                IamSmartSimulator.builder().tlsPort(0).start()) {
            List<MatchResult> lines = blocks().filter(block -> block.language().equals("sh"))
                    .flatMap(block -> CURL.matcher(block.code()).results())
                    .toList();
            assertThat(lines).hasSizeGreaterThan(10);
            for (MatchResult line : lines) {
                HttpResponse<String> answer = send(simulator, line);
                assertThat(answer.statusCode())
                        .as("%s: %s", line.group(), answer.body())
                        .isEqualTo(200);
            }
        }
    }

    /** The page's own commands in a shell, against a simulator that has just been started. */
    @Test
    void theFirstSignInWorksAsItIsWritten() throws Exception {
        assumeTrue(
                "required".equals(System.getenv("IAMSMART_TOOLS")) || Files.isExecutable(Path.of("/usr/bin/curl")),
                "There is no curl here.");
        String commands = blocks().map(MarkdownBlock::code)
                .filter(code -> code.contains("TICKET=$("))
                .findFirst()
                .orElseThrow();
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            Process shell = new ProcessBuilder(
                            "sh",
                            "-e",
                            "-c",
                            commands.replace(
                                    "http://127.0.0.1:8090", simulator.baseUrl().toString()))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(output).isZero();
            assertThat(output)
                    .contains("\"status\":\"approved\"")
                    .containsPattern(
                            "\"redirect\":\"https://permits.example.org/callback\\?code=simcode-\\w+&state=abc\"");
        }
    }

    @Test
    void namesEveryFaultAndEveryPersona() throws Exception {
        String page = Files.readString(MarkdownBlock.REPOSITORY.resolve(PAGES.get(1)));
        assertThat(Arrays.stream(FaultKind.values()).map(kind -> "`" + kind.wireName() + "`"))
                .allSatisfy(name -> assertThat(page).contains(name));
        try (IamSmartSimulator simulator = IamSmartSimulator.start()) {
            assertThat(simulator.personaIds()).allSatisfy(id -> assertThat(page).contains("`" + id + "`"));
        }
    }

    private static HttpResponse<String> send(IamSmartSimulator simulator, MatchResult line) throws Exception {
        String path = line.group(2);
        if (path.contains("$TICKET")) {
            path = path.replace("$TICKET", ticket(simulator));
        }
        String body = line.group(3);
        String method = line.group(1) != null ? line.group(1) : body == null ? "GET" : "POST";
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** The page's reader has opened the address of the sign-in that the page shows. */
    private static String ticket(IamSmartSimulator simulator) throws Exception {
        String getQr = blocks().filter(block -> block.language().equals("text"))
                .map(MarkdownBlock::code)
                .filter(code -> code.contains("/api/v1/auth/getQR"))
                .findFirst()
                .orElseThrow()
                .strip()
                .replace("\n", "")
                .replace(" ", "");
        URI page = URI.create(
                getQr.replace("http://127.0.0.1:8090", simulator.baseUrl().toString()));
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return simulator.requests().get(simulator.requests().size() - 1).ticketId();
    }
}
