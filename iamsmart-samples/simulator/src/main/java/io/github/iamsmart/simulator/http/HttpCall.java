package io.github.iamsmart.simulator.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it arrived.
 *
 * @param headers by lower-case name
 * @param rawQuery the query as sent, empty when there is none
 * @param tooLarge the body was over the limit and was thrown away
 */
@SuppressWarnings("ArrayRecordComponent") // It is carried, never compared.
public record HttpCall(
        String method,
        String path,
        String rawQuery,
        Map<String, List<String>> headers,
        byte[] body,
        boolean tooLarge,
        boolean secure) {

    public List<String> headerValues(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    public Optional<String> header(String name) {
        return headerValues(name).stream().findFirst();
    }

    public Parameters query() {
        return Parameters.parse(rawQuery);
    }

    /** Scheme and authority under which the caller reached this server. */
    public String origin() {
        return (secure ? "https://" : "http://") + header("Host").orElse("localhost");
    }
}
