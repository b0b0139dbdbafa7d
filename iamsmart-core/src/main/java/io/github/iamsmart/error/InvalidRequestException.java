package io.github.iamsmart.error;

/**
 * The application's request cannot be sent: a value is missing, too long, malformed, or was used before. The message
 * names the value and says what to pass instead. Nothing was sent.
 */
public final class InvalidRequestException extends IamSmartException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what to pass instead; no personal data
     */
    public InvalidRequestException(String message) {
        super(message, null);
    }
}
