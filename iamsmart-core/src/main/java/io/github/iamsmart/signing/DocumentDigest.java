package io.github.iamsmart.signing;

import io.github.iamsmart.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * The SHA-256 of a document: all that the gateway ever sees of it ({@code hashCode}, {@code docDigest} [D]).
 *
 * <p>A document is read as a stream and never held: a file of gigabytes costs the memory of one small buffer. Immutable
 * and safe for threads.
 *
 * @param base64 padded standard Base64 of the 32 bytes, as on the wire
 */
public record DocumentDigest(String base64) implements Serializable {

    private static final int LENGTH = 32;
    private static final int BUFFER = 64 * 1024;

    /**
     * Checks the text.
     *
     * @param base64 standard Base64 of 32 bytes; padding that is missing is added
     * @throws ConfigurationException if it is anything else
     */
    public DocumentDigest {
        byte[] hash = decode(base64)
                .orElseThrow(() -> new ConfigurationException("A document's hash is the Base64 of the 32 bytes of its"
                        + " SHA-256; this text is not. Let DocumentDigest.of compute it."));
        base64 = Base64.getEncoder().encodeToString(hash);
    }

    /**
     * Reads a stream to its end. Closing it is left to the caller.
     *
     * @param document the document
     * @return its hash
     * @throws IOException if it cannot be read
     */
    public static DocumentDigest of(InputStream document) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        for (int n = document.read(buffer); n >= 0; n = document.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return ofHash(digest.digest());
    }

    /**
     * Reads a file.
     *
     * @param document where it is
     * @return its hash
     * @throws IOException if it cannot be read
     */
    public static DocumentDigest of(Path document) throws IOException {
        try (InputStream stream = Files.newInputStream(document)) {
            return of(stream);
        }
    }

    /**
     * Hashes a document that is in memory anyway.
     *
     * @param document the document itself, not its hash
     * @return its hash
     */
    public static DocumentDigest of(byte[] document) {
        return ofHash(sha256().digest(document));
    }

    /**
     * Takes a hash that was computed elsewhere.
     *
     * @param sha256 the 32 bytes
     * @return the hash
     * @throws ConfigurationException if it has another length
     */
    public static DocumentDigest ofHash(byte[] sha256) {
        return new DocumentDigest(Base64.getEncoder().encodeToString(sha256));
    }

    /**
     * Reads what came over the wire.
     *
     * @param base64 a text
     * @return the hash; empty if the text is none
     */
    public static Optional<DocumentDigest> parse(String base64) {
        return decode(base64).map(hash -> new DocumentDigest(base64));
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length == LENGTH);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Returns the hash itself.
     *
     * @return a new array of 32 bytes
     */
    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** Returns the Base64 text. */
    @Override
    public String toString() {
        return base64;
    }
}
