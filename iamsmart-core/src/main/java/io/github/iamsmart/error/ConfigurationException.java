package io.github.iamsmart.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The client is misconfigured. The message names the setting and says what to write instead.
 *
 * <p>Thrown while a client is built, or by the first call that needs the missing setting; never because of what a user,
 * a browser, a store or the gateway did.
 */
public final class ConfigurationException extends IamSmartException {

    private static final long serialVersionUID = 2L;

    private final @Nullable String setting;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what to do
     */
    public ConfigurationException(String message) {
        this(message, null, null);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what to do
     * @param cause the underlying failure; must not carry a secret
     */
    public ConfigurationException(String message, Throwable cause) {
        this(message, cause, null);
    }

    private ConfigurationException(String message, @Nullable Throwable cause, @Nullable String setting) {
        super(message, cause);
        this.setting = setting;
    }

    /**
     * {@return the failure of one setting}
     *
     * @param setting its name, see {@link #setting()}
     * @param message what is wrong and what to do
     */
    public static ConfigurationException of(String setting, String message) {
        return new ConfigurationException(message, null, setting);
    }

    /**
     * {@return the failure of one setting}
     *
     * @param setting its name, see {@link #setting()}
     * @param message what is wrong and what to do
     * @param cause the underlying failure; must not carry a secret
     */
    public static ConfigurationException of(String setting, String message, Throwable cause) {
        return new ConfigurationException(message, cause, setting);
    }

    /**
     * {@return the setting that cannot be used, as the method or the parameter that takes it is called:
     * {@code clientSecret}, {@code password}; where it takes a name, that name follows a dot: {@code paths.get-token};
     * empty where it is not one setting alone} Whatever reads settings from elsewhere tells by it which of its own is
     * meant.
     */
    public Optional<String> setting() {
        return Optional.ofNullable(setting);
    }
}
