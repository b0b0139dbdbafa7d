package io.github.iamsmart.internal.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * PEM text as it comes out of editors, environment variables, YAML and secret managers: with a byte order mark, in
 * UTF-16, indented, in quotes, with {@code \n} written out, or all in one line. Immutable.
 *
 * @param blocks the blocks, in their order; text around them is left out
 * @param complete whether each block that begins also ends
 */
public record PemText(List<Block> blocks, boolean complete) {

    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";
    private static final Pattern BACKSLASHES = Pattern.compile("\\\\{2,}+");
    private static final Pattern LABEL = Pattern.compile("[A-Z0-9 ]{1,40}");

    /**
     * A block.
     *
     * @param label what it is, such as {@code CERTIFICATE}
     * @param text the block as a PEM parser wants it, with its first and last line
     */
    public record Block(String label, String text) {

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * {@return whether content is PEM text, well-formed or not}
     *
     * @param content what was read
     */
    public static boolean is(byte[] content) {
        return text(content).contains(BEGIN);
    }

    /**
     * {@return the blocks of a text}
     *
     * @param content what was read
     */
    public static PemText of(byte[] content) {
        String text = withoutEscapes(text(content));
        List<Block> blocks = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int labelEnd = text.indexOf(DASHES, begin + BEGIN.length());
            String label = labelEnd < 0 ? "" : text.substring(begin + BEGIN.length(), labelEnd);
            String lastLine = "-----END " + label + DASHES;
            int end = LABEL.matcher(label).matches() ? text.indexOf(lastLine, labelEnd) : -1;
            if (end < 0) {
                return new PemText(blocks, false);
            }
            String body = text.substring(labelEnd + DASHES.length(), end);
            blocks.add(new Block(label, BEGIN + label + DASHES + "\n" + body(body) + lastLine + "\n"));
            begin = text.indexOf(BEGIN, end + lastLine.length());
        }
        return new PemText(blocks, true);
    }

    /** {@return the labels of the blocks} */
    public List<String> labels() {
        return blocks.stream().map(Block::label).toList();
    }

    /** Line breaks, slashes and equals signs as JSON may have them; JSON in JSON has more than one backslash. */
    private static String withoutEscapes(String text) {
        String single = BACKSLASHES.matcher(text).replaceAll("\\\\");
        return single.replace("\\r", "")
                .replace("\\n", "\n")
                .replace("\\/", "/")
                .replace("\\u003d", "=")
                .replace("\\u003D", "=");
    }

    /**
     * Lines that are not indented, and Base64 in one line, without blanks, not those of web pages either; OpenSSL's old
     * encryption has headers before it.
     */
    private static String body(String text) {
        StringBuilder headers = new StringBuilder();
        StringBuilder base64 = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            String stripped = unquoted(line.strip());
            if (stripped.contains(":")) {
                headers.append(stripped).append('\n');
            } else {
                stripped.chars().filter(c -> c > ' ' && c < 0x7F).forEach(c -> base64.append((char) c));
            }
        }
        return headers + (headers.isEmpty() ? "" : "\n") + base64 + "\n";
    }

    private static String unquoted(String line) {
        return line.replace("\"", "").replace("'", "");
    }

    private static String text(byte[] content) {
        if (content.length < 2) {
            return "";
        }
        return new String(content, charset(content[0] & 0xFF, content[1] & 0xFF));
    }

    /** Every byte of what is not UTF-16 becomes one character. The text around the blocks does not matter. */
    private static Charset charset(int first, int second) {
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
            return UTF_16BE;
        }
        return (first == 0xFF && second == 0xFE) || (first != 0 && second == 0) ? UTF_16LE : ISO_8859_1;
    }
}
