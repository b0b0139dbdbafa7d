package io.github.iamsmart.error;

import org.jspecify.annotations.Nullable;

/** An answer came, but not one that the protocol knows: a proxy's HTML error page, truncated JSON, a missing member. */
public final class ProtocolException extends IamSmartException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status of the answer, or 0. */
    private final int httpStatus;

    /**
     * Creates the exception.
     *
     * @param message what was expected and what came; never a part of the answer's body
     * @param httpStatus the HTTP status of the answer, 0 if the text did not come by HTTP
     * @param cause the underlying failure, free of the answer's text
     */
    public ProtocolException(String message, int httpStatus, @Nullable Throwable cause) {
        super(message, cause);
        this.httpStatus = httpStatus;
    }

    /**
     * Creates the exception.
     *
     * @param message what was expected and what came; never a part of the answer's body
     */
    public ProtocolException(String message) {
        this(message, 0, null);
    }

    /** {@return the HTTP status of the answer, 0 if there is none} */
    public int httpStatus() {
        return httpStatus;
    }

    @Override
    public boolean retryCanHelp() {
        return httpStatus == 429 || httpStatus == 500 || httpStatus == 502 || httpStatus == 503 || httpStatus == 504;
    }
}
