package io.github.iamsmart.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The outer object of every answer: txID, code, message, content. */
public final class Envelope {
    private Envelope() {}

    public static ObjectNode success(JsonNode content) {
        ObjectNode envelope = of(Code.SUCCESS.value(), Code.SUCCESS.message());
        envelope.set("content", content);
        return envelope;
    }

    public static ObjectNode of(String code, String message) {
        return Json.object()
                .put("txID", "T" + RandomText.hex(32))
                .put("code", code)
                .put("message", message);
    }
}
