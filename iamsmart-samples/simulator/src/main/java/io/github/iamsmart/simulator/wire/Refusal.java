package io.github.iamsmart.simulator.wire;

import org.jspecify.annotations.Nullable;

/** The gateway refuses: a code for the caller and a reason, in words, for the log. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final @Nullable String subject;

    private Refusal(Code code, @Nullable String subject, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.subject = subject;
    }

    public static Refusal of(Code code, String reason) {
        return new Refusal(code, null, reason);
    }

    /** A refusal about a parameter or header, which {@code message} then names. */
    public static Refusal about(String subject, Code code, String reason) {
        return new Refusal(code, subject, reason);
    }

    public Code code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The {@code message} of the envelope. */
    public String wireMessage() {
        return subject == null ? code.message() : code.message() + ": " + subject;
    }
}
