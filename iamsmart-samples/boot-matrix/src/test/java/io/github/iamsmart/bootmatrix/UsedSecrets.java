package io.github.iamsmart.bootmatrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes down the secrets that the tests used, so that the search through the logs knows them. */
final class UsedSecrets {

    private static final Path FILE = Path.of("target", "used-secrets.txt");

    private UsedSecrets() {}

    static synchronized void remember(String secret) {
        try {
            Files.writeString(FILE, secret + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> all() throws IOException {
        return Files.readAllLines(FILE).stream().distinct().toList();
    }
}
