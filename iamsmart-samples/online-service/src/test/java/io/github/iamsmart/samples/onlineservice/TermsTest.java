package io.github.iamsmart.samples.onlineservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One word for each thing, in every language: {@code terms.txt}. */
class TermsTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    record Term(String english, String hongKong, String china, List<String> notHongKong, List<String> notChina) {

        private static Term of(String line) {
            String[] parts = line.split(" \\| ", -1);
            return new Term(
                    parts[0], parts[1], parts[2], List.of(parts[3].split(",", -1)), List.of(parts[4].split(",", -1)));
        }

        @Override
        public String toString() {
            return english;
        }
    }

    static Stream<Term> terms() throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "terms.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Term::of);
    }

    /** Those that no sentence says in another way. */
    static Stream<Term> named() throws IOException {
        List<String> always = List.of("iAM Smart+", "identity card", "browser", "simulated phone", "certificate");
        return terms().filter(term -> always.contains(term.english()));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void noTextSaysItOtherwise(Term term) throws IOException {
        assertThat(texts("_zh_HK"))
                .allSatisfy((key, text) ->
                        assertThat(text.toString()).as(key.toString()).doesNotContain(term.notHongKong()));
        assertThat(texts("_zh_CN"))
                .allSatisfy((key, text) ->
                        assertThat(text.toString()).as(key.toString()).doesNotContain(term.notChina()));
    }

    @ParameterizedTest
    @MethodSource("named")
    void whatEnglishNamesTheOthersNameToo(Term term) throws IOException {
        Pattern word = Pattern.compile(Pattern.quote(term.english()), Pattern.CASE_INSENSITIVE);
        Properties english = texts("");
        for (String key : english.stringPropertyNames()) {
            if (word.matcher(english.getProperty(key)).find()) {
                assertThat(texts("_zh_HK").getProperty(key)).as(key).contains(term.hongKong());
                assertThat(texts("_zh_CN").getProperty(key)).as(key).contains(term.china());
            }
        }
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("messages" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
