package io.github.iamsmart.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between the JDK's exchanges and ours. */
final class ExchangeAdapter implements HttpHandler {
    /** Protocol.md, limits: a request of at most 10 MB. */
    static final int BODY_LIMIT = 10 * 1024 * 1024;

    private static final int DRAIN_LIMIT = 64 * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeAdapter.class);

    private final HttpEndpoint endpoint;
    private final boolean secure;

    ExchangeAdapter(HttpEndpoint endpoint, boolean secure) {
        this.endpoint = endpoint;
        this.secure = secure;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpAnswer answer;
            try {
                answer = endpoint.answer(read(exchange));
            } catch (RuntimeException e) {
                LOG.warn(
                        "The simulator failed on {} {}",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(), // encoded: no line of its own
                        e);
                answer = Router.sentence(500, "The simulator itself failed; its log has the stack trace.");
            }
            write(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpCall read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
        boolean tooLarge = body.length > BODY_LIMIT;
        if (tooLarge) {
            // A client that is still sending does not read our answer, so take in what it has.
            drain(exchange.getRequestBody());
        }
        return new HttpCall(
                exchange.getRequestMethod(),
                Optional.ofNullable(exchange.getRequestURI().getPath()).orElse("/"),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                Map.copyOf(headers),
                tooLarge ? new byte[0] : body,
                tooLarge,
                secure);
    }

    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = DRAIN_LIMIT;
        int count = in.read(buffer);
        while (count > 0 && left > 0) {
            left -= count;
            count = in.read(buffer);
        }
    }

    private static void write(HttpExchange exchange, HttpAnswer answer) throws IOException, InterruptedException {
        pause(answer.before());
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = answer.body();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (answer.stream() != null && !head) {
            exchange.sendResponseHeaders(answer.status(), 0);
            answer.stream().writeTo(exchange.getResponseBody());
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 || head ? -1 : body.length);
        if (body.length == 0 || head) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        if (answer.cutShort()) {
            out.write(Arrays.copyOf(body, body.length / 2));
            out.flush();
            return;
        }
        if (answer.betweenBytes().isZero()) {
            out.write(body);
        } else {
            for (byte one : body) {
                out.write(one);
                out.flush();
                pause(answer.betweenBytes());
            }
        }
        out.close();
    }

    private static void pause(Duration time) throws InterruptedException {
        if (!time.isZero()) {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }
    }
}
