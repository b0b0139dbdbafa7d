package io.github.iamsmart.simulator.callback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.simulator.SimulatedCallback;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that answers once on each connection, and closes it when it is used again. */
@Timeout(60)
class CallbackPostTest {
    private static final byte[] ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final CallbackPost post = new CallbackPost(threads, time::get);
    private ServerSocket service;

    @BeforeEach
    void listen() throws IOException {
        service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            try {
                while (true) {
                    Socket connection = service.accept();
                    connections.incrementAndGet();
                    threads.execute(() -> answerOnce(connection));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        service.close();
        threads.shutdownNow();
    }

    private static void answerOnce(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            StringBuilder request = new StringBuilder();
            while (!request.toString().endsWith("\r\n\r\n{}")) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                request.append((char) next);
            }
            connection.getOutputStream().write(ANSWER);
            // The first byte of the next request, which gets no answer.
            assertThat(in.read()).isNotEqualTo('{');
        } catch (IOException gone) {
            // The other side has closed it.
        }
    }

    private SimulatedCallback send() {
        URI target = URI.create("http://127.0.0.1:" + service.getLocalPort() + "/callback");
        CallbackMessage message = new CallbackMessage(
                "{}".getBytes(US_ASCII),
                "application/json",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                "D00000",
                List.of());
        return post.send(target, message).result();
    }

    @Test
    void doesNotTrustAConnectionThatWasIdle() {
        assertThat(send()).isEqualTo(SimulatedCallback.answered(200));

        time.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(send()).isEqualTo(SimulatedCallback.answered(200));
        assertThat(connections).hasValue(2);
    }

    @Test
    void usesTheConnectionOfTheCallbackBeforeAndNeverRepeatsWhatIsLost() {
        assertThat(send()).isEqualTo(SimulatedCallback.answered(200));

        assertThat(send()).satisfies(lost -> {
            assertThat(lost.status()).isEqualTo("failed");
            assertThat(lost.failure()).hasValue("The connection broke before the service had answered.");
        });
        assertThat(connections).hasValue(1);
    }
}
