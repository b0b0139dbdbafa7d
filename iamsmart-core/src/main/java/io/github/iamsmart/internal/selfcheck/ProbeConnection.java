package io.github.iamsmart.internal.selfcheck;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.iamsmart.internal.gateway.Deadline;
import io.github.iamsmart.internal.selfcheck.ProbeFailure.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is made to be looked at, step by step: name, connection, TLS, one request without a body. What the
 * other side presents is recorded and trusted by nobody: nothing of the client is sent over it. Not thread-safe.
 */
final class ProbeConnection implements AutoCloseable {

    private static final int LONGEST_HEAD = 16 * 1024;
    private static final Pattern ALERT = Pattern.compile(".*fatal alert: ([a-z_]{1,40}).*");

    private final URI url;
    private final Deadline deadline;
    private final Socket socket;
    private final RecordedTls tls;

    private ProbeConnection(URI url, Deadline deadline, Socket socket, RecordedTls tls) {
        this.url = url;
        this.deadline = deadline;
        this.socket = socket;
        this.tls = tls;
    }

    /**
     * {@return a connection to the host of a URL, over TLS if it is https}
     *
     * @param url where to
     * @param route how to get out
     * @param deadline until when
     * @throws ProbeFailure if a step fails
     */
    static ProbeConnection open(URI url, ProbeRoute route, Deadline deadline) throws ProbeFailure {
        Socket plain = connected(url, route, deadline);
        RecordedTls tls = new RecordedTls();
        if (!Hosts.isHttps(url)) {
            return new ProbeConnection(url, deadline, plain, tls);
        }
        try {
            plain.setSoTimeout(millis(deadline));
            SSLSocket secure = tls.over(plain, Hosts.of(url), Hosts.port(url));
            secure.startHandshake();
            return new ProbeConnection(url, deadline, secure, tls);
        } catch (IOException e) {
            close(plain);
            throw new ProbeFailure(Step.TLS, tlsProblem(e), e);
        }
    }

    private static String tlsProblem(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return "it did not answer in time";
        }
        Matcher alert = ALERT.matcher(String.valueOf(e.getMessage()));
        if (alert.matches()) {
            return "it ended the handshake with the alert " + alert.group(1);
        }
        return e instanceof SSLException && String.valueOf(e.getMessage()).contains("Unsupported or unrecognized")
                ? "it does not speak TLS on this port"
                : "it broke the handshake off, or knows no version from TLS 1.2 on";
    }

    private static Socket connected(URI url, ProbeRoute route, Deadline deadline) throws ProbeFailure {
        Proxy proxy = route.to(url);
        if (proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address) {
            String name = ProbeRoute.name(proxy);
            Socket socket =
                    connected(Step.PROXY, resolved(Step.PROXY, address.getHostString()), address.getPort(), deadline);
            return tunnel(socket, url, route, name, deadline);
        }
        if (proxy.type() == Proxy.Type.SOCKS) {
            return through(
                    new Socket(proxy),
                    Step.PROXY,
                    InetSocketAddress.createUnresolved(Hosts.of(url), Hosts.port(url)),
                    deadline);
        }
        return connected(Step.CONNECT, resolved(Step.DNS, Hosts.of(url)), Hosts.port(url), deadline);
    }

    private static InetAddress[] resolved(Step step, String host) throws ProbeFailure {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new ProbeFailure(step, "its name is not known to DNS", e);
        }
    }

    private static Socket connected(Step step, InetAddress[] addresses, int port, Deadline deadline)
            throws ProbeFailure {
        ProbeFailure last = new ProbeFailure(step, "it has no address");
        for (InetAddress address : addresses) {
            try {
                return through(new Socket(), step, new InetSocketAddress(address, port), deadline);
            } catch (ProbeFailure e) {
                last = e;
            }
        }
        throw last;
    }

    private static Socket through(Socket socket, Step step, InetSocketAddress address, Deadline deadline)
            throws ProbeFailure {
        try {
            socket.connect(address, millis(deadline));
            return socket;
        } catch (IOException e) {
            close(socket);
            throw new ProbeFailure(step, connectProblem(e), e);
        }
    }

    private static String connectProblem(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return "it did not answer in time";
        }
        if (e instanceof NoRouteToHostException) {
            return "there is no route to it";
        }
        return e instanceof ConnectException ? "it refuses connections" : "the connection failed";
    }

    private static Socket tunnel(Socket socket, URI url, ProbeRoute route, String proxy, Deadline deadline)
            throws ProbeFailure {
        String target = hostHeader(url, true);
        String login = route.login() == null
                ? ""
                : "Proxy-Authorization: " + route.login().headerValue() + "\r\n";
        Optional<HttpHead> answer;
        try {
            answer = exchange(
                    socket, "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + login + "\r\n", deadline);
        } catch (IOException e) {
            close(socket);
            throw new ProbeFailure(Step.PROXY, "the proxy " + proxy + " did not answer", e);
        }
        int status = answer.map(HttpHead::status).orElse(0);
        if (status / 100 == 2) {
            return socket;
        }
        close(socket);
        throw new ProbeFailure(
                Step.PROXY,
                status == 407
                        ? "the proxy " + proxy + " wants another login (HTTP 407)"
                        : "the proxy " + proxy + " lets nobody through to it (HTTP " + status + ")");
    }

    /** {@return the version of TLS; {@code null} over plain http} */
    @Nullable
    String tlsVersion() {
        return socket instanceof SSLSocket secure ? secure.getSession().getProtocol() : null;
    }

    /** {@return the certificates as the host presented them, its own first; none over plain http} */
    RecordedTls tls() {
        return tls;
    }

    /**
     * {@return the head of the answer to a request that carries nothing}
     *
     * @param method the method
     * @throws ProbeFailure if none came
     */
    HttpHead request(String method) throws ProbeFailure {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        List<String> lines = List.of(
                method + " " + path + query + " HTTP/1.1",
                "Host: " + hostHeader(url, false),
                "User-Agent: iamsmart-self-check",
                "Accept: */*",
                "Connection: close");
        try {
            return exchange(socket, String.join("\r\n", lines) + "\r\n\r\n", deadline)
                    .orElseThrow(() -> new ProbeFailure(Step.HTTP, "it answers, but not in HTTP"));
        } catch (SocketTimeoutException e) {
            throw new ProbeFailure(Step.HTTP, "it did not answer in time", e);
        } catch (IOException e) {
            throw new ProbeFailure(Step.HTTP, "it closed the connection without an answer", e);
        }
    }

    private static String hostHeader(URI url, boolean withPort) {
        String host = Hosts.of(url);
        String name = host.contains(":") ? "[" + host + "]" : host;
        return withPort || url.getPort() >= 0 ? name + ":" + Hosts.port(url) : name;
    }

    private static Optional<HttpHead> exchange(Socket socket, String request, Deadline deadline) throws IOException {
        socket.setSoTimeout(millis(deadline));
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int read = in.read(); read >= 0 && head.size() < LONGEST_HEAD; read = in.read()) {
            head.write(read);
            if (read == '\n') {
                if (last == '\n') {
                    break;
                }
                // A host that sends a line now and then must not take longer than all may take.
                socket.setSoTimeout(millis(deadline));
            }
            last = read == '\r' ? last : read;
        }
        return HttpHead.parse(head.toString(ISO_8859_1));
    }

    private static int millis(Deadline deadline) throws SocketTimeoutException {
        long left = deadline.remaining().toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("The time is up.");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }

    @Override
    public void close() {
        close(socket);
    }
}
