package io.github.iamsmart.simulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes back, and how.
 *
 * @param before how long to wait before anything is sent
 * @param betweenBytes how long to wait after each byte of the body
 * @param cutShort close the connection after half of the body
 * @param stream writes the body while the connection lasts; null for the body that is there
 */
@SuppressWarnings("ArrayRecordComponent") // It is carried, never compared.
public record HttpAnswer(
        int status,
        Map<String, String> headers,
        byte[] body,
        Duration before,
        Duration betweenBytes,
        boolean cutShort,
        @Nullable HttpStream stream) {

    public static HttpAnswer of(int status, String contentType, byte[] body) {
        return new HttpAnswer(
                status, Map.of("Content-Type", contentType), body, Duration.ZERO, Duration.ZERO, false, null);
    }

    public static HttpAnswer json(int status, byte[] body) {
        return of(status, "application/json", body);
    }

    public static HttpAnswer text(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer that goes on until the caller leaves or the simulator is closed. */
    public static HttpAnswer streaming(String contentType, HttpStream stream) {
        return new HttpAnswer(
                200, Map.of("Content-Type", contentType), new byte[0], Duration.ZERO, Duration.ZERO, false, stream);
    }

    public static HttpAnswer seeOther(String location) {
        return text(303, "text/plain; charset=utf-8", "").with("Location", location);
    }

    public HttpAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpAnswer(status, Map.copyOf(more), body, before, betweenBytes, cutShort, stream);
    }

    public HttpAnswer withBody(byte[] other) {
        return new HttpAnswer(status, headers, other, before, betweenBytes, cutShort, stream);
    }

    public HttpAnswer after(Duration wait) {
        return new HttpAnswer(status, headers, body, wait, betweenBytes, cutShort, stream);
    }

    public HttpAnswer dripping(Duration wait) {
        return new HttpAnswer(status, headers, body, before, wait, cutShort, stream);
    }

    public HttpAnswer cut() {
        return new HttpAnswer(status, headers, body, before, betweenBytes, true, stream);
    }
}
