package io.github.iamsmart.samples.documentation;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every regular expression of core and starter reads a text a few times at most, however long it is and whatever is in
 * it. Not the time is measured, but how often a character is looked at.
 */
@Tag("slow")
class RegularExpressionTest {

    private static final int LENGTH = 5_000;
    private static final int MOST_LOOKS = 64 * LENGTH;

    /** As much for each character as a thread of a server has for a text of 20,000. */
    private static final int STACK_BYTES = 256 * 1024;

    private static final List<Path> SOURCES = Stream.of("iamsmart-core", "iamsmart-spring-boot-starter")
            .map(module -> Path.of("..", "..", module, "src", "main", "java"))
            .toList();

    /** A call whose first argument is a regular expression that is written there, perhaps over several lines. */
    private static final Pattern CALL = Pattern.compile("(Pattern\\s*\\.compile|\\.matches|\\.replaceAll|"
            + "\\.replaceFirst|\\.split)\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*)?)*)(.)");

    /** A backslash that is escaped, or a character that is. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\\\\\|\\\\u+([0-9a-fA-F]{4})");

    private static final Pattern SEARCH =
            Pattern.compile("\\.(find\\(\\)|results\\(\\)|lookingAt\\(\\)|replace(All|First)\\()");

    private static final List<String> UNITS = List.of(
            " ",
            ",",
            "，",
            "\u0301",
            "1",
            "9",
            "a",
            "z",
            "A",
            "V",
            "Z",
            "B1",
            "申",
            "座",
            "/",
            "//",
            ".",
            "-",
            "--",
            "'",
            "\"",
            "\\",
            "\n",
            "\r\n",
            "\t",
            "=",
            ";",
            ":",
            "%",
            "{",
            "{{",
            "}}",
            "(",
            "a.",
            "a-",
            "/a",
            "a:",
            " ,",
            ", ",
            "1a",
            "D.",
            "D. ",
            "x1",
            "ext ",
            "00",
            "+",
            "-----BEGIN ",
            "AB:",
            "127.",
            "&",
            "_",
            "\u2028",
            "😀");

    private static final List<String> BEFORE = List.of("", "A", "D", "'", "{{");
    private static final List<String> AFTER = List.of("", "!");

    private record Expression(String file, String text, boolean isSearched) {}

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {

        private final String text;
        private int looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new IllegalStateException("looks at a text of " + LENGTH + " characters more than " + MOST_LOOKS
                        + " times: write it as a loop, or with possessive quantifiers");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Expression> expressions() {
        return SOURCES.stream().flatMap(RegularExpressionTest::files).flatMap(RegularExpressionTest::expressions);
    }

    private static Stream<Path> files(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Expression> expressions(Path file) {
        List<Expression> found = new ArrayList<>();
        String name = file.getFileName().toString();
        String source = read(file);
        boolean searches = SEARCH.matcher(source).find();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            // That of a Matcher takes only the replacement.
            boolean isReplacement =
                    call.group(1).startsWith(".replace") && call.group(3).equals(")");
            if (!call.group(2).isEmpty() && !isReplacement) {
                boolean isSearched = call.group(1).startsWith("Pattern")
                        ? searches
                        : !call.group(1).equals(".matches");
                found.add(new Expression(name, literal(call.group(2)), isSearched));
            }
        }
        return found.stream();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String literal(String source) {
        StringBuilder text = new StringBuilder();
        Matcher part = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(source);
        while (part.find()) {
            text.append(ESCAPE.matcher(part.group(1))
                    .replaceAll(escape -> Matcher.quoteReplacement(
                            escape.group(1) == null
                                    ? escape.group()
                                    : Character.toString(Integer.parseInt(escape.group(1), 16))))
                    .translateEscapes());
        }
        return text.toString();
    }

    @Test
    void findsThem() {
        Set<String> files = expressions().map(Expression::file).collect(toCollection(TreeSet::new));

        assertThat(expressions()).hasSizeGreaterThan(40);
        assertThat(files).contains("Hkic.java", "FloorText.java", "PublicUrl.java", "ClientSettings.java");
    }

    /** One that is put together cannot be tried here. */
    @Test
    void isWrittenInOnePiece() {
        List<String> others = new ArrayList<>();
        SOURCES.stream().flatMap(RegularExpressionTest::files).forEach(file -> {
            Matcher call = CALL.matcher(read(file));
            while (call.find()) {
                boolean isWhole = !call.group(2).isEmpty() && ",)".contains(call.group(3));
                if (call.group(1).startsWith("Pattern") && !isWhole) {
                    others.add(file.getFileName().toString());
                }
            }
        });
        assertThat(others).as("files with a Pattern.compile of several pieces").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void looksAtATextAFewTimesOnly(Expression expression) throws Exception {
        FutureTask<Void> all = new FutureTask<>(() -> tryAll(expression), null);
        new Thread(null, all, "small stack", STACK_BYTES).start();
        all.get();
    }

    private static void tryAll(Expression expression) {
        Pattern pattern = Pattern.compile(expression.text());
        for (String unit : UNITS) {
            String many = unit.repeat(LENGTH / unit.length());
            for (String before : BEFORE) {
                for (String after : AFTER) {
                    tryOut(expression, pattern, before + many + after);
                }
            }
        }
    }

    private static void tryOut(Expression expression, Pattern pattern, String text) {
        try {
            pattern.matcher(new Counted(text)).matches();
            Matcher matcher = pattern.matcher(new Counted(text));
            while (expression.isSearched() && matcher.find()) {
                assertThat(matcher.end()).isNotNegative();
            }
        } catch (IllegalStateException | StackOverflowError e) {
            throw new AssertionError(
                    expression + " looks at a text of " + LENGTH + " characters more than " + MOST_LOOKS
                            + " times, or goes too deep: write it as a loop, or with possessive quantifiers",
                    e);
        }
    }
}
