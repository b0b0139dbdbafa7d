package io.github.iamsmart.formfilling;

/**
 * The form in which the result of form filling is posted ({@code callbackContentType} [D]). Both are understood,
 * whichever comes.
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

    /** {@return the media type on the wire} */
    public String wireValue() {
        return wireValue;
    }
}
