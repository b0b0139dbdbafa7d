package io.github.iamsmart.simulator.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON, read strictly: UTF-8, one value, no member twice. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree could not be written.", e);
        }
    }

    /** On several lines, for a person to read. */
    public static byte[] prettyBytes(JsonNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree could not be written.", e);
        }
    }

    public static String text(JsonNode node) {
        return new String(bytes(node), StandardCharsets.UTF_8);
    }

    /** Reads one object; a {@link NotJson} says in a sentence what is wrong. */
    public static ObjectNode readObject(byte[] bytes) throws NotJson {
        JsonNode node;
        try {
            node = MAPPER.readTree(utf8(bytes));
        } catch (JsonProcessingException e) {
            throw new NotJson("It is not well-formed JSON: " + e.getOriginalMessage() + ".");
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new NotJson("It must be one JSON object.");
    }

    private static String utf8(byte[] bytes) throws NotJson {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotJson("It is not valid UTF-8.");
        }
    }

    /** What was read is not the JSON that it should be. */
    public static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        NotJson(String sentence) {
            super(sentence);
        }
    }
}
