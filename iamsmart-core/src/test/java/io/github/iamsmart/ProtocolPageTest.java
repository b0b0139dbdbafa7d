package io.github.iamsmart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.environment.Api;
import io.github.iamsmart.environment.Environment;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.request.AppLink;
import io.github.iamsmart.request.AppLink.Context;
import io.github.iamsmart.request.Scope;
import io.github.iamsmart.request.Source;
import io.github.iamsmart.request.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    @EnumSource(Api.class)
    void showsThePropertyAndTheDefaultPathOfEveryApi(Api api) {
        String row = row("| `iamsmart.paths." + api.propertyName() + "` |");

        api.defaultPath().ifPresent(path -> assertThat(row).contains("| `" + path + "` |"));
        assertThat(row).containsPattern("\\| (\\[[SDW1?]])+ \\|");
    }

    @Test
    void showsEveryResultCodeWithItsMark() {
        assertThat(ErrorCode.known())
                .isNotEmpty()
                .allSatisfy(code -> assertThat(row("| `" + code + "` |")).endsWith("| " + code.mark() + " |"));
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
    @EnumSource(Context.class)
    void showsHowToReplaceTheNameOfEveryContext(Context context) {
        AppLink links = AppLink.forScheme("test");
        if (context == Context.CCIC_VERIFICATION) {
            assertThat(links.find(context, "t")).isEmpty();
            assertThat(row("(Context." + context + ",")).startsWith("| none is public |");
            return;
        }
        URI link = context == Context.SIGN_IN
                ? links.signIn(
                        "c", Source.APP_LINK, URI.create("https://example.hk"), List.of(Scope.AUTH), State.random())
                : links.open(context, "t");

        assertThat(row("(Context." + context + ",")).startsWith("| `" + link.getHost() + "` |");
    }
}
