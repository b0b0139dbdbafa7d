package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway in this process that does as little as possible: it hands out one key and answers every call the same. */
final class LoopbackGateway implements AutoCloseable {

    static final String PATH = "/api/v1/benchmark/call";
    static final Duration KEY_LIFE = Duration.ofHours(24);

    static {
        // Without it the JDK's server holds small answers back for some 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final KeyPair kek = Material.rsa();
    private final AtomicInteger keyCalls = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "loopback-gateway");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;
    private final Clock clock;
    private final byte[] answer;

    LoopbackGateway(Clock clock) {
        this.clock = clock;
        byte[] content = ContentCipher.seal(ContentKey.of(Material.cek()), Material.kibibyte());
        this.answer = envelope("\"" + new String(content, ISO_8859_1) + "\"");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, exchange -> send(exchange, answer));
        server.createContext("/api/v1/security/getKey", exchange -> {
            keyCalls.incrementAndGet();
            send(exchange, key());
        });
        server.setExecutor(threads);
        server.start();
    }

    private byte[] key() {
        return envelope("{\"secretKey\":\"%s\",\"pubKey\":\"%s\",\"issueAt\":%d,\"expiresIn\":%d}"
                .formatted(
                        Base64.getEncoder().encodeToString(Material.wrapped(kek)),
                        Base64.getEncoder().encodeToString(kek.getPublic().getEncoded()),
                        clock.millis(),
                        KEY_LIFE.toMillis()));
    }

    private static byte[] envelope(String content) {
        return ("{\"txID\":\"0\",\"code\":\"D00000\",\"message\":\"SUCCESS\",\"content\":" + content + "}")
                .getBytes(UTF_8);
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    KeyPair kek() {
        return kek;
    }

    int keyCalls() {
        return keyCalls.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
