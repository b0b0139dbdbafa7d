package io.github.iamsmart.internal.pdf;

import org.jspecify.annotations.Nullable;

/**
 * A PDF cannot be read as it stands. Unchecked, because PDFBox takes an object that throws an {@code IOException} for
 * one that is missing. The message is a clause that says what is wrong, with nothing of the content.
 */
public final class UnsoundPdfException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What can be wrong, by what helps. */
    public enum Kind {
        /** It is something else than a PDF. */
        NO_PDF,
        /** It is encrypted, and the reader may not or cannot open it. */
        ENCRYPTED,
        /** Readers would have to repair it, or count differently. */
        DAMAGED,
        /** It needs more memory than a PDF of its length should. */
        TOO_LARGE
    }

    UnsoundPdfException(String reason) {
        this(Kind.DAMAGED, reason, null);
    }

    UnsoundPdfException(Kind kind, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    /** {@return what is wrong} */
    public Kind kind() {
        return kind;
    }

    /** {@return the reason; empty only in theory} */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
