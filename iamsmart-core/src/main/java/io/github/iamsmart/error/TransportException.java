package io.github.iamsmart.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The gateway did not answer: it was unreachable, refused the connection or timed out, or the connection broke. */
public final class TransportException extends IamSmartException {

    private static final long serialVersionUID = 1L;

    /** Whether the gateway may have received the request. */
    private final boolean mayHaveArrived;

    /**
     * Creates the exception.
     *
     * @param message what happened
     * @param mayHaveArrived {@code false} only if the gateway certainly did not receive the request
     * @param cause the underlying failure
     */
    public TransportException(String message, boolean mayHaveArrived, @Nullable Throwable cause) {
        super(message, cause);
        this.mayHaveArrived = mayHaveArrived;
    }

    /**
     * {@return whether the gateway may have received and processed the request although no answer came back;
     * {@code false} only if nothing was sent, or if the gateway said by HTTP/2 that it did not process it}
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
