package io.github.iamsmart.internal.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.ByteSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a multipart body apart, in place and in one pass. It reads what servlet containers read, and more: line feeds
 * without carriage returns, blanks after a boundary, folded headers, and a body whose last boundary is missing.
 *
 * <p>Anybody can post such a body, so the number of its parts and the length of their headers are bounded.
 */
final class Multipart {

    /** The callbacks that are known have one or two. */
    static final int MOST_PARTS = 100;

    private static final int LONGEST_HEADERS = 16 * 1024;

    /** Lines of content that begin as a boundary does. */
    private static final int MOST_LIKE_A_BOUNDARY = 1_000;

    private final byte[] body;
    private final byte[] delimiter;
    private int position;
    private int likeABoundary;

    /**
     * A part.
     *
     * @param headers by name, in lower case
     * @param content what is in it, as it came
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(Map<String, String> headers, byte[] content) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** A line that begins with the boundary. */
    private record Delimiter(int start, int next, boolean isLast) {}

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("--" + boundary).getBytes(ISO_8859_1);
        this.position = ByteOrderMark.length(body);
    }

    static List<Part> parts(byte[] body, String boundary) {
        if (boundary.isEmpty() || boundary.indexOf('\n') >= 0) {
            throw new ProtocolException("The callback is multipart without a boundary.");
        }
        return new Multipart(body, boundary).parts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Delimiter before = delimiter();
        while (before.start() < body.length && !before.isLast()) {
            position = before.next();
            if (position >= body.length) {
                break;
            }
            if (parts.size() == MOST_PARTS) {
                throw new ProtocolException("The callback has more than " + MOST_PARTS + " parts.");
            }
            Map<String, String> headers = headers();
            int start = position;
            before = delimiter();
            int end = before.start() < body.length ? withoutLineEnd(start, before.start()) : body.length;
            parts.add(new Part(headers, Arrays.copyOfRange(body, start, end)));
        }
        if (parts.isEmpty()) {
            throw new ProtocolException("The callback is not well-formed multipart.");
        }
        return parts;
    }

    /** Goes on to the next line that is a boundary. */
    private Delimiter delimiter() {
        int line = position;
        while (line < body.length) {
            if (startsWithDelimiter(line)) {
                int end = lineEnd(line);
                int after = line + delimiter.length;
                boolean isLast = after + 1 < body.length && body[after] == '-' && body[after + 1] == '-';
                if (isLast || isBlank(after, end)) {
                    return new Delimiter(line, end, isLast);
                }
                if (++likeABoundary > MOST_LIKE_A_BOUNDARY) {
                    throw new ProtocolException("The content of the callback looks like its boundary.");
                }
            }
            line = lineWithHyphen(line);
        }
        return new Delimiter(body.length, body.length, true);
    }

    /** Never longer than the line, in which no line feed is: all comparisons together take one pass. */
    private boolean startsWithDelimiter(int at) {
        if (at + delimiter.length > body.length) {
            return false;
        }
        int same = 0;
        while (same < delimiter.length && body[at + same] == delimiter[same]) {
            same++;
        }
        return same == delimiter.length;
    }

    /** {@return where the next line begins} */
    private int lineEnd(int from) {
        return Math.min(ByteSearch.indexOf(body, (byte) '\n', from, body.length) + 1, body.length);
    }

    /** {@return where the next line begins that a boundary could be} */
    private int lineWithHyphen(int from) {
        int last = body.length - 1;
        int at = from;
        while (at < last && (body[at] != '\n' || body[at + 1] != '-')) {
            at++;
        }
        return at < last ? at + 1 : body.length;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r' && body[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /** The line end before a boundary belongs to the boundary. */
    private int withoutLineEnd(int start, int boundary) {
        int end = boundary;
        if (end > start && body[end - 1] == '\n') {
            end--;
            if (end > start && body[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }

    /** Reads the headers of a part, and the empty line after them. A part may have none. */
    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        int first = position;
        StringBuilder header = new StringBuilder();
        while (position < body.length) {
            int end = lineEnd(position);
            if (end - first > LONGEST_HEADERS) {
                throw new ProtocolException("A part of the callback has headers of more than 16 KiB.");
            }
            String line = new String(body, position, end - position, ISO_8859_1);
            position = end;
            if (line.isBlank()) {
                break;
            }
            boolean isFolded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (!isFolded) {
                add(header, headers);
                header.setLength(0);
            }
            header.append(' ').append(line.strip());
        }
        add(header, headers);
        return headers;
    }

    private static void add(StringBuilder header, Map<String, String> headers) {
        int colon = header.indexOf(":");
        if (colon > 0) {
            headers.put(
                    header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
    }
}
