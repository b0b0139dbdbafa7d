package io.github.iamsmart.internal.json;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON whose long texts are cut out, so that a parser need not walk through megabytes of Base64 byte by byte: eight
 * bytes are looked at in one step here.
 *
 * <p>Only quotation marks and backslashes are understood. What is no JSON is left as it is, or cut to what is none
 * either: the parser says so.
 */
final class LongTexts {

    /** Shorter ones are not worth a copy of what is around them. */
    private static final int LONG = 16 * 1024;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private final byte[] original;
    private final Map<Integer, Text> cut = new HashMap<>();
    private byte[] rest;

    /** A text between its quotation marks, as it stands in an array. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Text(byte[] array, int from, int to) {}

    private LongTexts(byte[] json) {
        this.original = json;
        this.rest = json;
    }

    static LongTexts of(byte[] json) {
        LongTexts texts = new LongTexts(json);
        if (json.length > LONG) {
            texts.cut();
        }
        return texts;
    }

    /** The JSON with empty texts in the place of the long ones; the original if there is none. */
    byte[] rest() {
        return rest;
    }

    /** The long text whose opening quotation mark stands here in the rest, if it is one. */
    @Nullable
    Text at(int offset) {
        return cut.get(offset);
    }

    private void cut() {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int copied = 0;
        int open = next(0);
        while (open < original.length && original[open] == '"') {
            int close = end(open + 1);
            if (close >= original.length) {
                break;
            }
            if (close - open > LONG) {
                kept.write(original, copied, open + 1 - copied);
                cut.put(kept.size() - 1, new Text(original, open + 1, close));
                copied = close;
            }
            open = next(close + 1);
        }
        if (!cut.isEmpty()) {
            kept.write(original, copied, original.length - copied);
            rest = kept.toByteArray();
        }
    }

    /** Where the text ends that begins here; beyond the array if it does not. */
    private int end(int from) {
        int at = next(from);
        while (at < original.length && original[at] == '\\') {
            at = next(at + 2);
        }
        return at;
    }

    /** The next quotation mark or backslash; beyond the array if there is none. */
    private int next(int from) {
        int at = from;
        while (at + 4 * Long.BYTES <= original.length
                && (marks(at) | marks(at + 8) | marks(at + 16) | marks(at + 24)) == 0) {
            at += 4 * Long.BYTES;
        }
        while (at < original.length && original[at] != '"' && original[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Zero if none of eight bytes is a quotation mark or a backslash. */
    private long marks(int at) {
        long bytes = (long) EIGHT_BYTES.get(original, at);
        return zeros(bytes ^ QUOTES) | zeros(bytes ^ BACKSLASHES);
    }

    /** Zero if none of eight bytes is zero. */
    private static long zeros(long bytes) {
        return (bytes - ONES) & ~bytes & HIGH_BITS;
    }
}
