package io.github.iamsmart.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the queries of URLs. */
public final class QueryText {

    private QueryText() {}

    /**
     * {@return the query, without the question mark}
     *
     * @param parameters names, and values that are percent-encoded here, in their order
     */
    public static String of(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /**
     * {@return the value, percent-encoded as a whole}
     *
     * <p>The form encoding's plus for a blank is not understood everywhere outside forms.
     *
     * @param value any text
     */
    public static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
