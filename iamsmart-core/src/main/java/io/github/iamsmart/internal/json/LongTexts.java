package io.github.iamsmart.internal.json;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON with its long texts cut out, so that a parser need not read megabytes of Base64 byte by byte: this class
 * examines eight bytes in one step.
 *
 * <p>It understands only quotation marks and the backslashes before them. Malformed JSON is left as it is, or cut to
 * text that is malformed as well: the parser reports it.
 */
final class LongTexts {

    /** Shorter texts are not worth a copy of what surrounds them. */
    private static final int LONG = 16 * 1024;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';

    private final byte[] original;
    private final Map<Integer, Text> cut = new HashMap<>();
    private byte[] rest;

    /** A text between its quotation marks, in place in an array. */
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

    /** {@return the JSON with empty texts in place of the long ones; the original if there is none} */
    byte[] rest() {
        return rest;
    }

    /** {@return the long text whose opening quotation mark is at this position in the rest, if it is one} */
    @Nullable
    Text at(int offset) {
        return cut.get(offset);
    }

    private void cut() {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int copied = 0;
        int open = quotationMark(original, 0);
        while (open < original.length) {
            int close = end(open + 1);
            if (close >= original.length) {
                break;
            }
            if (close - open > LONG) {
                kept.write(original, copied, open + 1 - copied);
                cut.put(kept.size() - 1, new Text(original, open + 1, close));
                copied = close;
            }
            open = quotationMark(original, close + 1);
        }
        if (!cut.isEmpty()) {
            kept.write(original, copied, original.length - copied);
            rest = kept.toByteArray();
        }
    }

    /** {@return where the text that begins here ends; beyond the array if it does not end} */
    private int end(int from) {
        int at = quotationMark(original, from);
        while (at < original.length && isEscaped(from, at)) {
            at = quotationMark(original, at + 1);
        }
        return at;
    }

    /** {@return whether an odd number of backslashes precedes the position} */
    private boolean isEscaped(int from, int at) {
        int before = at;
        while (before > from && original[before - 1] == '\\') {
            before--;
        }
        return (at - before) % 2 == 1;
    }

    /** {@return the next quotation mark; beyond the array if there is none} */
    private static int quotationMark(byte[] json, int from) {
        int at = from;
        int lastBlock = json.length - 4 * Long.BYTES;
        while (at <= lastBlock) {
            long a = (long) EIGHT_BYTES.get(json, at) ^ QUOTES;
            long b = (long) EIGHT_BYTES.get(json, at + 8) ^ QUOTES;
            long c = (long) EIGHT_BYTES.get(json, at + 16) ^ QUOTES;
            long d = (long) EIGHT_BYTES.get(json, at + 24) ^ QUOTES;
            // Sets the highest bit of each zero byte, and possibly of a byte after it.
            long zeros = ((a - ONES) & ~a) | ((b - ONES) & ~b) | ((c - ONES) & ~c) | ((d - ONES) & ~d);
            if ((zeros & HIGH_BITS) != 0) {
                break;
            }
            at += 4 * Long.BYTES;
        }
        while (at < json.length && json[at] != '"') {
            at++;
        }
        return at;
    }
}
