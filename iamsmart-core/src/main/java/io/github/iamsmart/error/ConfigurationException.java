package io.github.iamsmart.error;

/**
 * The client was set up wrongly; the message names the setting and says what to write instead.
 *
 * <p>Thrown while a client is built, or by the first call that needs the missing setting; never because of something
 * that a user or the gateway did.
 */
public final class ConfigurationException extends IamSmartException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what to do
     */
    public ConfigurationException(String message) {
        super(message, null);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what to do
     * @param cause what revealed it; must not carry a secret
     */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
