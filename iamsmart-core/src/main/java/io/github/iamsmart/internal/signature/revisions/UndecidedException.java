package io.github.iamsmart.internal.signature.revisions;

/** What may be changed, or was, cannot be told. The message says why, as a clause without a full stop. */
public final class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecidedException(String why) {
        super(why);
    }
}
