package io.github.iamsmart.internal.selfcheck;

import io.github.iamsmart.error.ConfigurationException;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A handshake that records the certificates and judges none, so that those can be seen which nobody would trust.
 * Nothing of the client goes over such a connection.
 */
final class RecordedTls {

    private List<X509Certificate> presented = List.of();

    /** {@return a socket over TLS; the handshake is still to be made} */
    SSLSocket over(Socket plain, String host, int port) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Recorder()}, null);
            return (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("This JVM offers no TLS: check its security settings.", e);
        }
    }

    /** {@return the certificates as they were presented, the host's own first} */
    List<X509Certificate> presented() {
        return presented;
    }

    /** The extended kind: around any other, the JDK lays checks of its own. */
    private final class Recorder extends X509ExtendedTrustManager {

        private void record(X509Certificate[] chain) {
            presented = List.of(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            record(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            record(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            record(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            throw new CertificateException("This is no server.");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("This is no server.");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("This is no server.");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
