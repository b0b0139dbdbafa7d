package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formatting rules that all English addresses share. */
final class EnglishText {

    private static final int CAPITALS_IN_A_ROW = 4;

    /** A longer descriptor than this is none, and is compared with nothing. */
    private static final int LONGEST_WORD = 64;

    private EnglishText() {}

    static String oneLine(List<String> lines) {
        return lines.stream()
                .map(EnglishText::withoutTrailingCommas)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String withoutTrailingCommas(String line) {
        int end = line.length();
        while (end > 0 && isSeparator(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == '，' || Character.isWhitespace(c);
    }

    /** {@return whether an address is in capitals; a code of two or three letters alone does not count} */
    static boolean isInCapitals(Stream<Optional<String>> parts) {
        String all = parts.flatMap(Optional::stream).collect(Collectors.joining(" "));
        return hasCapitals(all) && all.equals(all.toUpperCase(Locale.ROOT));
    }

    private static boolean hasCapitals(String text) {
        int inARow = 0;
        for (int i = 0; i < text.length() && inARow < CAPITALS_IN_A_ROW; i++) {
            inARow = Character.isUpperCase(text.charAt(i)) ? inARow + 1 : 0;
        }
        return inARow == CAPITALS_IN_A_ROW;
    }

    /** {@return whether a text consists only of these characters; an empty one does not} */
    static boolean consistsOf(String text, String characters) {
        return !text.isEmpty() && text.chars().allMatch(c -> characters.indexOf(c) >= 0);
    }

    /** {@return how many letters a text begins with, at most so many} */
    static int leadingLetters(String text, int atMost) {
        int letters = 0;
        for (int i = 0; i < text.length() && letters < atMost; i += Character.charCount(text.codePointAt(i))) {
            if (!Character.isLetter(text.codePointAt(i))) {
                break;
            }
            letters++;
        }
        return letters;
    }

    /** {@return a word that is not part of the address, in the same case as the address} */
    static String added(String word, boolean capitals) {
        return capitals ? word.toUpperCase(Locale.ROOT) : word;
    }

    /** {@return whether a text contains a word, in any case, with no letter or digit next to it} */
    static boolean containsWord(String text, String word) {
        if (word.isEmpty() || word.length() > LONGEST_WORD) {
            return false;
        }
        for (int i = 0; i + word.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, word, 0, word.length())
                    && isBoundary(text, i)
                    && isBoundary(text, i + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundary(String text, int index) {
        return index == 0
                || index == text.length()
                || !Character.isLetterOrDigit(text.charAt(index - 1))
                || !Character.isLetterOrDigit(text.charAt(index));
    }
}
