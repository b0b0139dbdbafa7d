package io.github.iamsmart.internal.bulksigning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.bulksigning.BulkDocument;
import io.github.iamsmart.bulksigning.BulkSigningHandle;
import io.github.iamsmart.bulksigning.BulkSigningRequest;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.signing.SigningBody;
import io.github.iamsmart.signing.SigningAnswer;
import java.net.URI;
import java.util.Map;

/** Writes the bodies of bulk signing's calls [D]. Immutable and thread-safe. */
final class BulkBody {

    private final SigningBody signing;

    BulkBody(SigningBody signing) {
        this.signing = signing;
    }

    ObjectNode request(BulkSigningRequest request, URI results) {
        ObjectNode body = Json.object()
                .put("callbackResultURI", results.toString())
                .put("serviceName", request.details().serviceName().orElseThrow())
                .put("requestName", request.requestName())
                .put("maxCallbackSigs", request.signaturesInACallback());
        signing.write(body, request.details());
        ArrayNode documents = body.putArray("documents");
        for (BulkDocument document : request.documents()) {
            ObjectNode entry = documents.addObject().put("id", document.id()).put("documentName", document.name());
            if (document instanceof BulkDocument.Hash hash) {
                entry.put("hashCode", hash.digest().base64())
                        .put("sigAlgo", hash.algorithm().value());
            } else {
                entry.put("docDigest", document.digest().base64());
            }
        }
        return body;
    }

    static ObjectNode answers(ObjectNode body, Map<String, SigningAnswer> answers) {
        ArrayNode array = body.putArray("signatures");
        answers.forEach((id, answer) -> array.addObject().put("id", id).put("signingResult", answer.value()));
        return body;
    }

    static ObjectNode handle(BulkSigningHandle handle) {
        return Json.object()
                .put("BSQCToken", handle.token().value())
                .put("businessID", handle.businessId().value())
                .put("openID", handle.tokenisedId().value());
    }
}
