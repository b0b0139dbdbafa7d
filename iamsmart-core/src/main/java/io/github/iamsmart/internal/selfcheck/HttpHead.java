package io.github.iamsmart.internal.selfcheck;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first lines of an HTTP answer.
 *
 * @param status the status
 * @param headers the lines after it
 */
record HttpHead(int status, List<String> headers) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

    /** {@return the head, or empty if the text is none of HTTP/1} */
    static Optional<HttpHead> parse(String text) {
        List<String> lines = text.lines().toList();
        Matcher status = STATUS.matcher(lines.isEmpty() ? "" : lines.get(0));
        return status.matches()
                ? Optional.of(new HttpHead(
                        Integer.parseInt(status.group(1)),
                        lines.stream().skip(1).toList()))
                : Optional.empty();
    }

    /** {@return the value of a header, the values of several with commas between them; empty without one} */
    String header(String name) {
        String begin = name.toLowerCase(Locale.ROOT) + ":";
        return String.join(
                ", ",
                headers.stream()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
                        .map(line -> line.substring(begin.length()).strip())
                        .toList());
    }
}
