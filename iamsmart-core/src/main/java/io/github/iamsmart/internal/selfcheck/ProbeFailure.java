package io.github.iamsmart.internal.selfcheck;

/** A connection that could not be made, with the step that failed. */
final class ProbeFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** The steps on the way to an answer. */
    enum Step {
        DNS,
        PROXY,
        CONNECT,
        TLS,
        HTTP
    }

    private final Step step;

    /**
     * Creates it.
     *
     * @param step which step failed
     * @param message what happened, in words that end a sentence
     * @param cause the failure
     */
    ProbeFailure(Step step, String message, Throwable cause) {
        super(message, cause);
        this.step = step;
    }

    ProbeFailure(Step step, String message) {
        super(message);
        this.step = step;
    }

    Step step() {
        return step;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
