package io.github.iamsmart.simulator.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts of bounded length. */
public final class KeptText {
    static final int LONGEST = 64 * 1024;

    private KeptText() {}

    static String of(byte[] utf8) {
        return utf8.length <= LONGEST
                ? new String(utf8, StandardCharsets.UTF_8)
                : new String(Arrays.copyOf(utf8, LONGEST), StandardCharsets.UTF_8) + ending(utf8.length + " bytes");
    }

    static String of(String text) {
        return shortened(text, LONGEST);
    }

    /** The text, or its beginning with a word on how long it is. */
    public static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + ending(text.length() + " characters");
    }

    /** Whether it is not the whole text. */
    public static boolean isCut(String text) {
        return text.length() > LONGEST;
    }

    private static String ending(String length) {
        return "… (" + length + " in all)";
    }
}
