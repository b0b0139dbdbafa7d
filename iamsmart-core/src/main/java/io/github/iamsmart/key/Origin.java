package io.github.iamsmart.key;

import java.nio.file.Path;
import java.security.Provider;

/**
 * Where a key came from, in two wordings.
 *
 * @param description for logs and health: no folder names
 * @param place for error messages: precise enough to find the file
 */
record Origin(String description, String place) {

    static final Origin GIVEN = of("given key");

    static Origin of(String both) {
        return new Origin(both, both);
    }

    static Origin of(Path file) {
        Path name = file.getFileName();
        return new Origin((name == null ? file : name).toString(), file.toString());
    }

    static Origin of(Provider provider) {
        return of("key of provider " + provider.getName());
    }

    Origin withAlias(String alias) {
        return new Origin("alias " + alias + " in " + description, "alias " + alias + " in " + place);
    }

    Origin asPemFile() {
        return description.startsWith("PEM ") ? this : new Origin("PEM file " + description, "PEM file " + place);
    }
}
