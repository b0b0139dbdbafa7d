package io.github.iamsmart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.device.Screen;
import io.github.iamsmart.environment.Api;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/protocol.md} to what the code does. */
class ProtocolPageTest {
    private final List<String> rows = rows();

    private static List<String> rows() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "protocol.md")).stream()
                    .filter(line -> line.startsWith("| "))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("docs/protocol.md cannot be read", e);
        }
    }

    private String row(String cell) {
        assertThat(rows)
                .filteredOn(row -> row.contains(cell))
                .as("rows with " + cell)
                .hasSize(1);
        return rows.stream().filter(row -> row.contains(cell)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("apis")
    void showsThePropertyAndTheDefaultPathOfEveryApi(Api api) {
        String row = row("| `iamsmart.paths." + api.name() + "` |");

        api.defaultPath().ifPresent(path -> assertThat(row).contains("| `" + path + "` |"));
        assertThat(row).containsPattern("\\| (\\[[SDW1?]] ?)+\\|");
    }

    static List<Api> apis() {
        return IamSmartClient.apis();
    }

    @Test
    void showsEveryResultCodeWithItsMark() {
        assertThat(ErrorCode.known())
                .isNotEmpty()
                .allSatisfy(code -> assertThat(row("| `" + code + "` |"))
                        .endsWith("| " + code.mark().replace("][", "] [") + " |"));
        assertThat(rows)
                .filteredOn(row -> row.matches("\\| `[DM]\\d{5}` \\|.*"))
                .hasSameSizeAs(ErrorCode.known());
    }

    @Test
    void showsTheAddressOfEachGateway() {
        assertThat(row("`ite` is at")).contains("`" + Environment.ITE.baseUrl() + "`");
        assertThat(row("`production` is at")).contains("`" + Environment.PRODUCTION.baseUrl() + "`");
    }

    @ParameterizedTest
    @MethodSource("screens")
    void showsHowToReplaceTheContextOfEveryScreen(Screen screen) {
        String row = row("| `iamsmart.app-links." + screen + "` |");

        assertThat(row)
                .startsWith(screen.defaultContext()
                        .map(context -> "| `" + context + "` |")
                        .orElse("| none is public |"));
    }

    static List<Screen> screens() {
        return new ClientSettings().screens();
    }
}
