package io.github.iamsmart.signing;

import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.internal.crypto.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * The SHA-256 of a document: the only thing about it that the gateway ever sees ({@code hashCode}, {@code docDigest}
 * [D]).
 *
 * <p>A document is read as a stream and never held in memory: a file of gigabytes needs only one small buffer.
 * Immutable and thread-safe.
 *
 * @param base64 padded standard Base64 of the 32 bytes, as on the wire
 */
public record DocumentDigest(String base64) implements Serializable {

    private static final int LENGTH = 32;
    private static final int BUFFER = 64 * 1024;

    /**
     * Checks the text.
     *
     * @param base64 standard Base64 of 32 bytes; missing padding is added
     * @throws InvalidRequestException if it is anything else
     */
    public DocumentDigest {
        byte[] hash = decode(base64)
                .orElseThrow(() -> new InvalidRequestException("A document's hash is the Base64 of the 32 bytes of its"
                        + " SHA-256; this text is not. Let DocumentDigest.of compute it."));
        base64 = Base64.getEncoder().encodeToString(hash);
    }

    /**
     * Hashes a stream to its end, without closing it.
     *
     * @param document the document
     * @return its hash
     * @throws IOException if it cannot be read
     */
    public static DocumentDigest of(InputStream document) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        for (int n = document.read(buffer); n >= 0; n = document.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return ofHash(digest.digest());
    }

    /**
     * Hashes a file.
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
     * Hashes a document that is already in memory.
     *
     * @param document the document itself, not its hash
     * @return its hash
     */
    public static DocumentDigest of(byte[] document) {
        return ofHash(Sha256.of(document));
    }

    /**
     * Takes a hash that was computed elsewhere.
     *
     * @param sha256 the 32 bytes
     * @return the hash
     * @throws InvalidRequestException if it has another length
     */
    public static DocumentDigest ofHash(byte[] sha256) {
        return new DocumentDigest(Base64.getEncoder().encodeToString(sha256));
    }

    /**
     * {@return the hash from a text on the wire; empty if the text is not one}
     *
     * @param base64 the text
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

    /** {@return the hash itself, a new array of 32 bytes} */
    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** {@return the Base64 text} */
    @Override
    public String toString() {
        return base64;
    }
}
