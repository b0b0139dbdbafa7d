package io.github.iamsmart.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.json.LenientBase64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of signing a PDF, as it came: do not rely on it before verifying it. Missing or unreadable values are
 * empty here and named by the verification. Immutable.
 */
public final class PdfSigningResult {

    private final @Nullable DocumentDigest digest;
    private final byte[] pdfSignature;

    /**
     * Recreates a result, for an application that stores its parts.
     *
     * @param digest the digest that was signed, {@code null} if none came
     * @param pdfSignature the PKCS#7 structure in DER
     */
    public PdfSigningResult(@Nullable DocumentDigest digest, byte[] pdfSignature) {
        this.digest = digest;
        this.pdfSignature = pdfSignature.clone();
    }

    /**
     * {@return the result in a business object}
     *
     * @param json the business object, UTF-8
     * @throws io.github.iamsmart.error.ProtocolException if this is not one JSON object
     */
    public static PdfSigningResult fromJson(byte[] json) {
        ObjectNode content = Json.object(json, "The result of the PDF signing");
        return new PdfSigningResult(
                Json.text(content, "docDigest").flatMap(DocumentDigest::parse).orElse(null),
                LenientBase64.decode(Json.text(content, "pdfSignature").orElse("")));
    }

    /** {@return the digest that was signed ({@code docDigest} [D]), if a readable one came} */
    public Optional<DocumentDigest> digest() {
        return Optional.ofNullable(digest);
    }

    /**
     * {@return the signature ({@code pdfSignature} [D]), a detached PKCS#7 structure that goes into {@code /Contents}
     * unchanged: a copy of the DER bytes, empty if it cannot be read}
     */
    public byte[] pdfSignature() {
        return pdfSignature.clone();
    }

    /** Shows nothing about the signer. */
    @Override
    public String toString() {
        return "PdfSigningResult[pdfSignature of " + pdfSignature.length + " bytes]";
    }
}
