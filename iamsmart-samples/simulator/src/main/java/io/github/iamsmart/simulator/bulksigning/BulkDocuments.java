package io.github.iamsmart.simulator.bulksigning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.certificate.KeyKind;
import io.github.iamsmart.simulator.client.Client;
import io.github.iamsmart.simulator.gateway.GatewayCall;
import io.github.iamsmart.simulator.request.BulkSigning.Document;
import io.github.iamsmart.simulator.signing.Algorithm;
import io.github.iamsmart.simulator.signing.DigestText;
import io.github.iamsmart.simulator.wire.Code;
import io.github.iamsmart.simulator.wire.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code documents}: 1 to 1,000, each a hash or a PDF, no two with the same id [D]. */
final class BulkDocuments {
    private static final String MEMBER = "documents";
    private static final int MOST = 1000;

    private BulkDocuments() {}

    static List<Document> read(GatewayCall call) {
        JsonNode array = call.content().get(MEMBER);
        if (array == null || array.isNull()) {
            throw refuse(Code.PARAMETER_MISSING, "The content has no member 'documents', which is required.");
        }
        if (!array.isArray()) {
            throw refuse(Code.PARAMETER_INVALID, "'documents' must be a JSON array of objects.");
        }
        if (array.size() > MOST) {
            throw refuse(
                    Code.PARAMETER_INVALID, "'documents' has " + array.size() + " items; " + MOST + " are allowed.");
        }
        List<Document> documents = new ArrayList<>();
        for (JsonNode item : array) {
            documents.add(numbered(call.client(), item, documents.size()));
        }
        checkIds(documents);
        checkKeys(documents);
        return documents;
    }

    /** Whatever is wrong with it, the refusal says with which. */
    private static Document numbered(Client client, JsonNode item, int index) {
        String where = "documents[" + index + "]";
        if (!(item instanceof ObjectNode object)) {
            throw refuse(Code.PARAMETER_INVALID, where + " must be a JSON object.");
        }
        try {
            return document(new GatewayCall(client, object));
        } catch (Refusal refusal) {
            throw refuse(refusal.code(), where + ": " + refusal.reason());
        }
    }

    private static Document document(GatewayCall item) {
        String id = item.text("id", 36);
        String name = item.text("documentName", 255);
        Optional<String> hash = item.optionalText("hashCode");
        Optional<String> digest = item.optionalText("docDigest");
        if (hash.isPresent() == digest.isPresent()) {
            throw refuse(
                    hash.isPresent() ? Code.PARAMETER_INVALID : Code.PARAMETER_MISSING,
                    "It must have either 'hashCode' or 'docDigest'.");
        }
        Optional<String> algorithm = item.optionalText("sigAlgo");
        if (digest.isPresent()) {
            if (algorithm.isPresent()) {
                throw refuse(Code.PARAMETER_INVALID, "'sigAlgo' belongs to 'hashCode', not to 'docDigest'.");
            }
            return new Document(id, name, DigestText.checked("docDigest", digest.get()), Optional.empty());
        }
        Algorithm known = algorithm.map(Algorithm::of).orElse(Algorithm.SHA256_WITH_RSA);
        return new Document(
                id, name, DigestText.checked("hashCode", hash.orElseThrow(), known), Optional.of(known.wireName()));
    }

    private static void checkIds(List<Document> documents) {
        Set<String> ids = new HashSet<>();
        for (Document document : documents) {
            if (!ids.add(document.id())) {
                throw refuse(Code.PARAMETER_INVALID, "Two documents have the id '" + document.id() + "'.");
            }
        }
    }

    /** The metadata of the signatures have room for one certificate, so one key must do for all hashes [?]. */
    private static void checkKeys(List<Document> documents) {
        Set<KeyKind> kinds = EnumSet.noneOf(KeyKind.class);
        documents.stream()
                .flatMap(document -> document.algorithm().stream())
                .forEach(name -> kinds.add(Algorithm.of(name).keyKind()));
        if (kinds.size() > 1) {
            throw refuse(
                    Code.PARAMETER_INVALID,
                    "Some hashes are to be signed with RSA, some with SM2. The callback has one certificate for all"
                            + " hashes: ask for them in two requests.");
        }
    }

    private static Refusal refuse(Code code, String reason) {
        return Refusal.about(MEMBER, code, reason);
    }
}
