package io.github.iamsmart.simulator.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** The shape in which the simulator's own (not the gateway's) errors are told. */
final class SentenceJson {
    private SentenceJson() {}

    static byte[] of(String text) {
        String escaped = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
        return ("{\"error\":\"" + escaped + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
