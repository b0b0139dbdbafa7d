package io.github.iamsmart.internal.gateway.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLSocketFactory;

/** The JDK's TLS, which tells which plain socket is below a secure one. */
final class LayeredTls extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final BiConsumer<Socket, Socket> layered;

    LayeredTls(SSLSocketFactory tls, BiConsumer<Socket, Socket> layered) {
        this.tls = tls;
        this.layered = layered;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        Socket secure = tls.createSocket(plain, host, port, autoClose);
        layered.accept(secure, plain);
        return secure;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return tls.createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return tls.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return tls.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return tls.createSocket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return tls.createSocket(host, port, from, fromPort);
    }
}
