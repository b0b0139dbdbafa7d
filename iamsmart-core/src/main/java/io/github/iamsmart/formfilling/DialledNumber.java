package io.github.iamsmart.formfilling;

import java.util.List;
import java.util.Optional;

/**
 * The digits of a telephone number as people type it, read in one pass.
 *
 * @param international whether a plus sign precedes them
 * @param digits ASCII digits, possibly none
 */
record DialledNumber(boolean international, String digits) {

    /** More digits than a number and its prefix can have. */
    private static final int MOST_DIGITS = 20;

    private static final int LONGEST_EXTENSION = 6;
    private static final List<String> EXTENSION_WORDS =
            List.of("extension", "ext.", "ext", "x", "#", "＃", "內線", "内线", "分機", "分机", "轉", "转");

    /** Hyphens of all kinds, brackets and dots, of both widths. */
    private static final String PUNCTUATION = "-\u2010\u2011\u2012\u2013\u2014\u2015－().（）．";

    /**
     * {@return the digits between blanks and punctuation; empty if the text has anything else, such as letters, a slash
     * between alternatives, or the trunk prefix {@code (0)}}
     *
     * @param text without an extension
     */
    static Optional<DialledNumber> read(String text) {
        StringBuilder digits = new StringBuilder();
        boolean international = false;
        for (int i = 0; i < text.length(); i++) {
            char c = halfWidth(text.charAt(i));
            if (isDigit(c)) {
                digits.append(c);
            } else if (c == '+' && digits.isEmpty() && !international) {
                international = true;
            } else if (!isBlank(c) && PUNCTUATION.indexOf(c) < 0) {
                return Optional.empty();
            }
            if (digits.length() > MOST_DIGITS || isTrunkPrefix(text, i)) {
                return Optional.empty();
            }
        }
        return Optional.of(new DialledNumber(international, digits.toString()));
    }

    /** {@return the text before an extension that a word announces: {@code ext. 12}, {@code 內線 8}} */
    static String withoutExtension(String text) {
        int end = endOfText(text, text.length());
        int begin = end;
        while (begin > 0 && end - begin <= LONGEST_EXTENSION && isDigit(halfWidth(text.charAt(begin - 1)))) {
            begin--;
        }
        if (begin == end || end - begin > LONGEST_EXTENSION) {
            return text;
        }
        int word = endOfText(text, begin);
        return EXTENSION_WORDS.stream()
                .filter(each -> text.regionMatches(true, word - each.length(), each, 0, each.length()))
                .findFirst()
                .map(each -> text.substring(0, word - each.length()))
                .orElse(text);
    }

    private static int endOfText(String text, int from) {
        int end = from;
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** It is dialled at home only: +44 (0)20. */
    private static boolean isTrunkPrefix(String text, int i) {
        return halfWidth(text.charAt(i)) == ')'
                && i >= 2
                && halfWidth(text.charAt(i - 1)) == '0'
                && halfWidth(text.charAt(i - 2)) == '(';
    }

    /** Chinese input methods write digits and signs in full width. Other digits of Unicode are not taken for digits. */
    private static char halfWidth(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - '\uFF01' + '!') : c;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Shows no part of the number. */
    @Override
    public String toString() {
        return "DialledNumber[***]";
    }
}
