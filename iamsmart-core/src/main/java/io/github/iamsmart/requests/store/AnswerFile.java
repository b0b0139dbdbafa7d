package io.github.iamsmart.requests.store;

/**
 * The file that came with a part of an answer, unchanged: the {@code sigFile} of a bulk signing [D]. Immutable by
 * convention: the array is not copied.
 */
public final class AnswerFile {

    /** No file. */
    public static final AnswerFile NONE = new AnswerFile(new byte[0], "");

    private final byte[] bytes;
    private final String wrappedKey;

    /**
     * Creates a file.
     *
     * @param bytes the sealed frame, Base64-decoded, or the text that came in clear
     * @param wrappedKey Base64 of the CEK that opens the frame, wrapped under the KEK; empty for text in clear
     */
    public AnswerFile(byte[] bytes, String wrappedKey) {
        this.bytes = bytes;
        this.wrappedKey = wrappedKey;
    }

    /** {@return the sealed frame or the text, not a copy: do not change it} */
    public byte[] bytes() {
        return bytes;
    }

    /** {@return Base64 of the CEK that opens the frame, wrapped under the KEK; empty for text in clear} */
    public String wrappedKey() {
        return wrappedKey;
    }

    /** {@return whether it came encrypted} */
    public boolean isSealed() {
        return !wrappedKey.isEmpty();
    }

    @Override
    public String toString() {
        return "AnswerFile[" + bytes.length + " bytes " + (isSealed() ? "sealed" : "in clear") + "]";
    }
}
