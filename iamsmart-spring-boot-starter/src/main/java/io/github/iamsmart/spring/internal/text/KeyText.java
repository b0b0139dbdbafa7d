package io.github.iamsmart.spring.internal.text;

import java.util.regex.Pattern;

/** Takes out of a message what looks like a key that somebody has pasted where another setting belongs. */
public final class KeyText {

    private static final String HIDDEN = "******";

    /**
     * PEM text, with its line breaks or without; Base64 that is longer than any name; or lines of Base64. Each part is
     * bounded or cannot be read in two ways, so that a long value costs no more than a look at it.
     */
    private static final Pattern KEY = Pattern.compile("-----BEGIN [A-Z0-9 ]{1,40}+-----[A-Za-z0-9+/=\\s\\\\:-]*+"
            + "|[A-Za-z0-9+/=_-]{200,}+"
            + "|[A-Za-z0-9+/=]{60,199}+(?:\\s{1,8}+[A-Za-z0-9+/=]{60,199}+)++(?:\\s{1,8}+[A-Za-z0-9+/=]{1,199}+)?+");

    private KeyText() {}

    /**
     * {@return the message, with asterisks in place of what may be a key}
     *
     * @param message repeats the value of a property
     */
    public static String hiddenIn(String message) {
        return KEY.matcher(message).replaceAll(HIDDEN);
    }
}
