package io.github.iamsmart.bootmatrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser with cookies that lets its user look at every redirect. */
final class Browser {

    static final String DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36";
    static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML,"
            + " like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String userAgent;

    Browser() {
        this(DESKTOP);
    }

    Browser(String userAgent) {
        this.userAgent = userAgent;
    }

    HttpResponse<String> get(URI url, String... headers) {
        return send("GET", url, headers);
    }

    HttpResponse<String> send(String method, URI url, String... headers) {
        return send(method, url, BodyHandlers.ofString(), headers);
    }

    /** Reads an answer line by line, while it comes. */
    HttpResponse<Stream<String>> lines(URI url, String... headers) {
        return send("GET", url, BodyHandlers.ofLines(), headers);
    }

    private <T> HttpResponse<T> send(String method, URI url, BodyHandler<T> handler, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .setHeader("User-Agent", userAgent);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<T> response = http.send(request.build(), handler);
            response.headers().allValues("Set-Cookie").forEach(this::store);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void store(String header) {
        List<String> parts = List.of(header.split(";\\s*"));
        int equals = parts.get(0).indexOf('=');
        String name = parts.get(0).substring(0, equals);
        String value = parts.get(0).substring(equals + 1);
        if (value.isEmpty() || parts.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    Map<String, String> cookies() {
        return cookies;
    }

    static URI location(HttpResponse<?> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    static Map<String, String> query(URI url) {
        return List.of(url.getQuery().split("&")).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
