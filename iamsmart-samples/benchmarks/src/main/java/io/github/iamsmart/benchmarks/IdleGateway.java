package io.github.iamsmart.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that closes a connection as soon as it has been idle for a time, and counts what arrives. */
final class IdleGateway implements AutoCloseable {

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger received = new AtomicInteger();
    private final LoopbackGateway answers;
    private final Duration idle;
    private final ServerSocket server;

    IdleGateway(LoopbackGateway answers, Duration idle) {
        this.answers = answers;
        this.idle = idle;
        try {
            server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "idle-gateway");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                start(() -> serve(socket));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(idle.toMillis()));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                byte[] body = read(in) ? answers.key() : answers.answer();
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                answer.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1));
                answer.write(body);
                socket.getOutputStream().write(answer.toByteArray());
            }
        } catch (IOException e) {
            // Idle for too long, or closed by the client.
        }
    }

    /** {@return whether the request that was read asks for the key} */
    private boolean read(InputStream in) throws IOException {
        String head = head(in);
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        int length = at < 0
                ? 0
                : Integer.parseInt(
                        lower.substring(at + 15, lower.indexOf('\r', at)).strip());
        in.readNBytes(length);
        boolean key = head.startsWith("POST /api/v1/security/getKey");
        if (!key) {
            received.incrementAndGet();
        }
        return key;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("The client has gone.");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The requests that arrived, those for the key aside. */
    int received() {
        return received.get();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
