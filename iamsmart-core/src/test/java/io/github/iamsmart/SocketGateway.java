package io.github.iamsmart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iamsmart.key.CekStore;
import io.github.iamsmart.key.WrappedCek;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway whose every byte a test writes, on sockets that a test can close when it likes. */
final class SocketGateway implements AutoCloseable {

    private final StubKey key = StubKey.of(42, Instant.now());
    private final ServerSocket server;
    private final String scheme;
    private final Conversation conversation;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What happens on each connection. */
    @FunctionalInterface
    interface Conversation {
        void on(Line line) throws IOException;
    }

    /** A request as it came. */
    record Request(String line, Map<String, String> headers, String body) {}

    static SocketGateway plain(Conversation conversation) {
        try {
            return new SocketGateway(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), "http", conversation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SocketGateway secure(TestTls tls, Conversation conversation, String... protocols) {
        return new SocketGateway(tls.serverSocket(protocols), "https", conversation);
    }

    private SocketGateway(ServerSocket server, String scheme, Conversation conversation) {
        this.server = server;
        this.scheme = scheme;
        this.conversation = conversation;
        start("gateway", this::accept);
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Line line = new Line(server.accept());
                lines.add(line);
                start("gateway-connection", () -> talk(line));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void talk(Line line) {
        try (line) {
            conversation.on(line);
        } catch (IOException e) {
            // The client has gone.
        }
    }

    IamSmartClientBuilder client() {
        return IamSmartClient.builder()
                .baseUrl(URI.create(scheme + "://127.0.0.1:" + port()))
                .clientId(StubGateway.CLIENT_ID)
                .clientSecret(StubGateway.CLIENT_SECRET)
                .kek(TestKeys.kek(TestKeys.FIRST))
                .cekStore(new OneKey(key.wrapped()))
                .pause(time -> {});
    }

    int port() {
        return server.getLocalPort();
    }

    /** The connections so far. */
    List<Line> lines() {
        return lines;
    }

    /** The requests so far, each as often as it came. */
    List<Request> requests() {
        return requests;
    }

    /** The body of a good answer. */
    byte[] good() {
        return key.sealed("{\"good\":true}").getBytes(UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Line line : lines) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record OneKey(WrappedCek key) implements CekStore {
        @Override
        public Optional<WrappedCek> find(String clientId) {
            return Optional.of(key);
        }

        @Override
        public void save(String clientId, WrappedCek cek) {}
    }

    /** One connection, seen from the gateway. */
    final class Line implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            socket.setTcpNoDelay(true);
        }

        Socket socket() {
            return socket;
        }

        InputStream in() {
            return in;
        }

        OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        /** Reads a request to its end. */
        Request read() throws IOException {
            String first = line();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String header = line(); !header.isEmpty(); header = line()) {
                int colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon), header.substring(colon + 1).strip());
            }
            int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
            Request request = new Request(first, headers, new String(in.readNBytes(length), UTF_8));
            requests.add(request);
            return request;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException();
                }
                line.append((char) c);
            }
            return line.toString().stripTrailing();
        }

        void write(String text) throws IOException {
            out().write(text.getBytes(ISO_8859_1));
            out().flush();
        }

        void answer() throws IOException {
            answer("HTTP/1.1 200 OK", good());
        }

        void answer(String statusLine, byte[] body) throws IOException {
            byte[] head = (statusLine + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                            + "\r\n\r\n")
                    .getBytes(ISO_8859_1);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.write(head);
            whole.write(body);
            out().write(whole.toByteArray());
            out().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        /** Closes without a farewell: the other side sees a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
