package io.github.iamsmart.samples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the page about security names at least one test, and each of them exists. */
class SecurityPageTest {

    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!What happens|---)(.+) \\| (.+) \\| (.+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final Map<String, String> TESTS = tests();

    /** @param tests the last column */
    private record Row(String question, String tests) {

        @Override
        public String toString() {
            return question;
        }
    }

    static List<Row> rows() {
        String page = MarkdownPage.read(REPOSITORY.resolve("docs").resolve("security.md"))
                .text();
        return ROW.matcher(page)
                .results()
                .map(row -> new Row(row.group(1), row.group(3)))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void namesATestThatExists(Row row) {
        assertThat(row.tests()).matches("`\\w+\\.\\w+`(, `\\w+\\.\\w+`)*");
        assertThat(NAMED.matcher(row.tests()).results())
                .allSatisfy(named -> assertThat(TESTS.getOrDefault(named.group(1), ""))
                        .as(named.group(1))
                        .containsPattern("(?m)^    void " + named.group(2) + "\\("));
    }

    /**
     * Only tests are neither private nor static. The sources of test classes by simple name; of several with one name,
     * all.
     */
    private static Map<String, String> tests() {
        try (Stream<Path> files = Stream.of(
                        "iamsmart-core/src/test",
                        "iamsmart-spring-boot-starter/src/test",
                        "iamsmart-samples/boot-matrix/src/test")
                .flatMap(SecurityPageTest::walk)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityPageTest::read,
                            (one, other) -> one + other));
        }
    }

    private static Stream<Path> walk(String folder) {
        try {
            return Files.walk(REPOSITORY.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
