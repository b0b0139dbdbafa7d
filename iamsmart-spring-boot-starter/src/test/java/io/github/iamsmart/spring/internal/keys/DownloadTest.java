package io.github.iamsmart.spring.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DownloadTest {

    private final HttpServer server;

    DownloadTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URL serves(HttpHandler handler) throws IOException {
        server.createContext("/root.cer", handler);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/root.cer")
                .toURL();
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[8192];
        while (true) { // until nobody reads
            exchange.getResponseBody().write(block);
        }
    }

    @Test
    void readsAFile() throws IOException {
        URL url = serves(exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {1, 2, 3});
            exchange.close();
        });

        assertThat(new Download().read(url)).containsExactly(1, 2, 3);
    }

    @Test
    void stopsWhereAFileHasNoEnd() throws IOException {
        URL url = serves(DownloadTest::endless);

        assertThatThrownBy(() -> new Download().read(url)).hasMessageContaining("longer than 4194304 bytes");
    }

    /** Zero lets it wait for the first bytes, and then finds that no time is left. */
    @Test
    void stopsWhereAFileComesTooSlowly() throws IOException {
        URL url = serves(DownloadTest::endless);

        assertThatThrownBy(() -> new Download(Duration.ZERO).read(url)).hasMessageContaining("takes longer");
    }

    @Test
    void stopsWhereNobodyAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            URL url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/root.cer")
                    .toURL();

            assertThatThrownBy(() -> new Download(Duration.ofMillis(20)).read(url))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }
}
