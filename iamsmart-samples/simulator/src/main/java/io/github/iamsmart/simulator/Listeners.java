package io.github.iamsmart.simulator;

import io.github.iamsmart.simulator.SimulatorException.Kind;
import io.github.iamsmart.simulator.http.HttpEndpoint;
import io.github.iamsmart.simulator.http.SimulatorServer;
import io.github.iamsmart.simulator.tls.TlsIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The sockets of one simulator: plain HTTP, and TLS beside it if that is wanted. */
final class Listeners implements AutoCloseable {
    private final String host;
    private final SimulatorServer server;
    private final @Nullable TlsIdentity tls;
    private final @Nullable SimulatorServer tlsServer;

    private Listeners(
            String host, SimulatorServer server, @Nullable TlsIdentity tls, @Nullable SimulatorServer tlsServer) {
        this.host = host;
        this.server = server;
        this.tls = tls;
        this.tlsServer = tlsServer;
    }

    /** What is listened for, given whether only this machine can reach it. */
    interface Front {
        HttpEndpoint endpoint(boolean loopbackOnly);
    }

    static Listeners open(SimulatorSettings settings, Front front) {
        InetAddress address = address(settings.host());
        HttpEndpoint endpoint = front.endpoint(address.isLoopbackAddress());
        SimulatorServer server = listen(address, settings.port(), null, endpoint);
        if (settings.tlsPort().isEmpty()) {
            return new Listeners(settings.host(), server, null, null);
        }
        TlsIdentity tls = TlsIdentity.make(settings.host());
        try {
            SimulatorServer secure = listen(address, settings.tlsPort().getAsInt(), tls.context(), endpoint);
            return new Listeners(settings.host(), server, tls, secure);
        } catch (SimulatorException e) {
            server.close();
            throw e;
        }
    }

    URI url() {
        return url("http", server.port());
    }

    Optional<URI> tlsUrl() {
        return Optional.ofNullable(tlsServer).map(secure -> url("https", secure.port()));
    }

    Optional<String> tlsRootPem() {
        return Optional.ofNullable(tls).map(TlsIdentity::rootPem);
    }

    @Override
    public void close() {
        server.close();
        if (tlsServer != null) {
            tlsServer.close();
        }
    }

    private URI url(String scheme, int port) {
        String name = address(host).isAnyLocalAddress() ? "127.0.0.1" : host;
        return URI.create(scheme + "://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new SimulatorException(Kind.NOT_STARTED, "The host '" + host + "' is not known to this machine.", e);
        }
    }

    private static SimulatorServer listen(
            InetAddress address, int port, @Nullable SSLContext tls, HttpEndpoint endpoint) {
        try {
            return SimulatorServer.start(new InetSocketAddress(address, port), tls, endpoint);
        } catch (IOException e) {
            throw new SimulatorException(
                    Kind.NOT_STARTED,
                    "Port " + port + " of " + address.getHostAddress() + " cannot be used (" + e.getMessage()
                            + "). Choose another one, or 0 for any free port.",
                    e);
        }
    }
}
