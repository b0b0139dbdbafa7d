package io.github.iamsmart.bulksigning;

import io.github.iamsmart.signing.HashSigningResult;
import io.github.iamsmart.signing.PdfSigningResult;

/** The result for one document of a bulk request, as it came: believe it after a verification only. Immutable. */
public sealed interface BulkSignature {

    /**
     * Returns which document it belongs to.
     *
     * @return the id that the document has in its request
     */
    String documentId();

    /**
     * A signed hash.
     *
     * @param documentId the id that the document has in its request
     * @param result the signature and its certificate
     */
    record OfHash(String documentId, HashSigningResult result) implements BulkSignature {}

    /**
     * A signature for a PDF.
     *
     * @param documentId the id that the document has in its request
     * @param result the signature, which holds its certificate
     */
    record OfPdf(String documentId, PdfSigningResult result) implements BulkSignature {}

    /**
     * A document that could not be signed. One that could not be signed may as well be missing altogether [?].
     *
     * @param documentId the id that the document has in its request
     */
    record Unsigned(String documentId) implements BulkSignature {}
}
