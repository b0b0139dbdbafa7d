package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.error.ProtocolException;
import io.github.iamsmart.error.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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

/**
 * Sends one request over HTTP, once. OkHttp's own retries are off, and the body declares that it cannot be sent twice:
 * not even a 503 with {@code Retry-After: 0} may send the same nonce again.
 *
 * <p>Thread-safe.
 */
public final class HttpSender implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LONGEST_ANSWER = 16L * 1024 * 1024;
    private static final Duration NEVER_AGAIN = Duration.ofDays(3_650);

    /** More than there are APIs. A caller that uses an unlimited number of paths pays with parsing, not with memory. */
    private static final int MOST_URLS = 256;

    private final URI baseUrl;
    private final OkHttpClient http;
    private final SkewMeter skew;
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
        this.http = settings.applyTo(new OkHttpClient.Builder())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .eventListenerFactory(call -> {
                    Progress progress = call.request().tag(Progress.class);
                    return progress == null ? EventListener.NONE : progress;
                })
                .build();
    }

    /** Records whether a request was sent: only before that is it certain that the gateway has not received it. */
    private static final class Progress extends EventListener {
        private volatile boolean sent;

        @Override
        public void requestHeadersStart(Call call) {
            sent = true;
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
        Progress progress = new Progress();
        Request request = new Request.Builder()
                .url(url(path))
                .headers(Headers.of(headers))
                .post(new OnceOnly(body))
                .tag(Progress.class, progress)
                .build();
        Call call = http.newCall(request);
        Duration remaining = deadline.remaining();
        call.timeout().timeout(Math.max(1, remaining.toNanos()), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            noteTime(response);
            return new HttpAnswer(
                    response.code(),
                    read(path, response),
                    retryAfter(response.headers()),
                    response.header("Content-Type"));
        } catch (IOException e) {
            throw failure(path, progress.sent, e);
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

    private static byte[] read(String path, Response response) throws IOException {
        try (ResponseBody body = response.body()) {
            BufferedSource source = body.source();
            if (source.request(LONGEST_ANSWER + 1)) {
                throw new ProtocolException(
                        path + " answered with more than " + LONGEST_ANSWER + " bytes.", response.code(), null);
            }
            return source.readByteArray();
        }
    }

    /** Seconds, or a date, which is compared with the answer's own {@code Date}. */
    private static @Nullable Duration retryAfter(Headers headers) {
        String text = headers.get("Retry-After");
        if (text == null) {
            return null;
        }
        if (text.matches("\\d+")) {
            return text.length() < 9 ? Duration.ofSeconds(Long.parseLong(text)) : NEVER_AGAIN;
        }
        Instant until = headers.getInstant("Retry-After");
        Instant now = headers.getInstant("Date");
        if (until == null || now == null) {
            return null;
        }
        return until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
    }

    private TransportException failure(String path, boolean sent, IOException e) {
        String host = baseUrl.getHost();
        if (Thread.currentThread().isInterrupted()) {
            return new TransportException("The thread was interrupted while it called " + path + ".", sent, e);
        }
        if (e instanceof InterruptedIOException) {
            return new TransportException(
                    path + " was not answered in time by " + host + ": check the network, or raise the time-outs.",
                    sent,
                    e);
        }
        return new TransportException(
                sent
                        ? "The connection to " + host + " broke while it answered " + path + "."
                        : host + " cannot be reached for " + path + " ("
                                + e.getClass().getSimpleName()
                                + "): check base URL, DNS, firewall, proxy and trust store.",
                sent,
                e);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
