package io.github.iamsmart.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The gateway gave no answer: not reachable, refused, timed out, or the connection broke. */
public final class TransportException extends IamSmartException {

    private static final long serialVersionUID = 1L;

    /** Whether the gateway may have received the request. */
    private final boolean mayHaveArrived;

    /**
     * Creates the exception.
     *
     * @param message what happened
     * @param mayHaveArrived {@code false} only if the gateway certainly did not receive the request
     * @param cause the failure below
     */
    public TransportException(String message, boolean mayHaveArrived, @Nullable Throwable cause) {
        super(message, cause);
        this.mayHaveArrived = mayHaveArrived;
    }

    /**
     * Returns whether the gateway may have received and carried out the request although no answer came back.
     *
     * @return {@code false} only if no connection was made
     */
    public boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    @Override
    public String userMessage(Locale locale) {
        return UserMessage.NO_ANSWER.text(locale);
    }

    @Override
    public boolean retryCanHelp() {
        return true;
    }
}
