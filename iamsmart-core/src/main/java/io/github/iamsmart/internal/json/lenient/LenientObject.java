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
 * A JSON object that records which of its members were used. A member is used once it was requested and had a usable
 * type and value; JSON null, blank text and an object of nothing else count as missing. Not thread-safe.
 */
public final class LenientObject {

    private final JsonNode node;
    private final Set<String> used = new HashSet<>();
    private final Map<String, LenientObject> children = new LinkedHashMap<>();

    private LenientObject(JsonNode node) {
        this.node = node;
    }

    /** {@return an object without members} */
    public static LenientObject empty() {
        return new LenientObject(MissingNode.getInstance());
    }

    /** {@return the object of a node; an empty one for any other node} */
    public static LenientObject of(JsonNode node) {
        return node.isObject() ? new LenientObject(node) : empty();
    }

    /** {@return whether no member can be used} */
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

    /** {@return a string, number or boolean as text without surrounding space; blank text counts as missing} */
    public Optional<String> text(String name) {
        return parsed(name, Optional::of);
    }

    /** {@return a text like {@link #text(String)}, without marking the member as used} */
    public Optional<String> peek(String name) {
        JsonNode member = node.path(name);
        if (!member.isValueNode() || member.isNull() || member.isBinary()) {
            return Optional.empty();
        }
        return Optional.of(member.asText().strip()).filter(text -> !text.isEmpty());
    }

    /** {@return the first of two spellings that is present} */
    public Optional<String> text(String name, String otherSpelling) {
        return text(name).or(() -> text(otherSpelling));
    }

    /** {@return a parsed text; if the parser cannot make sense of it, the member stays unused} */
    public <T> Optional<T> parsed(String name, Function<String, Optional<T>> parser) {
        Optional<T> value = peek(name).flatMap(parser);
        if (value.isPresent()) {
            used.add(name);
        }
        return value;
    }

    /** {@return a member of any type; the reader decides whether it could use it} */
    public <T> Optional<T> read(String name, Function<JsonNode, Optional<T>> reader) {
        JsonNode member = node.path(name);
        Optional<T> value = member.isMissingNode() || member.isNull() ? Optional.empty() : reader.apply(member);
        if (value.isPresent()) {
            used.add(name);
        }
        return value;
    }

    /** {@return a nested object, empty if there is none; its unused members also count as unused here} */
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

    /** {@return the first of two spellings that is present and not empty} */
    public LenientObject child(String name, String otherSpelling) {
        return child(name).isEmpty() ? child(otherSpelling) : child(name);
    }

    /**
     * {@return the unused members: path of the member, its names joined by dots, to its JSON text}
     *
     * @param elsewhere names on the top level that other code handles
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
