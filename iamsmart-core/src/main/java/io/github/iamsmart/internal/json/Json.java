package io.github.iamsmart.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.ProtocolException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON, leniently in what it reads.
 *
 * <p>Jackson's own messages quote the text that they stumble over, so none of them is passed on.
 */
public final class Json {

    /** Enough for a callback of 16 MiB in one string. */
    private static final int LONGEST_STRING = 32 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_STRING)
                            .maxNestingDepth(100)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private Json() {}

    /**
     * Reads a JSON object.
     *
     * @param utf8 the text
     * @param what what the text is, for the exception: "the answer of /auth/getToken"
     * @return the object
     * @throws ProtocolException if it is anything else
     */
    public static ObjectNode object(byte[] utf8, String what) {
        if (read(utf8, what) instanceof ObjectNode object) {
            return object;
        }
        throw new ProtocolException(what + " is not a JSON object.");
    }

    private static @Nullable JsonNode read(byte[] utf8, String what) {
        try {
            return MAPPER.readTree(utf8);
        } catch (JsonProcessingException e) {
            throw new ProtocolException(what + " is not JSON" + position(e) + ".");
        } catch (IOException e) {
            throw new ProtocolException(what + " is not UTF-8 text.");
        }
    }

    private static String position(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    /**
     * Reads JSON token by token.
     *
     * @param utf8 the text; other encodings than UTF-8 are refused
     * @return a parser, to be closed
     * @throws IOException if it is not UTF-8
     */
    static JsonParser parser(byte[] utf8) throws IOException {
        return MAPPER.getFactory().createParser(utf8);
    }

    /**
     * Reads JSON token by token.
     *
     * @param utf8 the text
     * @return a parser, to be closed
     * @throws IOException if it is not UTF-8
     */
    static JsonParser parser(InputStream utf8) throws IOException {
        return MAPPER.getFactory().createParser(utf8);
    }

    /**
     * Makes a new, empty object.
     *
     * @return the object
     */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Writes a tree or an object of the caller's as UTF-8 JSON.
     *
     * @param value the value
     * @return its JSON
     * @throws ConfigurationException if Jackson does not know how to write it
     */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(
                    "The request body of type " + value.getClass().getName()
                            + " cannot be written as JSON: use a record, a Map, or a class with getters.");
        }
    }

    /**
     * Converts a JSON text to a type of the caller's: a record, a {@code Map}, or {@code String} for the text itself.
     *
     * @param utf8 the text
     * @param type the type
     * @param what what the text is, for the exception
     * @param <T> the type
     * @return the value
     */
    public static <T> T convert(byte[] utf8, Class<T> type, String what) {
        if (type == String.class) {
            return type.cast(new String(utf8, UTF_8));
        }
        ObjectNode object = object(utf8, what);
        try {
            return MAPPER.treeToValue(object, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ProtocolException(what + " does not fit the type " + type.getName() + ".");
        }
    }

    /**
     * Reads a member that is text; a number or a boolean is taken by its text.
     *
     * @param object the object
     * @param name the member's name
     * @return the text, empty if the member is absent, null, or an object or array
     */
    public static Optional<String> text(JsonNode object, String name) {
        JsonNode member = object.get(name);
        return member != null && member.isValueNode() && !member.isNull()
                ? Optional.of(member.asText())
                : Optional.empty();
    }

    /**
     * Reads a member that is a whole number, or text that is one.
     *
     * @param object the object
     * @param name the member's name
     * @return the number, empty if the member is absent or something else
     */
    public static Optional<Long> number(JsonNode object, String name) {
        JsonNode member = object.get(name);
        if (member == null) {
            return Optional.empty();
        }
        if (member.isIntegralNumber() && member.canConvertToLong()) {
            return Optional.of(member.longValue());
        }
        return member.isTextual() ? number(member.textValue()) : Optional.empty();
    }

    /**
     * Reads text that is a whole number.
     *
     * @param text the text
     * @return the number, empty if the text is something else
     */
    public static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text.trim()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
