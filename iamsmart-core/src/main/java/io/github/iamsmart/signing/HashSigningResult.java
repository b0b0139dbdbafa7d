package io.github.iamsmart.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of signing a hash, as it came: believe it after a verification only. What is missing or cannot be read is
 * empty here, and named by the verification. Immutable.
 */
public final class HashSigningResult {

    private final @Nullable DocumentDigest digest;
    private final @Nullable Instant signedAt;
    private final byte[] signature;
    private final byte[] certificate;

    /**
     * Puts a result together again, for an application that keeps its parts.
     *
     * @param digest the hash that was signed, {@code null} if none came
     * @param signedAt when, {@code null} if no time came
     * @param signature the signature
     * @param certificate the signer's certificate in DER
     */
    public HashSigningResult(
            @Nullable DocumentDigest digest, @Nullable Instant signedAt, byte[] signature, byte[] certificate) {
        this.digest = digest;
        this.signedAt = signedAt;
        this.signature = signature.clone();
        this.certificate = certificate.clone();
    }

    static HashSigningResult read(byte[] json) {
        ObjectNode content = Json.object(json, "The result of the signing");
        return new HashSigningResult(
                Json.text(content, "hashCode").flatMap(DocumentDigest::parse).orElse(null),
                Json.number(content, "timestamp").map(Instant::ofEpochMilli).orElse(null),
                WireBase64.read(content, "signature"),
                WireBase64.read(content, "cert"));
    }

    /**
     * Returns the hash that was signed ({@code hashCode} [D]).
     *
     * @return the hash, if a readable one came
     */
    public Optional<DocumentDigest> digest() {
        return Optional.ofNullable(digest);
    }

    /**
     * Returns when it was signed ({@code timestamp} [D]), by the gateway's clock.
     *
     * @return the time, if a readable one came
     */
    public Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    /**
     * Returns the signature ({@code signature} [D]).
     *
     * @return a copy of the bytes; none if it cannot be read
     */
    public byte[] signature() {
        return signature.clone();
    }

    /**
     * Returns the signer's certificate ({@code cert} [D]), personal data.
     *
     * @return a copy of the DER bytes; none if it cannot be read
     */
    public byte[] certificate() {
        return certificate.clone();
    }

    /** Shows nothing of the signer. */
    @Override
    public String toString() {
        return "HashSigningResult[signedAt=" + signedAt + ", signature of " + signature.length + " bytes]";
    }
}
