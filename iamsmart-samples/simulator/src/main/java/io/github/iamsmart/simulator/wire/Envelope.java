package io.github.iamsmart.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The outer object of every answer and callback: txID, code, message, content. */
public final class Envelope {
    private static final String TX_ID = "txID";

    private Envelope() {}

    public static ObjectNode success(JsonNode content) {
        ObjectNode envelope = of(Code.SUCCESS.value(), Code.SUCCESS.message());
        envelope.set("content", content);
        return envelope;
    }

    public static ObjectNode of(String code, String message) {
        return with("T" + RandomText.hex(32), code, message);
    }

    /**
     * The envelope of a callback. In the sister system's the txID is the ticket, in angle brackets [1]: who shows one
     * without escaping it must be found out.
     */
    public static ObjectNode ofCallback(String ticketId, String code, String message) {
        return with(inBrackets(ticketId), code, message);
    }

    /** Gives an answer a txID as callbacks have it. */
    public static ObjectNode withTxIdInBrackets(ObjectNode envelope) {
        return envelope.put(TX_ID, inBrackets(envelope.path(TX_ID).asText().substring(1)));
    }

    private static ObjectNode with(String txId, String code, String message) {
        return Json.object().put(TX_ID, txId).put("code", code).put("message", message);
    }

    private static String inBrackets(String hex) {
        return "<T=" + hex + ">";
    }
}
