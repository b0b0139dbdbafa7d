package io.github.iamsmart.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.requests.PartReader;

/** Tells which part of the answer a bulk signing callback is: the token comes first, then the signatures [D]. */
final class BulkPartReader implements PartReader {

    private static final byte[] NO_CERTIFICATE = {};

    @Override
    public Part read(byte[] json, byte[] file) {
        ObjectNode members = Json.object(json, "The content of the callback");
        Part part = bringsToken(members) ? Part.PRELIMINARY : part(members);
        new SignatureFileIterator(file, NO_CERTIFICATE).forEachRemaining(signature -> {});
        return part;
    }

    private static boolean bringsToken(ObjectNode members) {
        return Json.text(members, "BSQCToken").filter(token -> !token.isBlank()).isPresent();
    }

    private static Part part(ObjectNode members) {
        long number = Json.number(members, "callbackSeq").orElse(-1L);
        long total = Json.number(members, "totalCallbacks").orElse(0L);
        if (number < 0 || number > BulkLimits.MOST_DOCUMENTS || total < 1 || total > BulkLimits.MOST_DOCUMENTS) {
            throw new ProtocolException("The callback of a bulk signing brings neither a token, nor a valid callbackSeq"
                    + " and totalCallbacks.");
        }
        return new Part((int) number, (int) total);
    }
}
