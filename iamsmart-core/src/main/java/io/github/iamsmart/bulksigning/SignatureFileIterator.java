package io.github.iamsmart.bulksigning;

import io.github.iamsmart.internal.json.ArrayElements;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.json.LenientBase64;
import io.github.iamsmart.signing.DocumentDigest;
import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the signatures of one file, one after the other [D]. */
final class SignatureFileIterator implements Iterator<BulkSignature> {

    private static final Set<String> MEMBERS =
            Set.of("id", "hash", "hashCode", "timestamp", "signature", "docDigest", "pdfSignature");

    private final ArrayElements elements;
    private final byte[] certificate;

    /**
     * Starts reading.
     *
     * @param signatures the text of the file, with or without enclosing braces
     * @param certificate the certificate that came with the file
     */
    SignatureFileIterator(byte[] signatures, byte[] certificate) {
        this.elements = new ArrayElements(signatures, "signatures", MEMBERS, "The file with the signatures");
        this.certificate = certificate;
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
            byte[] signature = LenientBase64.decode(entry.get("pdfSignature"));
            return signature.length == 0
                    ? new BulkSignature.Unsigned(id)
                    : new BulkSignature.OfPdf(id, new PdfSigningResult(digest(entry, "docDigest"), signature));
        }
        byte[] signature = LenientBase64.decode(entry.getOrDefault("signature", ""));
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
}
