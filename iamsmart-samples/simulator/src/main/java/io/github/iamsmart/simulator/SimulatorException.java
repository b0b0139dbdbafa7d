package io.github.iamsmart.simulator;

/** The simulator was asked for something that it cannot do. The message says what and what to do instead. */
public final class SimulatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of thing went wrong. */
    public enum Kind {
        /** The simulator could not start, for example because its port is taken. */
        NOT_STARTED,
        /** No request has this ticket. */
        UNKNOWN_REQUEST,
        /** The user's answer is given already, or the ticket has expired. */
        ALREADY_ENDED,
        /** No persona has this id. */
        UNKNOWN_PERSONA,
        /** No client is registered under this id. */
        UNKNOWN_CLIENT,
        /** A test waited for a call or a callback that did not come. */
        NO_CALL,
        /** A file in which something is kept cannot be written; the change was not made. */
        NOT_SAVED,
        /** An argument is missing or malformed. */
        INVALID
    }

    private final Kind kind;

    /**
     * An exception without a cause.
     *
     * @param kind what kind of thing went wrong
     * @param message what and what to do
     */
    public SimulatorException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /**
     * An exception with a cause.
     *
     * @param kind what kind of thing went wrong
     * @param message what and what to do
     * @param cause why
     */
    public SimulatorException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** {@return what kind of thing went wrong} */
    public Kind kind() {
        return kind;
    }
}
