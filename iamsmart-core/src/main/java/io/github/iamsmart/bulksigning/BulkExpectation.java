package io.github.iamsmart.bulksigning;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was to be signed, from the service's own records, never from what came back. Immutable.
 *
 * @param documents the requested documents, no two with the same id
 * @param hkicHash the {@linkplain io.github.iamsmart.identity.Hkic#hash() hash} of the HKIC of the signer, if one was
 *     named
 */
public record BulkExpectation(List<BulkDocument> documents, Optional<String> hkicHash) {

    /**
     * Copies the documents.
     *
     * @param documents the requested documents
     * @param hkicHash the hash of the HKIC of the signer, if one was named
     */
    public BulkExpectation {
        documents = List.copyOf(documents);
    }

    /**
     * {@return the documents and the signer of a request}
     *
     * @param request the request as it was sent
     */
    public static BulkExpectation of(BulkSigningRequest request) {
        return new BulkExpectation(request.documents(), request.hkicHash());
    }

    /**
     * {@return documents that anyone may have signed}
     *
     * @param documents the requested documents
     */
    public static BulkExpectation of(Collection<? extends BulkDocument> documents) {
        return new BulkExpectation(List.copyOf(documents), Optional.empty());
    }

    /** Shows nothing about the signer or the documents. */
    @Override
    public String toString() {
        return "BulkExpectation[" + documents.size() + " documents]";
    }
}
