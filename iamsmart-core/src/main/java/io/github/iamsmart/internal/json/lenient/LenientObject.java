package io.github.iamsmart.internal.json.lenient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is asked for members and remembers which ones nobody could use. A member is used when it was asked
 * for and had a usable type and value; JSON null, blank text and an object of nothing else count as missing. Not safe
 * for threads.
 */
public final class LenientObject {

    private final JsonNode node;
    private final Set<String> used = new HashSet<>();
    private final Map<String, LenientObject> children = new LinkedHashMap<>();

    private LenientObject(JsonNode node) {
        this.node = node;
    }

    /** An object without members. */
    public static LenientObject empty() {
        return new LenientObject(MissingNode.getInstance());
    }

    /** Anything but an object is taken for an empty one. */
    public static LenientObject of(JsonNode node) {
        return node.isObject() ? new LenientObject(node) : empty();
    }

    /** Nothing in it that could be used. */
    public boolean isEmpty() {
        return isMissing(node);
    }

    /** Null, blank text, and an object of nothing else. */
    private static boolean isMissing(JsonNode node) {
        if (node.isObject()) {
            for (JsonNode member : node) {
                if (!isMissing(member)) {
                    return false;
                }
            }
            return true;
        }
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.asText().isBlank());
    }

    /** A string, number or boolean as text without surrounding space; blank text counts as missing. */
    public Optional<String> text(String name) {
        return parsed(name, Optional::of);
    }

    /** A text as {@link #text(String)} reads it, without counting as used. */
    public Optional<String> peek(String name) {
        JsonNode member = node.path(name);
        if (!member.isValueNode() || member.isNull() || member.isBinary()) {
            return Optional.empty();
        }
        return Optional.of(member.asText().strip()).filter(text -> !text.isEmpty());
    }

    /** The first of two spellings that is there. */
    public Optional<String> text(String name, String otherSpelling) {
        return text(name).or(() -> text(otherSpelling));
    }

    /** A text that means something; where the parser finds no meaning, the member stays unused. */
    public <T> Optional<T> parsed(String name, Function<String, Optional<T>> parser) {
        Optional<T> value = peek(name).flatMap(parser);
        if (value.isPresent()) {
            used.add(name);
        }
        return value;
    }

    /** A member of any type; the reader says whether it could use it. */
    public <T> Optional<T> read(String name, Function<JsonNode, Optional<T>> reader) {
        JsonNode member = node.path(name);
        Optional<T> value = member.isMissingNode() || member.isNull() ? Optional.empty() : reader.apply(member);
        if (value.isPresent()) {
            used.add(name);
        }
        return value;
    }

    /** A nested object, empty if there is none; what is not used in it counts as not used here. */
    public LenientObject child(String name) {
        @Nullable LenientObject known = children.get(name);
        if (known != null) {
            return known;
        }
        LenientObject child = of(node.path(name));
        if (node.path(name).isObject()) {
            children.put(name, child);
        }
        return child;
    }

    /** The first of two spellings that is there and not empty. */
    public LenientObject child(String name, String otherSpelling) {
        return child(name).isEmpty() ? child(otherSpelling) : child(name);
    }

    /**
     * What nobody used: path of the member, its names joined by dots, to its JSON text.
     *
     * @param elsewhere names on the top level that are somebody else's business
     */
    public Map<String, String> unknown(Set<String> elsewhere) {
        Map<String, String> unknown = new LinkedHashMap<>();
        collect("", elsewhere, unknown);
        return Collections.unmodifiableMap(unknown);
    }

    private void collect(String prefix, Set<String> elsewhere, Map<String, String> unknown) {
        node.fieldNames().forEachRemaining(name -> {
            @Nullable LenientObject child = children.get(name);
            JsonNode member = node.path(name);
            if (child != null) {
                child.collect(prefix + name + ".", Set.of(), unknown);
            } else if (!used.contains(name) && !elsewhere.contains(name) && !isMissing(member)) {
                unknown.put(prefix + name, member.toString());
            }
        });
    }
}
