package io.github.iamsmart.internal.json.lenient;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.iamsmart.error.ProtocolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plaintext of a result into a tree. Two things differ from a plain tree: members that the caller has no use
 * for are passed over without being copied, and the address document is decoded straight from the bytes, because its
 * text (up to 7 MB) would otherwise exist three more times.
 */
public final class ResultReader {

    private static final String DOCUMENT = "addressDocFile";
    private static final String DOCUMENT_FILE = "docFile";
    private static final String ENVELOPE_CONTENT = "content";
    private static final String ENVELOPE_CODE = "code";

    // Exact decimals, trailing zeros included, so that an unknown number is kept as it was written.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();

    private final byte[] json;
    private final Set<String> passedOver;

    private ResultReader(byte[] json, Set<String> passedOver) {
        this.json = json;
        this.passedOver = passedOver;
    }

    /**
     * Reads the business object, or the one inside a whole envelope.
     *
     * @param json UTF-8
     * @param passedOver names on the top level that the caller has no use for
     * @throws ProtocolException when this is not one JSON object; its text repeats nothing of the input
     */
    public static ObjectNode read(byte[] json, Set<String> passedOver) {
        try {
            return new ResultReader(json, passedOver).read();
        } catch (JsonProcessingException malformed) {
            // Neither the parser's message nor the exception itself: both may quote what a person entered.
            throw new ProtocolException("The result is not well-formed JSON, from byte "
                    + (malformed.getLocation() == null
                            ? -1
                            : malformed.getLocation().getByteOffset())
                    + " on");
        } catch (NumberFormatException outOfBounds) {
            // The parser lets this one through, for an exponent of more than ten digits.
            throw new ProtocolException("The result holds a number beyond all bounds");
        } catch (IOException unreadable) {
            throw new ProtocolException("The result is not UTF-8 JSON");
        }
    }

    private ObjectNode read() throws IOException {
        JsonFactory factory = MAPPER.getFactory();
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProtocolException("The result is not a JSON object");
            }
            ObjectNode outer = MAPPER.createObjectNode();
            @Nullable ObjectNode inner = null;
            JsonToken token = parser.nextToken();
            while (token == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                boolean object = parser.nextToken() == JsonToken.START_OBJECT;
                if (object && name.equals(ENVELOPE_CONTENT)) {
                    inner = members(parser, passedOver, null);
                    token = parser.nextToken();
                } else {
                    token = member(parser, name, passedOver, outer, null);
                }
            }
            if (parser.nextToken() != null) {
                throw new ProtocolException("More text follows the JSON object of the result");
            }
            if (inner != null && !outer.has(ENVELOPE_CODE)) {
                outer.set(ENVELOPE_CONTENT, inner);
                return outer;
            }
            return inner != null ? inner : outer;
        }
    }

    private ObjectNode members(JsonParser parser, Set<String> ignored, @Nullable String file) throws IOException {
        ObjectNode object = MAPPER.createObjectNode();
        JsonToken token = parser.nextToken();
        while (token == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            token = member(parser, name, ignored, object, file);
        }
        return object;
    }

    /** Reads the value at which the parser stands and returns the token behind it. */
    private @Nullable JsonToken member(
            JsonParser parser, String name, Set<String> ignored, ObjectNode object, @Nullable String file)
            throws IOException {
        if (ignored.contains(name)) {
            parser.skipChildren();
        } else if (name.equals(DOCUMENT) && parser.currentToken() == JsonToken.START_OBJECT) {
            object.set(name, members(parser, Set.of(), DOCUMENT_FILE));
        } else if (name.equals(file) && parser.currentToken() == JsonToken.VALUE_STRING) {
            return file(parser, name, object);
        } else {
            object.set(name, MAPPER.<JsonNode>readTree(parser));
        }
        return parser.nextToken();
    }

    private @Nullable JsonToken file(JsonParser parser, String name, ObjectNode object) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        if (from < 0 || from >= json.length || json[(int) from] != '"') {
            object.put(name, parser.getText());
            return parser.nextToken();
        }
        JsonToken next = parser.nextToken(); // passes over the string without making one
        int to = closingQuote((int) parser.currentTokenLocation().getByteOffset());
        Optional<byte[]> decoded = decode((int) from + 1, to);
        if (decoded.isPresent()) {
            object.put(name, decoded.get());
        } else {
            object.set(name, text((int) from, to + 1));
        }
        return next;
    }

    private int closingQuote(int nextToken) {
        int at = nextToken - 1;
        while (json[at] != '"') {
            at--;
        }
        return at;
    }

    private Optional<byte[]> decode(int from, int to) {
        if (from == to) {
            return Optional.empty();
        }
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(json, from, to - from));
            boolean exact = decoded.remaining() == decoded.array().length;
            return Optional.of(exact ? decoded.array() : Arrays.copyOf(decoded.array(), decoded.remaining()));
        } catch (IllegalArgumentException notPlainBase64) {
            return Optional.empty();
        }
    }

    private TextNode text(int from, int to) throws IOException {
        return TextNode.valueOf(MAPPER.readValue(json, from, to - from, String.class));
    }
}
