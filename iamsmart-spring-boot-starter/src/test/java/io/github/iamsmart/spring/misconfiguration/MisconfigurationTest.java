package io.github.iamsmart.spring.misconfiguration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.spring.TestKeys;
import io.github.iamsmart.spring.autoconfigure.Runners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody reads whose configuration is wrong, word for word, and what comes of doing as they are told:
 * {@code misconfigurations.md}, a page to be read. To add a case, write its heading and its configuration there;
 * {@code -Diamsmart.misconfigurations=update} writes what the application says.
 */
@Tag("slow")
class MisconfigurationTest {

    private static final Path PAGE =
            Path.of("src/test/resources/io/github/iamsmart/spring/misconfiguration/misconfigurations.md");
    private static final boolean UPDATE = "update".equals(System.getProperty("iamsmart.misconfigurations"));
    private static final int FEWEST_CASES = 60;

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeKeys() throws Exception {
        KeyFiles.writeTo(folder);
    }

    static Stream<Misconfiguration> cases() throws IOException {
        return Misconfiguration.allOf(Files.readString(PAGE)).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysWhatIsWrongAndWhatToDo(Misconfiguration one) throws IOException {
        String outcome = new MisconfiguredStart(folder).outcome(one);

        assertThat(outcome)
                .doesNotContain(Runners.SECRET, TestKeys.PASSWORD, "canary", "PRIVATE KEY-----")
                .doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]");
        if (UPDATE) {
            update(one, outcome);
            return;
        }
        assertThat(outcome)
                .as("what the page says; -Diamsmart.misconfigurations=update writes it anew")
                .isEqualTo(one.outcome());
    }

    private static void update(Misconfiguration one, String outcome) throws IOException {
        String page = Files.readString(PAGE);
        Misconfiguration current = Misconfiguration.allOf(page).stream()
                .filter(other -> other.title().equals(one.title()))
                .findFirst()
                .orElseThrow();
        int begin = page.lastIndexOf("### " + one.title() + "\n", current.end());
        Files.writeString(PAGE, page.substring(0, begin) + one.text(outcome) + page.substring(current.end()));
    }

    @Test
    void thereAreManyCasesEachWithAHeadingOfItsOwn() throws IOException {
        List<String> titles = cases().map(Misconfiguration::title).toList();
        String page = Files.readString(PAGE);

        assertThat(titles).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
        assertThat(page.lines().filter(line -> line.startsWith("### ")))
                .as("every heading has a configuration that can be read")
                .hasSameSizeAs(titles);
    }
}
