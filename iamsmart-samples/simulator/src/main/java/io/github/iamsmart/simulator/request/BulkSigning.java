package io.github.iamsmart.simulator.request;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Documents that are to be signed with one consent, as the service describes them. Its {@code toString} shows nothing
 * of them.
 *
 * @param hkicHash who has to sign
 * @param stepUp {@code FR} and {@code NFC}, what the user has to show before
 * @param resultUri where the signatures go
 * @param signaturesInACallback how many of them a callback brings at most
 */
public record BulkSigning(
        Optional<String> department,
        String serviceName,
        String requestName,
        Optional<String> hkicHash,
        List<String> stepUp,
        URI resultUri,
        int signaturesInACallback,
        List<Document> documents) {

    /**
     * One of them.
     *
     * @param digest Base64, as it was sent
     * @param algorithm wire name; empty for a PDF
     */
    public record Document(String id, String name, String digest, Optional<String> algorithm) {}

    public BulkSigning {
        stepUp = List.copyOf(stepUp);
        documents = List.copyOf(documents);
    }

    /** How many callbacks it takes. */
    public int callbacks() {
        return (documents.size() + signaturesInACallback - 1) / signaturesInACallback;
    }

    /**
     * The documents of one callback.
     *
     * @param sequence from 1
     */
    public List<Document> documents(int sequence) {
        int from = (sequence - 1) * signaturesInACallback;
        return documents.subList(from, Math.min(documents.size(), from + signaturesInACallback));
    }

    @Override
    public String toString() {
        return "BulkSigning[" + documents.size() + " documents]";
    }
}
