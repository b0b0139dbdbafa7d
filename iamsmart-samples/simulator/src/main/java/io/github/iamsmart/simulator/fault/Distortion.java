package io.github.iamsmart.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.Fault;
import io.github.iamsmart.simulator.http.HttpAnswer;
import io.github.iamsmart.simulator.wire.Envelope;
import io.github.iamsmart.simulator.wire.Json;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Changes answers as a fault says. */
public final class Distortion {
    private Distortion() {}

    /** An answer that does not come from the gateway at all. */
    public static HttpAnswer instead(Fault fault) {
        return switch (fault.kind()) {
            case TOO_MANY_REQUESTS ->
                HttpAnswer.json(429, new byte[0])
                        .with(
                                "Retry-After",
                                Long.toString(fault.delay()
                                        .orElse(Duration.ofSeconds(1))
                                        .toSeconds()));
            case KEY_API_DOWN -> html(503, "Service Unavailable");
            default -> html(fault.httpStatus().orElse(502), "Bad Gateway");
        };
    }

    /** {@return the gateway's answer, changed} */
    public static HttpAnswer answer(Fault fault, ObjectNode envelope) {
        HttpAnswer plain = HttpAnswer.json(200, Json.bytes(envelope));
        return switch (fault.kind()) {
            case TRUNCATED_JSON -> plain.withBody(Arrays.copyOf(plain.body(), plain.body().length / 2));
            case SLOW_DRIP -> plain.dripping(fault.delay().orElse(Duration.ofMillis(200)));
            case DELAY -> plain.after(fault.delay().orElse(Duration.ofSeconds(1)));
            case RESET -> plain.cut();
            case WRONG_CHARSET ->
                HttpAnswer.of(
                        200,
                        "application/json; charset=Big5",
                        Json.text(envelope.put("message", "成功")).getBytes(Charset.forName("Big5")));
            case BAD_BASE64 -> plain.withBody(Json.bytes(change(envelope, text -> "!" + text.substring(1))));
            case TX_ID_IN_BRACKETS -> plain.withBody(Json.bytes(Envelope.withTxIdInBrackets(envelope)));
            case TAMPERED_CONTENT -> plain.withBody(Json.bytes(change(envelope, Distortion::flipOneBit)));
            default -> plain;
        };
    }

    private static HttpAnswer html(int status, String title) {
        return HttpAnswer.text(
                status,
                "text/html; charset=utf-8",
                "<html><head><title>" + status + " " + title + "</title></head><body><center><h1>" + status + " "
                        + title + "</h1></center><hr></body></html>\n");
    }

    private static ObjectNode change(ObjectNode envelope, UnaryOperator<String> change) {
        JsonNode content = envelope.path("content");
        if (content.isTextual()) {
            envelope.put("content", change.apply(content.textValue()));
        } else if (content.path("secretKey").isTextual() && content instanceof ObjectNode key) {
            key.put("secretKey", change.apply(key.get("secretKey").textValue()));
        }
        return envelope;
    }

    /** In the middle of the text, where no padding is. */
    private static String flipOneBit(String base64) {
        char[] text = base64.toCharArray();
        int middle = text.length / 2;
        text[middle] = text[middle] == 'A' ? 'B' : 'A';
        return new String(text);
    }
}
