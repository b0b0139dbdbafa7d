package io.github.iamsmart.callback;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP headers of a callback that count: {@code Content-Type}, and the five that sign a request, which some
 * callbacks bring [?]: {@code clientID}, {@code signatureMethod}, {@code timestamp}, {@code nonce} and
 * {@code signature}. All others are left out. Immutable and thread-safe.
 *
 * <pre>{@code
 * CallbackHeaders.from(request::getHeader);                          // Servlet API
 * CallbackHeaders.from(exchange.getRequestHeaders()::getFirst);      // the JDK's HttpServer
 * }</pre>
 */
public final class CallbackHeaders {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final List<String> SIGNED =
            List.of("clientID", "signatureMethod", "timestamp", "nonce", "signature");

    /** By name, in lower case. */
    private final Map<String, String> values;

    private CallbackHeaders(Map<String, String> values) {
        this.values = values;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the headers that a web server looks up}
     *
     * @param header returns the first value of the header with this name, whatever its case, or {@code null}
     */
    public static CallbackHeaders from(Function<String, @Nullable String> header) {
        Map<String, String> values = new LinkedHashMap<>();
        names().forEach(name -> {
            String value = header.apply(name);
            if (value != null) {
                values.put(key(name), value.strip());
            }
        });
        return new CallbackHeaders(Collections.unmodifiableMap(values));
    }

    private static Stream<String> names() {
        return Stream.concat(Stream.of(CONTENT_TYPE), SIGNED.stream());
    }

    /**
     * {@return the headers in a map}
     *
     * @param headers by name; case does not matter
     */
    public static CallbackHeaders of(Map<String, String> headers) {
        Map<String, String> byKey = new LinkedHashMap<>();
        headers.forEach((name, value) -> byKey.putIfAbsent(key(name), value));
        return from(name -> byKey.get(key(name)));
    }

    /**
     * {@return headers of which only this one is known}
     *
     * @param value the {@code Content-Type}, {@code null} if there is none
     */
    public static CallbackHeaders ofContentType(@Nullable String value) {
        return new CallbackHeaders(value == null ? Map.of() : Map.of(key(CONTENT_TYPE), value.strip()));
    }

    /** {@return the {@code Content-Type}} */
    public Optional<String> contentType() {
        return value(CONTENT_TYPE);
    }

    /**
     * {@return the value of one of the six headers, without surrounding blanks}
     *
     * @param name its name; case does not matter
     */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(key(name)));
    }

    /** {@return whether all five headers are there that sign a request} */
    public boolean isSigned() {
        return values.size() >= SIGNED.size() && SIGNED.stream().allMatch(name -> values.containsKey(key(name)));
    }

    /** Names the headers that are there. */
    @Override
    public String toString() {
        return "CallbackHeaders"
                + names().filter(name -> value(name).isPresent()).toList();
    }
}
