package io.github.iamsmart.error;

/**
 * The client is misconfigured. The message names the setting and says what to write instead.
 *
 * <p>Thrown while a client is built, or by the first call that needs the missing setting; never because of what a user,
 * a browser, a store or the gateway did.
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
     * @param cause the underlying failure; must not carry a secret
     */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
