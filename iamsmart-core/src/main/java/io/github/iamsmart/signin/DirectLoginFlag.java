package io.github.iamsmart.signin;

/**
 * How the exchange of a code says that it came by Direct Login v2 ({@code isDirectLoginV2}). One public client sends a
 * text [1]; the twin of the sister system, {@code isDirectLogin}, is a Boolean [D].
 */
public enum DirectLoginFlag {
    /** The JSON string {@code "true"}. */
    TEXT,
    /** The JSON literal {@code true}. */
    BOOLEAN
}
