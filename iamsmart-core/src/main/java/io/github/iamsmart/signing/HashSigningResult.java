package io.github.iamsmart.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.json.LenientBase64;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of signing a hash, as it came: do not rely on it before verifying it. Missing or unreadable values are
 * empty here and named by the verification. Immutable.
 */
public final class HashSigningResult {

    private final @Nullable DocumentDigest digest;
    private final @Nullable Instant signedAt;
    private final byte[] signature;
    private final byte[] certificate;

    /**
     * Recreates a result, for an application that stores its parts.
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

    /**
     * {@return the result in a business object}
     *
     * @param json the business object, UTF-8
     * @throws io.github.iamsmart.error.ProtocolException if this is not one JSON object
     */
    public static HashSigningResult fromJson(byte[] json) {
        ObjectNode content = Json.object(json, "The result of the signing");
        return new HashSigningResult(
                Json.text(content, "hashCode").flatMap(DocumentDigest::parse).orElse(null),
                Json.number(content, "timestamp").map(Instant::ofEpochMilli).orElse(null),
                LenientBase64.decode(Json.text(content, "signature").orElse("")),
                LenientBase64.decode(Json.text(content, "cert").orElse("")));
    }

    /**
     * {@return the hash that was signed ({@code hashCode} [D]), if a readable one came} How it was computed does not
     * come with it: it equals the digest of the request if the bytes are the same.
     */
    public Optional<DocumentDigest> digest() {
        return Optional.ofNullable(digest);
    }

    /** {@return when it was signed ({@code timestamp} [D]), by the gateway's clock, if a readable time came} */
    public Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    /** {@return the signature ({@code signature} [D]): a copy of the bytes, empty if it cannot be read} */
    public byte[] signature() {
        return signature.clone();
    }

    /**
     * {@return the signer's certificate ({@code cert} [D]), personal data: a copy of the DER bytes, empty if it cannot
     * be read}
     */
    public byte[] certificate() {
        return certificate.clone();
    }

    /** Shows nothing about the signer. */
    @Override
    public String toString() {
        return "HashSigningResult[signedAt=" + signedAt + ", signature of " + signature.length + " bytes]";
    }
}
