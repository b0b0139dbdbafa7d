package io.github.iamsmart.samples.onlineservice.signing;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be signed here. */
public enum Subject {
    /** The application for a permit: a PDF that carries its signature in itself. */
    APPLICATION("application"),
    /** The terms of the market: a text whose hash is signed. */
    TERMS("terms");

    private final String key;

    Subject(String key) {
        this.key = key;
    }

    static Optional<Subject> of(String key) {
        return Stream.of(values()).filter(subject -> subject.key.equals(key)).findFirst();
    }

    /** Its word in addresses, and in the keys of texts. */
    public String key() {
        return key;
    }
}
