package io.github.iamsmart.simulator.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.FaultKind;
import io.github.iamsmart.simulator.wire.Json;

/** What a callback seals: a whole envelope around its content [1], unless a fault wants another form of it. */
final class CallbackPlaintext {
    private CallbackPlaintext() {}

    /**
     * Wraps the content.
     *
     * @param envelope the outer one, without content as yet; it stays as it is
     */
    static ObjectNode of(ObjectNode envelope, ObjectNode content, CallbackFaults faults) {
        if (faults.has(FaultKind.CALLBACK_BARE_CONTENT)) {
            return content;
        }
        ObjectNode nested = envelope.deepCopy();
        if (faults.has(FaultKind.CALLBACK_NESTED_WITHOUT_CODE)) {
            nested.remove("code");
        }
        if (faults.has(FaultKind.CALLBACK_NESTED_AS_TEXT)) {
            return nested.put("content", Json.text(content));
        }
        nested.set("content", content);
        return nested;
    }
}
