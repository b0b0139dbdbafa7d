package io.github.iamsmart.simulator.bulksigning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.callback.CallbackSender;
import io.github.iamsmart.simulator.certificate.KeyKind;
import io.github.iamsmart.simulator.request.BulkProgress;
import io.github.iamsmart.simulator.request.BulkSigning;
import io.github.iamsmart.simulator.request.BulkSigning.Document;
import io.github.iamsmart.simulator.request.PendingRequest;
import io.github.iamsmart.simulator.signing.Algorithm;
import io.github.iamsmart.simulator.signing.Signer;
import io.github.iamsmart.simulator.wire.Json;
import java.util.List;
import java.util.Optional;

/**
 * The signatures of one callback, and what is told of them [D].
 *
 * @param metadata businessID, state, and where there are signatures, their certificate and numbers
 * @param text {@code "signatures":[…]}, without braces
 * @param faults that the signatures show
 */
record SignatureFile(ObjectNode metadata, Optional<String> text, List<FaultKind> faults) {

    /** For a request that has failed. */
    static SignatureFile none(PendingRequest request) {
        return new SignatureFile(CallbackSender.about(request), Optional.empty(), List.of());
    }

    /**
     * Signs the documents of one callback.
     *
     * @param sequence which one, from 1
     */
    static SignatureFile sign(Signer signer, PendingRequest request, int sequence) {
        BulkSigning asked = request.terms().asked().bulkSigning().orElseThrow();
        BulkProgress progress = request.bulk().orElseThrow();
        ObjectNode file = Json.object();
        ArrayNode entries = file.putArray("signatures");
        List<Document> documents = asked.documents(sequence).stream()
                .filter(document -> !progress.hasFailed(document.id()))
                .toList();
        documents.forEach(document -> sign(signer, document, entries.addObject()));
        progress.signed(documents.stream().map(Document::id).toList());
        // Whether the two numbers count the documents of the request or of the callback is not public [?].
        ObjectNode metadata = CallbackSender.about(request)
                .put("cert", signer.certificate(keyKind(asked)))
                .put("totalCallbacks", asked.callbacks())
                .put("callbackSeq", sequence)
                .put("totalSignNum", asked.documents().size())
                .put("failSignNum", progress.failures());
        String braced = Json.text(file);
        return new SignatureFile(metadata, Optional.of(braced.substring(1, braced.length() - 1)), signer.faults());
    }

    private static void sign(Signer signer, Document document, ObjectNode entry) {
        entry.put("id", document.id());
        document.algorithm()
                .ifPresentOrElse(
                        algorithm -> signer.signHash(Algorithm.of(algorithm), document.digest(), "hash", entry),
                        () -> signer.signPdf(document.digest(), entry));
    }

    /** Of the hashes, which all have the same; a PDF's signature has a certificate of its own inside. */
    private static KeyKind keyKind(BulkSigning asked) {
        return asked.documents().stream()
                .flatMap(document -> document.algorithm().stream())
                .map(algorithm -> Algorithm.of(algorithm).keyKind())
                .findFirst()
                .orElse(KeyKind.RSA);
    }

    @Override
    public String toString() {
        return "SignatureFile[faults=" + faults + "]";
    }
}
