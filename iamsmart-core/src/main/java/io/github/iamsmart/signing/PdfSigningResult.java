package io.github.iamsmart.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of signing a PDF, as it came: believe it after a verification only. What is missing or cannot be read is
 * empty here, and named by the verification. Immutable.
 */
public final class PdfSigningResult {

    private final @Nullable DocumentDigest digest;
    private final byte[] pdfSignature;

    /**
     * Puts a result together again, for an application that keeps its parts.
     *
     * @param digest the digest that was signed, {@code null} if none came
     * @param pdfSignature the PKCS#7 structure in DER
     */
    public PdfSigningResult(@Nullable DocumentDigest digest, byte[] pdfSignature) {
        this.digest = digest;
        this.pdfSignature = pdfSignature.clone();
    }

    static PdfSigningResult read(byte[] json) {
        ObjectNode content = Json.object(json, "The result of the PDF signing");
        return new PdfSigningResult(
                Json.text(content, "docDigest").flatMap(DocumentDigest::parse).orElse(null),
                WireBase64.read(content, "pdfSignature"));
    }

    /**
     * Returns the digest that was signed ({@code docDigest} [D]).
     *
     * @return the digest, if a readable one came
     */
    public Optional<DocumentDigest> digest() {
        return Optional.ofNullable(digest);
    }

    /**
     * Returns the signature ({@code pdfSignature} [D]): a detached PKCS#7 structure that goes into {@code /Contents} as
     * it is.
     *
     * @return a copy of the DER bytes; none if it cannot be read
     */
    public byte[] pdfSignature() {
        return pdfSignature.clone();
    }

    /** Shows nothing of the signer. */
    @Override
    public String toString() {
        return "PdfSigningResult[pdfSignature of " + pdfSignature.length + " bytes]";
    }
}
