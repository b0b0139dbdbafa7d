package io.github.iamsmart.simulator.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A page with placeholders. Everything is escaped unless the template says otherwise:
 *
 * <ul>
 *   <li><code>{{name}}</code> a value, escaped; <code>{{{name}}}</code> markup that we made ourselves
 *   <li><code>{{&#64;key}}</code> a text in the reader's language, escaped; <code>{{&#64;key name}}</code> with a value
 *       in its {0}
 *   <li><code>{{#name}}…{{/name}}</code> for each item of a list, or once if true; <code>{{^name}}…{{/name}}</code> the
 *       opposite
 * </ul>
 */
final class Template {
    private final String source;

    Template(String source) {
        this.source = source;
    }

    String render(Map<String, ?> model, UnaryOperator<String> messages) {
        StringBuilder out = new StringBuilder(source.length() * 2);
        render(source, model, messages, out);
        return out.toString();
    }

    private static void render(String part, Map<String, ?> model, UnaryOperator<String> messages, StringBuilder out) {
        int position = 0;
        for (int open = part.indexOf("{{"); open >= 0; open = part.indexOf("{{", position)) {
            out.append(part, position, open);
            boolean raw = part.startsWith("{{{", open);
            String closing = raw ? "}}}" : "}}";
            int end = part.indexOf(closing, open);
            String tag = part.substring(open + closing.length(), end).trim();
            position = end + closing.length();
            if (raw) {
                out.append(value(model, tag));
            } else if (tag.startsWith("@")) {
                out.append(escape(message(tag.substring(1), model, messages)));
            } else if (tag.startsWith("#") || tag.startsWith("^")) {
                String name = tag.substring(1);
                String ending = "{{/" + name + "}}";
                int sectionEnd = part.indexOf(ending, position);
                if (sectionEnd < 0) {
                    throw new IllegalArgumentException("The section " + name + " of a page does not end.");
                }
                section(
                        tag.charAt(0) == '#',
                        value(model, name),
                        part.substring(position, sectionEnd),
                        model,
                        messages,
                        out);
                position = sectionEnd + ending.length();
            } else {
                out.append(escape(String.valueOf(value(model, tag))));
            }
        }
        out.append(part, position, part.length());
    }

    private static void section(
            boolean wanted,
            Object value,
            String part,
            Map<String, ?> model,
            UnaryOperator<String> messages,
            StringBuilder out) {
        if (value instanceof List<?> items && wanted) {
            for (Object item : items) {
                Map<String, Object> inner = new HashMap<>(model);
                if (item instanceof Map<?, ?> more) {
                    more.forEach((key, one) -> inner.put(String.valueOf(key), one));
                }
                render(part, inner, messages, out);
            }
        } else if (isTrue(value) == wanted) {
            render(part, model, messages, out);
        }
    }

    private static boolean isTrue(Object value) {
        if (value instanceof List<?> items) {
            return !items.isEmpty();
        }
        return value instanceof Boolean flag ? flag : !String.valueOf(value).isEmpty();
    }

    private static String message(String tag, Map<String, ?> model, UnaryOperator<String> messages) {
        int space = tag.indexOf(' ');
        if (space < 0) {
            return messages.apply(tag);
        }
        String argument = String.valueOf(value(model, tag.substring(space + 1).trim()));
        return messages.apply(tag.substring(0, space)).replace("{0}", argument);
    }

    private static Object value(Map<String, ?> model, String name) {
        @Nullable Object value = model.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The page has no value '" + name + "'.");
        }
        return value;
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            switch (one) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(one);
            }
        }
        return escaped.toString();
    }
}
