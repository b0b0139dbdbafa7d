package io.github.iamsmart.formfilling;

/** The result of comparing a file with the hash that came with it. */
public enum HashCheck {
    /** The hash matches the file. */
    MATCHES,
    /** The hash does not match, or is not a hash at all: the file is not the intended one. */
    DIFFERS,
    /** No hash came, so there was nothing to compare. */
    ABSENT
}
