package io.github.iamsmart.formfilling.address;

import java.util.List;
import java.util.regex.Pattern;

/** The formatting rules that all Chinese addresses share. */
final class ChineseText {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NUMERAL = Pattern.compile("[0-9０-９〇零一二三四五六七八九十百廿卅]+");

    private ChineseText() {}

    static boolean hasHan(String text) {
        return HAN.matcher(text).find();
    }

    /** {@return whether the text consists only of digits, of either width, and Chinese numerals} */
    static boolean isNumeral(String text) {
        return NUMERAL.matcher(text).matches();
    }

    /** Joins without separators, except between two Latin letters or digits that would run together. */
    static String concatenate(List<String> parts) {
        StringBuilder line = new StringBuilder();
        for (String part : parts) {
            if (!line.isEmpty() && isLatin(line.charAt(line.length() - 1)) && isLatin(part.charAt(0))) {
                line.append(' ');
            }
            line.append(part);
        }
        return line.toString();
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }
}
