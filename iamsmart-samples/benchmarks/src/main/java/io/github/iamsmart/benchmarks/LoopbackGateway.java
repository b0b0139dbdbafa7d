package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.iamsmart.bulksigning.BulkSigningApi;
import io.github.iamsmart.environment.ApiPaths;
import io.github.iamsmart.identity.AccessToken;
import io.github.iamsmart.identity.AccountType;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.internal.crypto.ContentCipher;
import io.github.iamsmart.internal.crypto.ContentKey;
import io.github.iamsmart.reauth.ReauthenticationApi;
import io.github.iamsmart.requests.RequestKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
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
        this.answer = sealed(Material.kibibyte());
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, exchange -> send(exchange, answer));
        byte[] accepted = sealed("{\"authByQR\":true,\"ticketID\":\"0\"}".getBytes(UTF_8));
        for (RequestKind<?> kind : List.of(ReauthenticationApi.KIND, BulkSigningApi.KIND)) {
            server.createContext(ApiPaths.DEFAULTS.path(kind.initiate()), exchange -> send(exchange, accepted));
        }
        server.createContext("/api/v1/security/getKey", exchange -> {
            keyCalls.incrementAndGet();
            send(exchange, key());
        });
        server.setExecutor(threads);
        server.start();
    }

    private static byte[] sealed(byte[] plaintext) {
        byte[] content = ContentCipher.seal(ContentKey.of(Material.cek()), plaintext);
        return envelope("\"" + new String(content, ISO_8859_1) + "\"");
    }

    /** The token of a user who has signed in, which this gateway does not look at. */
    static AccessToken token() {
        Instant now = Instant.now();
        return new AccessToken(
                "token", TokenisedId.of("user"), AccountType.PLUS, Set.of(), now, now.plus(KEY_LIFE), null);
    }

    /** The answer of {@code getKey}. */
    byte[] key() {
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

    /** The answer of every other call. */
    byte[] answer() {
        return answer;
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
