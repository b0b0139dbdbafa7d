package io.github.iamsmart.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.iamsmart.error.ProtocolException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of one array, one after the other: the text of a few members of each. The array is a member of a
 * JSON object, whose enclosing braces may be missing.
 *
 * <p>There may be thousands of objects: no tree is built, and at most one object is in memory. A number or a boolean is
 * read as text; a member that is null, an object or an array yields an empty text.
 *
 * <p>Reading stops at the end of the array.
 */
public final class ArrayElements implements Iterator<Map<String, String>> {

    private final Set<String> wanted;
    private final String what;
    private final JsonParser parser;
    private @Nullable Map<String, String> next;

    /**
     * Finds the array.
     *
     * @param utf8 the text; an empty one has no elements
     * @param name the member that is the array
     * @param wanted the members of its objects to read
     * @param what what the text is, for the exception
     * @throws ProtocolException if it is not JSON, or has no such member
     */
    public ArrayElements(byte[] utf8, String name, Set<String> wanted, String what) {
        this.wanted = wanted;
        this.what = what;
        try {
            this.parser = open(utf8);
            if (find(name)) {
                next = read();
            } else if (!isBlank(utf8)) {
                throw new ProtocolException(what + " has no array " + name + ".");
            }
        } catch (IOException e) {
            throw notJson();
        }
    }

    private static JsonParser open(byte[] utf8) throws IOException {
        int start = start(utf8);
        if (start < utf8.length && utf8[start] == '{') {
            return Json.parser(utf8);
        }
        return Json.parser(new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(new byte[] {'{'}),
                new ByteArrayInputStream(utf8, start, utf8.length - start),
                new ByteArrayInputStream(new byte[] {'}'})))));
    }

    private static int start(byte[] utf8) {
        boolean mark = utf8.length > 2 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF;
        int at = mark ? 3 : 0;
        while (at < utf8.length && Character.isWhitespace(utf8[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte[] utf8) {
        return start(utf8) == utf8.length;
    }

    private boolean find(String name) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals(name);
            if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private @Nullable Map<String, String> read() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
            return members();
        }
        if (token == JsonToken.END_ARRAY) {
            parser.close();
            return null;
        }
        throw notJson();
    }

    private Map<String, String> members() throws IOException {
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (wanted.contains(name)) {
                boolean isText = value.isScalarValue() && value != JsonToken.VALUE_NULL;
                members.put(name, isText ? parser.getText() : "");
            }
            parser.skipChildren();
        }
        return members;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /**
     * {@return the wanted members of the next object}
     *
     * @throws ProtocolException if what follows it is neither an object nor the end of the array
     */
    @Override
    public Map<String, String> next() {
        Map<String, String> current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        try {
            next = read();
        } catch (IOException e) {
            throw notJson();
        }
        return current;
    }

    private ProtocolException notJson() {
        return new ProtocolException(what + " is not a JSON array of objects.");
    }
}
