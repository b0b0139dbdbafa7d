package io.github.iamsmart.bulksigning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.signing.SigningAnswer;
import io.github.iamsmart.signing.StepUp;
import io.github.iamsmart.signing.StepUpFields;
import java.util.List;
import java.util.Map;

/** Writes the lists of a bulk signing as the gateway wants them [D]. */
final class BulkWire {

    private BulkWire() {}

    static ArrayNode documents(List<BulkDocument> documents) {
        ArrayNode array = Json.object().putArray("documents");
        for (BulkDocument document : documents) {
            ObjectNode entry = array.addObject().put("id", document.id()).put("documentName", document.name());
            if (document instanceof BulkDocument.Hash hash) {
                entry.put("hashCode", hash.digest().base64())
                        .put("sigAlgo", hash.algorithm().value());
            } else {
                entry.put("docDigest", document.digest().base64());
            }
        }
        return array;
    }

    static ArrayNode answers(Map<String, SigningAnswer> answers) {
        ArrayNode array = Json.object().putArray("signatures");
        answers.forEach((id, answer) -> array.addObject().put("id", id).put("signingResult", answer.value()));
        return array;
    }

    static void stepUp(ObjectNode body, StepUp check, StepUpFields fields) {
        body.put(fields.method(), check.method().value());
        check.waitingPeriod().ifPresent(period -> body.put(fields.waitingPeriod(), period.toHours()));
    }
}
