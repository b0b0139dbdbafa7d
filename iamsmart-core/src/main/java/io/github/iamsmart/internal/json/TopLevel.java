package io.github.iamsmart.internal.json;

import io.github.iamsmart.error.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a few members of a JSON object and skips the rest, without building a tree: a callback can carry megabytes of
 * Base64 that are never needed as a string.
 *
 * <p>Anybody can post a callback, so what is read is bounded: more names and values than any answer has are refused,
 * and so is a wanted member that is there twice, of which other readers might take the other one.
 */
public final class TopLevel {

    final Map<String, String> texts = new HashMap<>();
    final Map<String, LongTexts.Text> longTexts = new HashMap<>();
    private final Map<String, byte[]> decoded = new HashMap<>();

    @Nullable
    Inner inner;

    /** What has been tried already. */
    private LongTexts.@Nullable Text notBase64;

    TopLevel() {}

    /**
     * Which members are read.
     *
     * @param names those to read as text, where they are strings, numbers or booleans
     * @param base64 those that may be too long for a text; {@link #base64} reads them
     * @param object the one that may be an object, whose {@code names} are read as well; {@code null} for none
     */
    record Wanted(
            Set<String> names, Set<String> base64, @Nullable String object) {

        boolean contains(String name) {
            return names.contains(name) || base64.contains(name) || name.equals(object);
        }

        Wanted within() {
            return new Wanted(names, Set.of(), null);
        }
    }

    /**
     * A member that is an object, or a text that holds one.
     *
     * @param members the wanted members of it
     * @param source where it stands
     */
    record Inner(TopLevel members, LongTexts.Text source) {}

    /**
     * Reads the named members where they are strings, numbers or booleans. A text of more than 16 KiB is read only by
     * {@link #base64}.
     *
     * @param json UTF-8 JSON
     * @param names the members to read as text
     * @param base64 the members that may be too long for a text; {@link #base64} reads them
     * @param what what the text is, for the exception
     * @return the members
     * @throws ProtocolException if it is not a JSON object, too much, or has a wanted member twice
     */
    public static TopLevel read(byte[] json, Set<String> names, Set<String> base64, String what) {
        return read(json, new Wanted(names, base64, null), what);
    }

    static TopLevel read(byte[] json, Wanted wanted, String what) {
        if (wanted.base64().isEmpty()) {
            return new TopLevelReading(LongTexts.of(json), wanted, what).read();
        }
        LongTexts guessing = LongTexts.guessing(json);
        LongTexts.Text guess = guessing.guess();
        TopLevelReading reading = new TopLevelReading(guessing, wanted, what);
        if (guess == null) {
            return reading.read();
        }
        try {
            TopLevel found = reading.read();
            if (reading.isGuessProven()) {
                return found;
            }
        } catch (ProtocolException e) {
            // Perhaps because of the guess.
        }
        TopLevel found = new TopLevelReading(LongTexts.of(json), wanted, what).read();
        found.notBase64 = reading.isGuessTried() ? guess : null;
        return found;
    }

    /**
     * {@return the text of a member, empty if the member is absent, null, or an object or array}
     *
     * @param name its name
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** {@return the member that is an object, or a text that holds one} */
    Optional<Inner> inner() {
        return Optional.ofNullable(inner);
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
        if (decode(name)) {
            return Optional.ofNullable(decoded.get(name));
        }
        // Some writers escape the slash, which is frequent in Base64 text.
        int escape = ByteSearch.indexOf(text.array(), (byte) '\\', text.from(), text.to());
        boolean isSlash = escape + 1 < text.to() && text.array()[escape + 1] == '/';
        return isSlash ? decode(unescapedSlashes(text)) : Optional.empty();
    }

    /** {@return whether a member is plain Base64, without escapes} Remembers the bytes. */
    boolean decode(String name) {
        LongTexts.Text text = longTexts.get(name);
        if (text != null && !text.equals(notBase64) && !decoded.containsKey(name)) {
            decode(ByteBuffer.wrap(text.array(), text.from(), text.length()))
                    .ifPresent(bytes -> decoded.put(name, bytes));
        }
        return decoded.containsKey(name);
    }

    private static ByteBuffer unescapedSlashes(LongTexts.Text text) {
        byte[] unescaped = new byte[text.length()];
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
