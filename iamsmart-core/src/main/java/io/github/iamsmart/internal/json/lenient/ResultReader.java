package io.github.iamsmart.internal.json.lenient;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.internal.json.BusinessObject;
import io.github.iamsmart.internal.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plaintext of a result into a tree. A file in it is decoded directly from the bytes, because its text (up to
 * 7 MB) would otherwise exist in three more copies.
 */
public final class ResultReader {

    private static final List<String> OF_THE_REQUEST = List.of("businessID", "state");

    private final byte[] json;
    private final @Nullable String parent;
    private final @Nullable String file;

    private ResultReader(byte[] json, @Nullable String parent, @Nullable String file) {
        this.json = json;
        this.parent = parent;
        this.file = file;
    }

    /**
     * Reads the business object, or the one inside a whole envelope, without business id and state.
     *
     * @param json UTF-8
     * @throws ProtocolException if this is not one JSON object; its message repeats nothing of the input
     */
    public static LenientObject read(byte[] json) {
        return ofTheUser(tree(json, null, null));
    }

    /**
     * Reads the business object, or the one inside a whole envelope, with a file in it and without business id and
     * state.
     *
     * @param json UTF-8
     * @param parent the member that holds the file
     * @param file the member of the parent with the file, in Base64
     * @throws ProtocolException if this is not one JSON object; its message repeats nothing of the input
     */
    public static LenientObject read(byte[] json, String parent, String file) {
        return ofTheUser(tree(json, parent, file));
    }

    /** What ties the result to its request says nothing of the user, and the state is secret. */
    private static LenientObject ofTheUser(ObjectNode result) {
        return LenientObject.of(result.remove(OF_THE_REQUEST));
    }

    static ObjectNode tree(byte[] json, @Nullable String parent, @Nullable String file) {
        try {
            return new ResultReader(withoutEnvelope(json), parent, file).read();
        } catch (JsonProcessingException malformed) {
            // Neither the parser's message nor its exception: both may quote what the user entered.
            throw new ProtocolException("The result is not well-formed JSON, from byte "
                    + (malformed.getLocation() == null
                            ? -1
                            : malformed.getLocation().getByteOffset())
                    + " on");
        } catch (NumberFormatException outOfBounds) {
            // The parser accepts a number whose exponent has more than ten digits.
            throw new ProtocolException("The result contains a number that is out of range");
        } catch (IOException unreadable) {
            throw new ProtocolException("The result is not UTF-8 JSON");
        }
    }

    /** What has no business object that could be told from an envelope is read as it is, which says what is wrong. */
    private static byte[] withoutEnvelope(byte[] json) {
        try {
            return BusinessObject.read(json, "The result").json();
        } catch (ProtocolException e) {
            return json;
        }
    }

    private ObjectNode read() throws IOException {
        try (JsonParser parser = Json.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProtocolException("The result is not a JSON object");
            }
            ObjectNode object = members(parser, null);
            if (parser.nextToken() != null) {
                throw new ProtocolException("More text follows the JSON object of the result");
            }
            return object;
        }
    }

    private ObjectNode members(JsonParser parser, @Nullable String fileName) throws IOException {
        ObjectNode object = Json.object();
        JsonToken token = parser.nextToken();
        while (token == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            token = member(parser, name, object, fileName);
        }
        return object;
    }

    /** Reads the value at the parser's position and returns the token after it. */
    private @Nullable JsonToken member(JsonParser parser, String name, ObjectNode object, @Nullable String fileName)
            throws IOException {
        if (name.equals(parent) && parser.currentToken() == JsonToken.START_OBJECT) {
            object.set(name, members(parser, file));
        } else if (name.equals(fileName) && parser.currentToken() == JsonToken.VALUE_STRING) {
            return file(parser, name, object);
        } else {
            object.set(name, Json.exactTree(parser));
        }
        return parser.nextToken();
    }

    private @Nullable JsonToken file(JsonParser parser, String name, ObjectNode object) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        if (from < 0 || from >= json.length || json[(int) from] != '"') {
            object.put(name, parser.getText());
            return parser.nextToken();
        }
        JsonToken next = parser.nextToken(); // Skips the string without creating one.
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
        return TextNode.valueOf(Json.textAt(json, from, to));
    }
}
