package io.github.iamsmart.internal.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.internal.json.Json;
import io.github.iamsmart.internal.json.TopLevel;
import java.util.Optional;
import java.util.Set;

/**
 * The plaintext of a callback: the business object itself, or a whole envelope in clear whose {@code content} is the
 * object [1]. Both are accepted.
 *
 * @param businessId the request that it answers
 * @param state the request's secret
 * @param code the result code, if it is an envelope
 */
record InnerEnvelope(Optional<String> businessId, Optional<String> state, Optional<ErrorCode> code) {

    private static final String WHAT = "The plaintext of the callback";
    private static final Set<String> NAMES = Set.of("businessID", "state", "code");

    static InnerEnvelope read(byte[] plaintext) {
        TopLevel members = TopLevel.read(plaintext, NAMES, Set.of(), WHAT);
        if (members.text("businessID").isPresent() || members.text("code").isEmpty()) {
            return new InnerEnvelope(members.text("businessID"), members.text("state"), Optional.empty());
        }
        TopLevel inner = TopLevel.read(businessObject(plaintext), NAMES, Set.of(), WHAT);
        return new InnerEnvelope(
                inner.text("businessID"),
                inner.text("state"),
                members.text("code").map(ErrorCode::of));
    }

    /** Takes the envelope off, if there is one. */
    static byte[] businessObject(byte[] plaintext) {
        TopLevel members = TopLevel.read(plaintext, NAMES, Set.of(), WHAT);
        if (members.text("businessID").isPresent() || members.text("code").isEmpty()) {
            return plaintext;
        }
        ObjectNode envelope = Json.object(plaintext, WHAT);
        return envelope.get("content") instanceof ObjectNode content ? Json.write(content) : plaintext;
    }
}
