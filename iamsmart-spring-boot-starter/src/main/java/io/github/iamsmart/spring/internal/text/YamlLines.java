package io.github.iamsmart.spring.internal.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** Shows properties as the lines of an {@code application.yml}. */
public final class YamlLines {

    private static final String MARGIN = "    ";

    private YamlLines() {}

    /**
     * {@return one property}
     *
     * @param property its name
     * @param value its value
     */
    public static String of(String property, String value) {
        return of(Map.of(property, value));
    }

    /**
     * {@return properties as one tree}
     *
     * @param properties their names and values
     */
    public static String of(Map<String, String> properties) {
        Map<String, Object> tree = new LinkedHashMap<>();
        properties.forEach((property, value) -> insert(tree, property, value));
        StringBuilder text = new StringBuilder();
        print(tree, MARGIN, text);
        return text.toString();
    }

    private static void insert(Map<String, Object> tree, String property, String value) {
        int dot = property.indexOf('.');
        if (dot < 0) {
            tree.put(property, value);
            return;
        }
        Object child = tree.computeIfAbsent(property.substring(0, dot), name -> new LinkedHashMap<String, Object>());
        insert(subtree(child), property.substring(dot + 1), value);
    }

    private static void print(Map<String, Object> tree, String indent, StringBuilder text) {
        tree.forEach((name, value) -> {
            text.append(indent).append(name).append(':');
            if (value instanceof String scalar) {
                text.append(' ').append(scalar).append('\n');
            } else {
                text.append('\n');
                print(subtree(value), indent + "  ", text);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> subtree(Object value) {
        return (Map<String, Object>) value;
    }
}
