package io.github.iamsmart.bulksigning;

/**
 * The file with signatures of a callback ({@code sigFile}), as it came. Immutable by agreement: the array is not
 * copied.
 */
public final class SignatureFile {

    /** No signatures. */
    public static final SignatureFile NONE = new SignatureFile(new byte[0], "");

    private final byte[] bytes;
    private final String wrappedKey;

    /**
     * Keeps a file.
     *
     * @param bytes the sealed frame without its Base64, or the text that came in clear
     * @param wrappedKey Base64 of the CEK that opens the frame, wrapped under the KEK; empty for text in clear
     */
    public SignatureFile(byte[] bytes, String wrappedKey) {
        this.bytes = bytes;
        this.wrappedKey = wrappedKey;
    }

    /**
     * Returns what came.
     *
     * @return the sealed frame or the text, not a copy: do not change it
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Returns the wrapped key that belongs to the frame.
     *
     * @return Base64 of the CEK under the KEK; empty for text in clear
     */
    public String wrappedKey() {
        return wrappedKey;
    }

    /**
     * Returns whether it came encrypted.
     *
     * @return {@code false} for text in clear
     */
    public boolean isSealed() {
        return !wrappedKey.isEmpty();
    }

    @Override
    public String toString() {
        return "SignatureFile[" + bytes.length + " bytes " + (isSealed() ? "sealed" : "in clear") + "]";
    }
}
