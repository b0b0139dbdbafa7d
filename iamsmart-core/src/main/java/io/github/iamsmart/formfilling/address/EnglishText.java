package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formatting rules that all English addresses share. */
final class EnglishText {

    private static final Pattern TRAILING_COMMA = Pattern.compile("[,，\\s]+$");
    private static final Pattern CAPITALS = Pattern.compile(".*\\p{Lu}{4}.*", Pattern.DOTALL);

    private EnglishText() {}

    static String oneLine(List<String> lines) {
        return lines.stream()
                .map(line -> TRAILING_COMMA.matcher(line).replaceFirst(""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** {@return whether an address is in capitals; a code of two or three letters alone does not count} */
    static boolean isInCapitals(Stream<Optional<String>> parts) {
        String all = parts.flatMap(Optional::stream).collect(Collectors.joining(" "));
        return CAPITALS.matcher(all).matches() && all.equals(all.toUpperCase(Locale.ROOT));
    }

    /** {@return a word that is not part of the address, in the same case as the address} */
    static String added(String word, boolean capitals) {
        return capitals ? word.toUpperCase(Locale.ROOT) : word;
    }

    static boolean containsWord(String text, String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
