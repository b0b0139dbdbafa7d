package io.github.iamsmart.error;

import org.jspecify.annotations.Nullable;

/** A document cannot be prepared for signing, or its signature cannot be inserted. The message says why. */
public final class DocumentException extends IamSmartException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong with the document and what to do; nothing of its content
     */
    public DocumentException(String message) {
        this(message, null);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong with the document and what to do; nothing of its content
     * @param cause the underlying failure
     */
    public DocumentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
