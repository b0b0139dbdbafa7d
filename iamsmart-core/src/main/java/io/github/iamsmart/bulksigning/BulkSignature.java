package io.github.iamsmart.bulksigning;

import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;
import java.util.Iterator;

/** The result for one document of a bulk request, as it came: do not rely on it before verifying it. Immutable. */
public sealed interface BulkSignature {

    /** {@return the id of the document within its request} */
    String documentId();

    /**
     * Reads the file of signatures in a callback ({@code sigFile} [D]), one signature after the other.
     *
     * @param file the text of the file, UTF-8, with or without enclosing braces
     * @param certificate the certificate that came with it, DER; it belongs to all signatures of hashes
     * @return the signatures; the iterator throws a {@link io.github.iamsmart.error.ProtocolException} where the file
     *     cannot be read
     * @throws io.github.iamsmart.error.ProtocolException if the file has no list of signatures
     */
    static Iterator<BulkSignature> fromFile(byte[] file, byte[] certificate) {
        return new SignatureFileIterator(file, certificate);
    }

    /**
     * A signed hash.
     *
     * @param documentId the id of the document within its request
     * @param result the signature and its certificate
     */
    record OfHash(String documentId, HashSigningResult result) implements BulkSignature {}

    /**
     * A signature for a PDF.
     *
     * @param documentId the id of the document within its request
     * @param result the signature, which holds its certificate
     */
    record OfPdf(String documentId, PdfSigningResult result) implements BulkSignature {}

    /**
     * A document that could not be signed. Such a document may also be missing altogether [?].
     *
     * @param documentId the id of the document within its request
     */
    record Unsigned(String documentId) implements BulkSignature {}
}
