package io.github.iamsmart.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches bytes, eight in one step. */
public final class ByteSearch {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;

    private ByteSearch() {}

    /**
     * {@return where the next byte of this value is; the end if there is none before it}
     *
     * @param bytes what is searched
     * @param wanted the value
     * @param from where the search begins
     * @param end where it ends
     */
    public static int indexOf(byte[] bytes, byte wanted, int from, int end) {
        long pattern = ONES * (wanted & 0xFF);
        int at = from;
        int lastBlock = end - 4 * Long.BYTES;
        while (at <= lastBlock) {
            long a = (long) EIGHT_BYTES.get(bytes, at) ^ pattern;
            long b = (long) EIGHT_BYTES.get(bytes, at + 8) ^ pattern;
            long c = (long) EIGHT_BYTES.get(bytes, at + 16) ^ pattern;
            long d = (long) EIGHT_BYTES.get(bytes, at + 24) ^ pattern;
            // Sets the highest bit of each zero byte, and possibly of a byte after it.
            long zeros = ((a - ONES) & ~a) | ((b - ONES) & ~b) | ((c - ONES) & ~c) | ((d - ONES) & ~d);
            if ((zeros & HIGH_BITS) != 0) {
                break;
            }
            at += 4 * Long.BYTES;
        }
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
