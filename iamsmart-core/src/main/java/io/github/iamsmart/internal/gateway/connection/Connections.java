package io.github.iamsmart.internal.gateway.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.Connection;

/**
 * Makes the sockets of a client, and knows the state of each connection.
 *
 * <p>Thread-safe. Forgets a connection when nobody else holds it.
 */
public final class Connections {

    /** What may come in one answer: the longest body, and an eighth for headers, chunk lines and TLS. */
    private final long longestAnswer;

    private final AtomicBoolean hurried = new AtomicBoolean();
    private final Map<Socket, BoundedSocket> belowTls = Collections.synchronizedMap(new WeakHashMap<>());

    /** Those to a SOCKS proxy, whose sockets are not made here. What they bring is not counted. */
    private final Map<Socket, ConnectionState> others = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Creates it.
     *
     * @param longestBody how many bytes the body of an answer may have
     */
    public Connections(long longestBody) {
        this.longestAnswer = longestBody + longestBody / 8;
    }

    /** {@return the factory of plain sockets, over which TLS may be laid} */
    public SocketFactory sockets() {
        return new BoundedSocketFactory();
    }

    /**
     * {@return a factory that lays TLS over those sockets}
     *
     * @param tls the factory of the JDK
     */
    public SSLSocketFactory overTls(SSLSocketFactory tls) {
        return new LayeredTls(tls, (secure, plain) -> {
            if (plain instanceof BoundedSocket bounded) {
                belowTls.put(secure, bounded);
            }
        });
    }

    ConnectionState state(Connection connection) {
        Socket socket = connection.socket();
        BoundedSocket bounded = socket instanceof BoundedSocket plain ? plain : belowTls.get(socket);
        return bounded != null
                ? bounded.state()
                : others.computeIfAbsent(socket, key -> new ConnectionState(null, longestAnswer, hurried));
    }

    private final class BoundedSocketFactory extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new BoundedSocket(longestAnswer, hurried);
            // Or the first request on a connection of TLS waits some 40 ms for the acknowledgement of the handshake.
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException("Nobody chooses the local address.");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException("Nobody chooses the local address.");
        }

        private Socket connected(InetSocketAddress address) throws IOException {
            Socket socket = createSocket();
            socket.connect(address);
            return socket;
        }
    }
}
