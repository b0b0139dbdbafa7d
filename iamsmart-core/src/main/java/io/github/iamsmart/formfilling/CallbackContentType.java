package io.github.iamsmart.formfilling;

/**
 * In what form the result of form filling is posted ({@code callbackContentType} [D]). Both are understood, whichever
 * comes.
 */
public enum CallbackContentType {
    /** {@code application/json}. */
    JSON("application/json"),
    /** {@code multipart/form-data}. */
    MULTIPART("multipart/form-data");

    private final String wireValue;

    CallbackContentType(String wireValue) {
        this.wireValue = wireValue;
    }

    /**
     * Returns the text on the wire.
     *
     * @return the media type
     */
    public String wireValue() {
        return wireValue;
    }
}
