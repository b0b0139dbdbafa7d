package io.github.iamsmart.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.iamsmart.error.ProtocolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a few members of a JSON object and skips the rest, without building a tree: a callback can carry megabytes of
 * Base64 that are never needed as a string.
 */
public final class TopLevel {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, LongTexts.Text> longTexts = new HashMap<>();
    private final LongTexts json;

    private TopLevel(LongTexts json) {
        this.json = json;
    }

    /**
     * Reads the named members where they are strings, numbers or booleans. A text of more than 16 KiB is read only by
     * {@link #base64}.
     *
     * @param json UTF-8 JSON
     * @param names the members to read as text
     * @param longOnes the members that may be too long for a text; {@link #base64} reads them
     * @param what what the text is, for the exception
     * @return the members
     * @throws ProtocolException if it is not a JSON object
     */
    public static TopLevel read(byte[] json, Set<String> names, Set<String> longOnes, String what) {
        TopLevel found = new TopLevel(LongTexts.of(json));
        try (JsonParser parser = Json.parser(found.json.rest())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProtocolException(what + " is not a JSON object.");
            }
            found.members(parser, names, longOnes);
            if (parser.nextToken() != null) {
                throw new ProtocolException(what + " has more text after its JSON object.");
            }
            return found;
        } catch (IOException e) {
            throw new ProtocolException(what + " is not JSON.");
        }
    }

    private void members(JsonParser parser, Set<String> names, Set<String> longOnes) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            int offset = (int) parser.currentTokenLocation().getByteOffset();
            LongTexts.Text cut = json.at(offset);
            if (longOnes.contains(name) && value == JsonToken.VALUE_STRING) {
                longTexts.put(name, cut == null ? shortText(offset) : cut);
            } else if (cut == null && names.contains(name) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                texts.put(name, parser.getText());
            }
            parser.skipChildren();
        }
    }

    private LongTexts.Text shortText(int quotationMark) {
        byte[] rest = json.rest();
        int to = quotationMark + 1;
        while (to < rest.length && rest[to] != '"') {
            to++;
        }
        return new LongTexts.Text(rest, quotationMark + 1, to);
    }

    /**
     * {@return the text of a member, empty if the member is absent, null, or an object or array}
     *
     * @param name its name
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /**
     * Decodes a long member in place, without an intermediate string.
     *
     * @param name its name
     * @return the bytes; empty if the member is absent, empty, or not standard Base64
     */
    public Optional<byte[]> base64(String name) {
        LongTexts.Text text = longTexts.get(name);
        if (text == null) {
            return Optional.empty();
        }
        Optional<byte[]> decoded = decode(ByteBuffer.wrap(text.array(), text.from(), text.to() - text.from()));
        // Some writers escape the slash, which is frequent in Base64 text.
        return decoded.isPresent() ? decoded : decode(unescapedSlashes(text));
    }

    private static ByteBuffer unescapedSlashes(LongTexts.Text text) {
        byte[] unescaped = new byte[text.to() - text.from()];
        int n = 0;
        for (int i = text.from(); i < text.to(); i++) {
            boolean escape = text.array()[i] == '\\' && i + 1 < text.to() && text.array()[i + 1] == '/';
            if (!escape) {
                unescaped[n++] = text.array()[i];
            }
        }
        return ByteBuffer.wrap(unescaped, 0, n);
    }

    private static Optional<byte[]> decode(ByteBuffer text) {
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(text);
            boolean exact = decoded.arrayOffset() == 0 && decoded.remaining() == decoded.array().length;
            if (exact) {
                return Optional.of(decoded.array());
            }
            byte[] bytes = new byte[decoded.remaining()];
            decoded.get(bytes);
            return Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
