package io.github.iamsmart.key;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.crypto.PemText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a key file, never empty, and where they came from.
 *
 * @param bytes the content
 * @param origin where the bytes came from
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyInput(byte[] bytes, Origin origin) {

    /** The Base64 of a key is longer. */
    private static final int LONGEST_PATH = 400;

    static KeyInput file(Path file) {
        boolean exists = Files.exists(file);
        if (!exists && isContent(file.toString())) {
            throw new ConfigurationException("A text of " + file.toString().length()
                    + " characters was passed as the path of the key file; it is not shown here, as it looks like the"
                    + " key itself. Pass the path of a file, or pass the text to KekKeyPair.fromPem(String, …).");
        }
        Origin origin = Origin.of(file);
        if (!exists) {
            throw new ConfigurationException("The key file " + file + " does not exist (looked for it at "
                    + file.toAbsolutePath() + "). Correct the path.");
        }
        if (Files.isDirectory(file)) {
            throw new ConfigurationException("The key file " + file + " is a directory. Name the file in it.");
        }
        try {
            return filled(Files.readAllBytes(file), origin);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The key file " + file + " cannot be read. Let the account that runs this process read it.", e);
        }
    }

    /** {@return whether a text that should be a short name looks like a key} */
    static boolean isContent(String path) {
        return path.length() > LONGEST_PATH || path.contains("-----") || path.contains("\n");
    }

    static KeyInput text(String text, String name) {
        return filled(text.getBytes(StandardCharsets.UTF_8), Origin.of(name));
    }

    static KeyInput stream(InputStream stream, String name) {
        try {
            return filled(stream.readAllBytes(), Origin.of(name));
        } catch (IOException e) {
            throw new ConfigurationException("The " + name + " cannot be read.", e);
        }
    }

    private static KeyInput filled(byte[] bytes, Origin origin) {
        KeyInput input = new KeyInput(bytes, origin);
        if (input.asText().isBlank()) {
            throw new ConfigurationException(
                    origin.place() + " is empty. Put the private key of the KEK and its certificate there.");
        }
        return input;
    }

    /** {@return the bytes as text; every byte becomes one character, so that binary content survives} */
    String asText() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    boolean isPem() {
        return PemText.is(bytes);
    }

    @Override
    public String toString() {
        return "KeyInput[" + origin.description() + "]";
    }
}
