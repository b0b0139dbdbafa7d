package io.github.iamsmart.signing;

import io.github.iamsmart.error.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a document: the only thing about it that the gateway ever sees ({@code hashCode}, {@code docDigest} [D]).
 * It is a SHA-256, or for signatures with SM2 an SM3 [D].
 *
 * <p>A document is read as a stream and never held in memory: a file of gigabytes needs only one small buffer. Two
 * digests are equal if their bytes are: a result that comes back does not say how its hash was computed. Immutable and
 * thread-safe.
 *
 * @param base64 padded standard Base64 of the 32 bytes, as on the wire
 * @param algorithm how the document was hashed
 */
public record DocumentDigest(String base64, DigestAlgorithm algorithm) implements Serializable {

    private static final int LENGTH = 32;
    private static final int BUFFER = 64 * 1024;

    /**
     * Checks the text.
     *
     * @param base64 standard Base64 of 32 bytes; missing padding is added
     * @param algorithm how the document was hashed
     * @throws InvalidRequestException if it is anything else
     */
    public DocumentDigest {
        byte[] hash = decode(base64)
                .orElseThrow(() -> new InvalidRequestException("A document's hash is the Base64 of the 32 bytes of its "
                        + algorithm + "; this text is not. Let DocumentDigest.of compute it."));
        base64 = Base64.getEncoder().encodeToString(hash);
    }

    /**
     * Takes the text of a SHA-256.
     *
     * @param base64 standard Base64 of 32 bytes; missing padding is added
     * @throws InvalidRequestException if it is anything else
     */
    public DocumentDigest(String base64) {
        this(base64, DigestAlgorithm.SHA_256);
    }

    /**
     * Hashes a stream to its end with SHA-256, without closing it.
     *
     * @param document the document
     * @return its hash
     * @throws IOException if it cannot be read
     */
    public static DocumentDigest of(InputStream document) throws IOException {
        return of(document, DigestAlgorithm.SHA_256);
    }

    /**
     * Hashes a stream to its end, without closing it.
     *
     * @param document the document
     * @param algorithm how to hash it
     * @return its hash
     * @throws IOException if it cannot be read
     */
    public static DocumentDigest of(InputStream document, DigestAlgorithm algorithm) throws IOException {
        MessageDigest digest = algorithm.digest();
        byte[] buffer = new byte[BUFFER];
        for (int n = document.read(buffer); n >= 0; n = document.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return ofHash(digest.digest(), algorithm);
    }

    /**
     * Hashes a file with SHA-256.
     *
     * @param document where it is
     * @return its hash
     * @throws IOException if it cannot be read
     */
    public static DocumentDigest of(Path document) throws IOException {
        return of(document, DigestAlgorithm.SHA_256);
    }

    /**
     * Hashes a file.
     *
     * @param document where it is
     * @param algorithm how to hash it
     * @return its hash
     * @throws IOException if it cannot be read
     */
    public static DocumentDigest of(Path document, DigestAlgorithm algorithm) throws IOException {
        try (InputStream stream = Files.newInputStream(document)) {
            return of(stream, algorithm);
        }
    }

    /**
     * Hashes a document that is already in memory with SHA-256.
     *
     * @param document the document itself, not its hash
     * @return its hash
     */
    public static DocumentDigest of(byte[] document) {
        return of(document, DigestAlgorithm.SHA_256);
    }

    /**
     * Hashes a document that is already in memory.
     *
     * @param document the document itself, not its hash
     * @param algorithm how to hash it
     * @return its hash
     */
    public static DocumentDigest of(byte[] document, DigestAlgorithm algorithm) {
        return ofHash(algorithm.digest().digest(document), algorithm);
    }

    /**
     * Takes a SHA-256 that was computed elsewhere.
     *
     * @param sha256 the 32 bytes
     * @return the hash
     * @throws InvalidRequestException if it has another length
     */
    public static DocumentDigest ofHash(byte[] sha256) {
        return ofHash(sha256, DigestAlgorithm.SHA_256);
    }

    /**
     * Takes a hash that was computed elsewhere.
     *
     * @param hash the 32 bytes
     * @param algorithm how it was computed
     * @return the hash
     * @throws InvalidRequestException if it has another length
     */
    public static DocumentDigest ofHash(byte[] hash, DigestAlgorithm algorithm) {
        return new DocumentDigest(Base64.getEncoder().encodeToString(hash), algorithm);
    }

    /**
     * {@return the hash from a text on the wire, called a SHA-256, because the wire does not say; empty if the text is
     * not a hash}
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

    /** Compares the bytes alone. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentDigest digest && base64.equals(digest.base64);
    }

    @Override
    public int hashCode() {
        return base64.hashCode();
    }

    /** {@return the Base64 text} */
    @Override
    public String toString() {
        return base64;
    }
}
