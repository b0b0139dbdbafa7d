package io.github.iamsmart.internal.callback;

/** The mark with which some writers begin UTF-8. */
final class ByteOrderMark {

    private ByteOrderMark() {}

    /** {@return how many bytes of a text are the mark: three or none} */
    static int length(byte[] utf8) {
        boolean isMarked =
                utf8.length > 2 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF;
        return isMarked ? 3 : 0;
    }
}
