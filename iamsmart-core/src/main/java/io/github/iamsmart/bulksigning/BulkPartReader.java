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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the signatures of one part, one after the other [D]. */
final class BulkPartReader implements Iterator<BulkSignature> {

    private static final Set<String> MEMBERS =
            Set.of("id", "hash", "hashCode", "timestamp", "signature", "docDigest", "pdfSignature");

    private final ArrayElements elements;
    private final byte[] certificate;

    /**
     * Begins to read.
     *
     * @param signatures the text of the file, with braces around it or without
     * @param certificate the certificate of the part's metadata
     */
    BulkPartReader(byte[] signatures, byte[] certificate) {
        this.elements = new ArrayElements(signatures, "signatures", MEMBERS, "The file with the signatures");
        this.certificate = certificate;
    }

    static byte[] certificate(ObjectNode metadata) {
        return base64(Json.text(metadata, "cert").orElse(""));
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public BulkSignature next() {
        Map<String, String> entry = elements.next();
        String id = entry.getOrDefault("id", "");
        if (entry.containsKey("pdfSignature")) {
            byte[] signature = base64(entry.get("pdfSignature"));
            return signature.length == 0
                    ? new BulkSignature.Unsigned(id)
                    : new BulkSignature.OfPdf(id, new PdfSigningResult(digest(entry, "docDigest"), signature));
        }
        byte[] signature = base64(entry.getOrDefault("signature", ""));
        if (signature.length == 0) {
            return new BulkSignature.Unsigned(id);
        }
        String hash = entry.containsKey("hash") ? "hash" : "hashCode";
        return new BulkSignature.OfHash(
                id, new HashSigningResult(digest(entry, hash), time(entry), signature, certificate));
    }

    private static @Nullable DocumentDigest digest(Map<String, String> entry, String name) {
        return DocumentDigest.parse(entry.getOrDefault(name, "")).orElse(null);
    }

    private static @Nullable Instant time(Map<String, String> entry) {
        return Json.number(entry.getOrDefault("timestamp", ""))
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }

    /** What cannot be read is empty. */
    private static byte[] base64(String text) {
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
