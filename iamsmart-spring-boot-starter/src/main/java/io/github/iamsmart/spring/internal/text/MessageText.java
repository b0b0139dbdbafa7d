package io.github.iamsmart.spring.internal.text;

import java.util.regex.Pattern;

/**
 * Makes a text that repeats values of properties fit for a console and a log: no key, no character that could forge or
 * garble a line, no value that fills the screen.
 */
public final class MessageText {

    private static final Pattern LONG_QUOTE = Pattern.compile("'([^'\n]{100})[^'\n]{20,}+'");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");
    private static final Pattern LONG_LINE = Pattern.compile("([^\n]{1000})[^\n]++");

    private MessageText() {}

    /**
     * {@return a text of one line}
     *
     * @param text repeats values of properties
     */
    public static String oneLine(String text) {
        return lines(KeyText.hiddenIn(text).replace('\n', ' '));
    }

    /**
     * {@return a text that may have several lines}
     *
     * @param text repeats values of properties
     */
    public static String lines(String text) {
        String printable = UNPRINTABLE.matcher(KeyText.hiddenIn(text)).replaceAll(" ");
        String quoted = LONG_QUOTE.matcher(printable).replaceAll("'$1…'");
        return LONG_LINE.matcher(quoted).replaceAll("$1…");
    }
}
