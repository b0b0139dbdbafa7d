package io.github.iamsmart.bulksigning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.internal.json.Json;
import java.util.Optional;

/**
 * All signatures of a bulk request have come; this is the gateway's summary of them [D]. The signatures themselves are
 * read one after the other, with {@link BulkSigningApi#signatures}.
 *
 * @param callbacks in how many parts they came ({@code totalCallbacks})
 * @param documents how many documents the gateway counts ({@code totalSignNum}), if it says so
 * @param failures how many of them could not be signed ({@code failSignNum}), if it says so
 */
public record BulkSigningResult(int callbacks, Optional<Integer> documents, Optional<Integer> failures) {

    /**
     * {@return the result in the metadata of a callback}
     *
     * @param json the business object, UTF-8
     * @throws io.github.iamsmart.error.ProtocolException if this is not one JSON object
     */
    public static BulkSigningResult fromJson(byte[] json) {
        ObjectNode content = Json.object(json, "The metadata of the bulk signing");
        return new BulkSigningResult(
                number(content, "totalCallbacks").orElse(1),
                number(content, "totalSignNum"),
                number(content, "failSignNum"));
    }

    private static Optional<Integer> number(ObjectNode content, String name) {
        return Json.number(content, name)
                .filter(value -> value >= 0 && value <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }
}
