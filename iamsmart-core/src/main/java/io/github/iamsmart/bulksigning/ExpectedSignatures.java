package io.github.iamsmart.bulksigning;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was to be signed, from the service's own records and never from what came back. Immutable.
 *
 * @param documents what was asked for, no two with the same id
 * @param hkicHash the {@linkplain io.github.iamsmart.profile.Hkic#hash() hash} of the HKIC of the signer, if one was
 *     named
 */
public record ExpectedSignatures(List<BulkDocument> documents, Optional<String> hkicHash) {

    /**
     * Keeps a copy.
     *
     * @param documents what was asked for
     * @param hkicHash the hash of the HKIC of the signer, if one was named
     */
    public ExpectedSignatures {
        documents = List.copyOf(documents);
    }

    /**
     * Whatever a request asked for.
     *
     * @param request the request as it was sent
     * @return its documents and its signer
     */
    public static ExpectedSignatures of(BulkSigningRequest request) {
        return new ExpectedSignatures(request.documents(), request.hkicHash());
    }

    /**
     * Documents that anybody may have signed.
     *
     * @param documents what was asked for
     * @return the expectation, without a signer
     */
    public static ExpectedSignatures of(Collection<? extends BulkDocument> documents) {
        return new ExpectedSignatures(List.copyOf(documents), Optional.empty());
    }

    /** Shows nothing of the signer, and no document. */
    @Override
    public String toString() {
        return "ExpectedSignatures[" + documents.size() + " documents]";
    }
}
