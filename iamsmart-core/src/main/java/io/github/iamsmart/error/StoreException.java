package io.github.iamsmart.error;

import org.jspecify.annotations.Nullable;

/**
 * A store cannot write or read its data: it is full, or unreachable. Nothing that the gateway sent is acknowledged
 * while its store throws this.
 */
public final class StoreException extends IamSmartException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what happened and what to do; nothing of the data
     */
    public StoreException(String message) {
        this(message, null);
    }

    /**
     * Creates the exception.
     *
     * @param message what happened and what to do; nothing of the data
     * @param cause the underlying failure, if its message quotes nothing of the data
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean retryCanHelp() {
        return true;
    }
}
