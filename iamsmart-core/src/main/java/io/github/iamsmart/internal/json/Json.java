package io.github.iamsmart.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.error.InvalidRequestException;
import io.github.iamsmart.error.ProtocolException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON, and reads it leniently.
 *
 * <p>Jackson's own messages quote the text that they fail on, so none of them is passed on.
 */
public final class Json {

    /** Enough for a callback of 16 MiB in one string. */
    private static final int LONGEST_STRING = 32 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // The names that come are not ours: the JVM must not keep each of them.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_STRING)
                            .maxNestingDepth(100)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    /** Exact decimals, trailing zeros included, so that an unknown number is kept as it was written. */
    private static final ObjectReader EXACT = MAPPER.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

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
     * {@return a parser that reads JSON token by token; the caller closes it}
     *
     * @param utf8 the text; encodings other than UTF-8 are refused
     * @throws IOException if it is not UTF-8
     */
    public static JsonParser parser(byte[] utf8) throws IOException {
        return MAPPER.getFactory().createParser(utf8);
    }

    /**
     * {@return a parser that reads JSON token by token; the caller closes it}
     *
     * @param utf8 the text
     * @throws IOException if it is not UTF-8
     */
    static JsonParser parser(InputStream utf8) throws IOException {
        return MAPPER.getFactory().createParser(utf8);
    }

    /**
     * Reads the value at a parser's position, with its decimals exactly as written.
     *
     * @param parser positioned at a value
     * @return the value
     * @throws IOException if it is not JSON
     */
    public static JsonNode exactTree(JsonParser parser) throws IOException {
        return EXACT.readTree(parser);
    }

    /**
     * Reads a quoted text out of a larger one.
     *
     * @param utf8 the larger text
     * @param from the position of the first quotation mark
     * @param to the position after the last one
     * @return the text
     * @throws IOException if it is not JSON
     */
    public static String textAt(byte[] utf8, int from, int to) throws IOException {
        return MAPPER.readValue(utf8, from, to - from, String.class);
    }

    /** {@return a new, empty object} */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Writes a tree or an object of the application's as UTF-8 JSON.
     *
     * @param value the value
     * @return its JSON
     * @throws InvalidRequestException if Jackson cannot write it
     */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException(
                    "The request body of type " + value.getClass().getName()
                            + " cannot be written as JSON: use a record, a Map, or a class with getters.");
        }
    }

    /**
     * Converts an object of the application's to a tree.
     *
     * @param value a record, a {@code Map}, or a class with getters
     * @param what what it is, for the exception
     * @return the tree
     * @throws InvalidRequestException if it is not an object, or Jackson cannot write it
     */
    public static ObjectNode toObject(Object value, String what) {
        try {
            if (EXACT.readTree(write(value)) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new IllegalStateException("What was just written as JSON cannot be read", e);
        }
        throw new InvalidRequestException(
                what + " must be a JSON object: use a record, a Map, or a class with getters.");
    }

    /**
     * Adds a list of texts unless it is empty: the gateway refuses empty lists.
     *
     * @param object the object to add it to
     * @param name the member's name
     * @param texts its elements
     */
    public static void list(ObjectNode object, String name, Stream<String> texts) {
        ArrayNode array = MAPPER.createArrayNode();
        texts.forEach(array::add);
        if (!array.isEmpty()) {
            object.set(name, array);
        }
    }

    /**
     * Converts a JSON text to a type of the application's: a record, a {@code Map}, or {@code String} for the text
     * itself.
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
     * Reads a text member; a number or a boolean is read as text.
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
     * Reads a member that is a whole number, or text with one.
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
     * Parses text that is a whole number.
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
