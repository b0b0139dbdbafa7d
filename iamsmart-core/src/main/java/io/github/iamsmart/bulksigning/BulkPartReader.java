package io.github.iamsmart.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.ArrayElements;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the signatures of one part, one after the other [D]. */
final class BulkPartReader implements Iterator<BulkSignature> {

    private final ArrayElements elements;
    private final byte[] certificate;

    /**
     * Begins to read.
     *
     * @param signatures the text of the file, with braces around it or without
     * @param certificate the certificate of the part's metadata
     */
    BulkPartReader(byte[] signatures, byte[] certificate) {
        this.elements = new ArrayElements(signatures, "signatures", "The file with the signatures");
        this.certificate = certificate;
    }

    static byte[] certificate(ObjectNode metadata) {
        return base64(metadata, "cert");
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public BulkSignature next() {
        ObjectNode entry = elements.next();
        String id = Json.text(entry, "id").orElse("");
        if (entry.has("pdfSignature")) {
            byte[] signature = base64(entry, "pdfSignature");
            return signature.length == 0
                    ? new BulkSignature.Unsigned(id)
                    : new BulkSignature.OfPdf(id, new PdfSigningResult(digest(entry, "docDigest"), signature));
        }
        byte[] signature = base64(entry, "signature");
        if (signature.length == 0) {
            return new BulkSignature.Unsigned(id);
        }
        String hash = entry.has("hash") ? "hash" : "hashCode";
        Instant signedAt =
                Json.number(entry, "timestamp").map(Instant::ofEpochMilli).orElse(null);
        return new BulkSignature.OfHash(
                id, new HashSigningResult(digest(entry, hash), signedAt, signature, certificate));
    }

    private static @Nullable DocumentDigest digest(ObjectNode entry, String name) {
        return Json.text(entry, name).flatMap(DocumentDigest::parse).orElse(null);
    }

    /** What cannot be read is empty. */
    private static byte[] base64(ObjectNode object, String name) {
        String text = Json.text(object, name).orElse("");
        return decode(text)
                // Writers of MIME break lines.
                .or(() -> decode(text.replaceAll("\\s+", "")))
                .orElseGet(() -> new byte[0]);
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
