package io.github.iamsmart.internal.text;

/** Texts of others that go into exceptions and logs: no line breaks that forge a line of a log, no megabytes. */
public final class OneLine {

    private static final int LONGEST = 200;

    private OneLine() {}

    /**
     * {@return a text without characters that could forge or garble a line of a log, and without its end if it is long}
     * Control and format characters, and the line separators that are neither, become blanks.
     *
     * @param text any text
     */
    public static String of(String text) {
        if (text.length() <= LONGEST && isPlain(text)) {
            return text;
        }
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        StringBuilder line = new StringBuilder(cut.length());
        cut.codePoints().forEach(character -> line.appendCodePoint(isPrintable(character) ? character : ' '));
        return line.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
