package io.github.iamsmart.error;

import org.jspecify.annotations.Nullable;

/**
 * Encrypted content or a wrapped key could not be opened.
 *
 * <p>The message does not say which step failed: a sender of forged data must not learn how far it got.
 */
public final class CryptoException extends IamSmartException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what could not be opened and what to check
     * @param cause the underlying failure; must not carry key material or plaintext
     */
    public CryptoException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates the exception.
     *
     * @param message what could not be opened and what to check
     */
    public CryptoException(String message) {
        this(message, null);
    }
}
