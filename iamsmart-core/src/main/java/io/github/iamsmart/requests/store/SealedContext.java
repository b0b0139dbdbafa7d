package io.github.iamsmart.requests.store;

/**
 * What the pages of a request need again, for storage: encrypted under a content key (CEK) of the gateway, and that key
 * is wrapped under the KEK. Immutable by convention: the array is not copied.
 */
public final class SealedContext {

    private final String wrappedKey;
    private final byte[] content;

    /**
     * Creates it.
     *
     * @param wrappedKey Base64 of the CEK that opens the content, wrapped under the KEK
     * @param content the sealed frame
     */
    public SealedContext(String wrappedKey, byte[] content) {
        this.wrappedKey = wrappedKey;
        this.content = content;
    }

    /** {@return Base64 of the CEK that opens the content, wrapped under the KEK} */
    public String wrappedKey() {
        return wrappedKey;
    }

    /** {@return the sealed frame, not a copy: do not change it} */
    public byte[] content() {
        return content;
    }

    @Override
    public String toString() {
        return "SealedContext[" + content.length + " bytes sealed]";
    }
}
