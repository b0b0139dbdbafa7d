package io.github.iamsmart.spring.internal.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A page with gaps. <code>{{name}}</code> is replaced by a value, escaped; <code>{{#name}}…{{/name}}</code> is there
 * once for each value of a list, for a map or an {@code Optional} that is there, and for {@code true}. Immutable.
 */
public final class HtmlTemplate {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private final String text;

    private HtmlTemplate(String text) {
        this.text = text;
    }

    /**
     * {@return a template of this jar}
     *
     * @param name a file of this package
     */
    public static HtmlTemplate load(String name) {
        return new HtmlTemplate(PageResource.text(name));
    }

    static HtmlTemplate of(String text) {
        return new HtmlTemplate(text);
    }

    /**
     * {@return the page}
     *
     * @param values texts, flags, maps and lists of maps by their names; a name that is not here counts as empty
     */
    public String render(Map<String, ?> values) {
        StringBuilder page = new StringBuilder(text.length() * 2);
        render(text, new Scope(values, null), page);
        return page.toString();
    }

    private record Scope(Map<String, ?> values, @Nullable Scope outer) {

        @Nullable
        Object value(String name) {
            Object value = values.get(name);
            if (value == null && outer != null) {
                return outer.value(name);
            }
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        }

        Scope inner(Object value) {
            if (value instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked") // the templates are ours, and so is what is put into them
                Map<String, ?> named = (Map<String, ?>) map;
                return new Scope(named, this);
            }
            return new Scope(Map.of("value", value), this);
        }
    }

    private static void render(String text, Scope scope, StringBuilder page) {
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            page.append(text, at, open);
            int close = text.indexOf(CLOSE, open);
            String name = text.substring(open + OPEN.length(), close);
            at = close + CLOSE.length();
            if (name.startsWith("#")) {
                String end = OPEN + "/" + name.substring(1) + CLOSE;
                int endsAt = text.indexOf(end, at);
                section(text.substring(at, endsAt), scope, scope.value(name.substring(1)), page);
                at = endsAt + end.length();
            } else {
                Object value = scope.value(name);
                page.append(value == null ? "" : HtmlUtils.htmlEscape(value.toString(), "UTF-8"));
            }
        }
        page.append(text, at, text.length());
    }

    private static void section(String text, Scope scope, @Nullable Object value, StringBuilder page) {
        if (value instanceof List<?> list) {
            list.forEach(element -> render(text, scope.inner(element), page));
        } else if (value instanceof Boolean flag) {
            if (flag) {
                render(text, scope, page);
            }
        } else if (value != null && !value.toString().isEmpty()) {
            render(text, scope.inner(value), page);
        }
    }
}
