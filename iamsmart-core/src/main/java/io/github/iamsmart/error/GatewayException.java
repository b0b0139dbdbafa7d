package io.github.iamsmart.error;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway understood the request and refused it with a result code other than {@code D00000}. */
public final class GatewayException extends IamSmartException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    private final @Nullable String txId;
    private final String path;

    /**
     * Creates the exception.
     *
     * @param code the result code
     * @param txId the gateway's transaction id, for inquiries to its support
     * @param path the path of the call below the base URL
     * @param detail the gateway's own message, already cut to a safe length, or {@code null}
     */
    public GatewayException(ErrorCode code, @Nullable String txId, String path, @Nullable String detail) {
        super(message(code, txId, path, detail), null);
        this.code = code;
        this.txId = txId;
        this.path = path;
    }

    private static String message(ErrorCode code, @Nullable String txId, String path, @Nullable String detail) {
        StringBuilder text = new StringBuilder(path)
                .append(" was refused with ")
                .append(code)
                .append(" (")
                .append(code.meaning())
                .append(')');
        if (detail != null && !detail.isBlank()) {
            text.append(": ").append(detail);
        }
        if (txId != null) {
            text.append(" [txID ").append(txId).append(']');
        }
        return text.toString();
    }

    /** {@return the result code, known or not} */
    public ErrorCode code() {
        return code;
    }

    /** {@return the gateway's transaction id ({@code txID}), if the answer had one} */
    public Optional<String> txId() {
        return Optional.ofNullable(txId);
    }

    /** {@return the path of the refused call, below the base URL} */
    public String path() {
        return path;
    }

    @Override
    public String userMessage(Locale locale) {
        return code.userMessage(locale);
    }

    @Override
    public boolean retryCanHelp() {
        return code.retryCanHelp();
    }
}
