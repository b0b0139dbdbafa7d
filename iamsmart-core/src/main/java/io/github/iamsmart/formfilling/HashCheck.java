package io.github.iamsmart.formfilling;

/** What comparing a file with the hash that came beside it has shown. */
public enum HashCheck {
    /** The hash that came is the one of the file. */
    MATCHES,
    /** The hash that came is another one, or no hash at all: the file is not the one that was meant. */
    DIFFERS,
    /** No hash came, so there was nothing to compare. */
    ABSENT
}
