package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.internal.gateway.connection.Attempt;
import io.github.iamsmart.internal.gateway.connection.StaleConnectionException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one request over HTTP, once. OkHttp's own retries are off, and the body declares that it cannot be sent twice:
 * not even a 503 with {@code Retry-After: 0} may send the same nonce again. What OkHttp lets pass below a request (a
 * stale connection, an answer without end) is the business of {@code connection}.
 *
 * <p>Thread-safe.
 */
public final class HttpSender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpSender.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LONGEST_ANSWER = 16L * 1024 * 1024;

    private static final Pattern LOOPBACK = Pattern.compile("(.+\\.)?localhost|127(\\.[0-9]+){3}|::1");

    /** More than there are APIs. A caller that uses an unlimited number of paths pays with parsing, not with memory. */
    private static final int MOST_URLS = 256;

    private final URI baseUrl;
    private final OkHttpClient http;
    private final SkewMeter skew;
    private final HttpFailures failures;
    private final Map<String, HttpUrl> urls = new ConcurrentHashMap<>();
    private volatile Date latest = new Date(null, null);

    /** The {@code Date} header: answers within a second share it, and parsing it is slow. */
    private record Date(@Nullable String text, @Nullable Instant time) {}

    /**
     * Creates a sender.
     *
     * @param baseUrl the gateway
     * @param settings timeouts, proxy and trust
     * @param skew receives the time of each answer
     */
    public HttpSender(URI baseUrl, HttpSettings settings, SkewMeter skew) {
        this.baseUrl = baseUrl;
        this.skew = skew;
        this.failures = new HttpFailures(baseUrl, LONGEST_ANSWER);
        requireUsable(baseUrl);
        this.http = settings.applyTo(new OkHttpClient.Builder(), LONGEST_ANSWER)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .eventListenerFactory(call -> {
                    Attempt attempt = call.request().tag(Attempt.class);
                    return attempt == null ? EventListener.NONE : attempt;
                })
                .build();
    }

    private static void requireUsable(URI baseUrl) {
        HttpUrl url = HttpUrl.parse(baseUrl.toString());
        if (url == null) {
            throw new ConfigurationException("The base URL '" + baseUrl + "' names no host that can be called.");
        }
        if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
            log.warn(
                    "The base URL {} is plain http: whoever is on the way reads the headers and can answer in the"
                            + " gateway's place. Use it inside one machine only, or where something else adds TLS.",
                    baseUrl);
        }
    }

    /** A body for one attempt. */
    private static final class OnceOnly extends RequestBody {
        private final byte[] bytes;

        OnceOnly(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }

    HttpAnswer post(String path, Map<String, String> headers, byte[] body, Deadline deadline) {
        while (true) {
            Attempt attempt = new Attempt();
            try {
                return attempt(path, headers, body, deadline, attempt);
            } catch (StaleConnectionException e) {
                // Nothing was written, so this is no repetition. The connection is closed; the next one is newer.
            } catch (IOException e) {
                throw failures.of(path, attempt, e);
            } catch (IamSmartException e) {
                throw e;
            } catch (RuntimeException e) {
                throw failures.unreadable(path, attempt, e);
            } finally {
                attempt.end();
            }
        }
    }

    private HttpAnswer attempt(
            String path, Map<String, String> headers, byte[] body, Deadline deadline, Attempt attempt)
            throws IOException {
        Request request = new Request.Builder()
                .url(url(path))
                .headers(Headers.of(headers))
                .post(new OnceOnly(body))
                .tag(Attempt.class, attempt)
                .build();
        Call call = http.newCall(request);
        Duration remaining = deadline.remaining();
        call.timeout().timeout(Math.max(1, remaining.toNanos()), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            noteTime(response);
            return new HttpAnswer(
                    response.code(),
                    read(path, response),
                    RetryAfter.read(attempt.answer()),
                    response.header("Content-Type"));
        }
    }

    private HttpUrl url(String path) {
        HttpUrl known = urls.get(path);
        if (known != null) {
            return known;
        }
        HttpUrl url = HttpUrl.get(baseUrl + path);
        if (urls.size() < MOST_URLS) {
            urls.put(path, url);
        }
        return url;
    }

    private void noteTime(Response response) {
        String text = response.header("Date");
        Date date = latest;
        if (text == null || !text.equals(date.text())) {
            date = new Date(text, response.headers().getInstant("Date"));
            latest = date;
        }
        if (date.time() != null) {
            skew.gatewayTime(date.time());
        }
    }

    private byte[] read(String path, Response response) throws IOException {
        try (ResponseBody body = response.body()) {
            BufferedSource source = body.source();
            if (source.request(LONGEST_ANSWER + 1)) {
                throw failures.tooLong(path, response.code());
            }
            return source.readByteArray();
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
