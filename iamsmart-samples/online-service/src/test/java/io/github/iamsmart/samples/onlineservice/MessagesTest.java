package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern USED = Pattern.compile("#\\{([\\w.]+)[}(]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Facts, formats and names that are the same in every language. */
    private static final Set<String> WITHOUT_CHINESE = Set.of("language.en-US");

    @ParameterizedTest
    @ValueSource(strings = {"_zh_HK", "_zh_CN"})
    void everyTextIsTranslated(String language) throws IOException {
        Properties english = read("");
        Properties other = read(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            String text = other.getProperty(key);
            assertThat(arguments(text)).as(key).isEqualTo(arguments(english.getProperty(key)));
            if (!WITHOUT_CHINESE.contains(key) && !ARGUMENT.matcher(text).find()) {
                assertThat(HAN.matcher(text).find())
                        .as("Chinese in %s = %s", key, text)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_zh_HK", "_zh_CN"})
    void noTextHasAnApostropheThatItsFormatWouldEat(String language) throws IOException {
        assertThat(read(language).values()).noneMatch(text -> text.toString().contains("'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_zh_HK", "_zh_CN"})
    void noKeyIsThereTwice(String language) throws IOException {
        try (Stream<String> lines = Files.lines(file(language))) {
            assertThat(lines.filter(line -> line.contains(" = ")).map(line -> line.substring(0, line.indexOf(" = "))))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_zh_HK", "_zh_CN"})
    void everyTextThatATemplateNamesExists(String language) throws IOException {
        try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Set<String> used = USED.matcher(Files.readString(template))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
                assertThat(read(language).stringPropertyNames())
                        .as(template.toString())
                        .containsAll(used);
            }
        }
    }

    private static Properties read(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file(language))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Path file(String language) {
        return RESOURCES.resolve("messages" + language + ".properties");
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
