package io.github.iamsmart.spring.internal.diagnostics;

import io.github.iamsmart.spring.internal.properties.KnownProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the value of a property is written, in words.
 *
 * @param what the noun, with its article: "a duration"
 * @param advice what to write, after "Write": "a number and its unit"
 * @param example a value
 */
record ValueForm(String what, String advice, String example) {

    static ValueForm of(KnownProperty property) {
        String preset = property.defaultValue();
        return switch (property.type()) {
            case "java.time.Duration" ->
                new ValueForm("a duration", "a number and its unit (ms, s, m, h or d)", or(preset, "10s"));
            case "org.springframework.util.unit.DataSize" ->
                new ValueForm("a size", "a number and its unit (KB, MB or GB)", or(preset, "16MB"));
            case "java.lang.Boolean" -> new ValueForm("true or false", "true or false", or(preset, "true"));
            case "java.lang.Integer" ->
                new ValueForm(
                        "a whole number up to " + Integer.MAX_VALUE,
                        "a whole number",
                        or(preset, property.name().toString().endsWith("port") ? "8080" : "1"));
            case "java.lang.Double" ->
                new ValueForm("a number", "a number, with a point before its fraction", or(preset, "0.5"));
            case "java.lang.String" -> new ValueForm("one text", "one value", "<value>");
            default -> words(property);
        };
    }

    private static ValueForm words(KnownProperty property) {
        List<String> words = property.values().isEmpty() ? constants(property.type()) : property.values();
        String preset = property.defaultValue();
        if (property.isMap()) {
            return new ValueForm("a value for such a name", "each name with its value", or(preset, "<value>"));
        }
        if (property.isList()) {
            return new ValueForm(
                    "a list of names",
                    "names with commas between them" + (words.isEmpty() ? "" : ", such as " + list(words, " and ")),
                    or(preset, "<first>, <second>"));
        }
        return words.isEmpty()
                ? new ValueForm("what this property takes", "another value", or(preset, "<value>"))
                : new ValueForm(list(words, " or "), list(words, " or "), or(preset, words.get(0)));
    }

    private static String list(List<String> words, String last) {
        int end = words.size() - 1;
        return end == 0 ? words.get(0) : String.join(", ", words.subList(0, end)) + last + words.get(end);
    }

    private static List<String> constants(String type) {
        try {
            Object[] constants = Class.forName(type).getEnumConstants();
            return constants == null
                    ? List.of()
                    : Arrays.stream(constants)
                            .map(one -> ((Enum<?>) one)
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'))
                            .toList();
        } catch (ClassNotFoundException e) {
            return List.of();
        }
    }

    private static String or(String preset, String example) {
        return preset.isEmpty() ? example : preset;
    }
}
