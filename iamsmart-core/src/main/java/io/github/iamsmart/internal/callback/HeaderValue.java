package io.github.iamsmart.internal.callback;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header value with parameters, such as {@code form-data; name="file"; filename="a;b.txt"}, read as servlet
 * containers read it: a value may hold any character but a semicolon, or stand between quotation marks, where a
 * backslash goes before a quotation mark or another backslash. Of a parameter that is there twice, the last counts.
 *
 * @param value what stands before the parameters, in lower case
 * @param parameters by name, in lower case; {@code filename*} is another one than {@code filename}
 */
record HeaderValue(String value, Map<String, String> parameters) {

    static HeaderValue of(String header) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int end = end(header, 0);
        String value = header.substring(0, end).strip().toLowerCase(Locale.ROOT);
        while (end < header.length()) {
            int start = end + 1;
            end = end(header, start);
            add(header.substring(start, end), parameters);
        }
        return new HeaderValue(value, parameters);
    }

    /** {@return where the next semicolon outside of quotation marks is; the end if there is none} */
    private static int end(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            char character = header.charAt(i);
            if (quoted && character == '\\') {
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ';' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    private static void add(String parameter, Map<String, String> parameters) {
        int equals = parameter.indexOf('=');
        if (equals > 0) {
            String name = parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            parameters.put(name, unquoted(parameter.substring(equals + 1).strip()));
        }
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
            boolean escape = value.charAt(i) == '\\' && i + 1 < value.length() && isEscaped(value.charAt(i + 1));
            i += escape ? 1 : 0;
            text.append(value.charAt(i));
        }
        return text.toString();
    }

    /** Windows browsers once sent whole paths, whose backslashes escape nothing. */
    private static boolean isEscaped(char character) {
        return character == '"' || character == '\\';
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
