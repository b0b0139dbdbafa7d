package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.internal.gateway.connection.ConnectionGuard;
import io.github.iamsmart.internal.gateway.connection.Connections;
import io.github.iamsmart.internal.gateway.connection.ProxyGate;
import io.github.iamsmart.internal.gateway.connection.ProxyLogin;
import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP client.
 *
 * @param connectTimeout for one connection
 * @param readTimeout between two parts of an answer
 * @param keepAlive how long a connection may be idle and still be used again, zero for never
 * @param proxy the proxy, {@code null} for the JVM's own choice
 * @param proxyLogin what the proxy is told, {@code null} for nothing
 * @param trustStore the trusted roots, {@code null} for the JVM's
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration readTimeout,
        Duration keepAlive,
        @Nullable Proxy proxy,
        @Nullable ProxyLogin proxyLogin,
        @Nullable KeyStore trustStore) {

    private static final int MOST_IDLE = 5;

    /**
     * {@return the builder with these settings}
     *
     * @param http the builder
     * @param longestBody how many bytes the body of an answer may have
     */
    OkHttpClient.Builder applyTo(OkHttpClient.Builder http, long longestBody) {
        Connections connections = new Connections(longestBody);
        X509TrustManager trusted = trusted();
        return http.connectTimeout(connectTimeout)
                .readTimeout(readTimeout)
                .writeTimeout(readTimeout)
                .proxy(proxy)
                .proxyAuthenticator(new ProxyGate(proxyLogin))
                // The pool closes what nobody uses; the guard decides whether a connection is used again.
                .connectionPool(new ConnectionPool(MOST_IDLE, Math.max(1, keepAlive.toMillis()), TimeUnit.MILLISECONDS))
                .addNetworkInterceptor(new ConnectionGuard(connections, keepAlive, proxyLogin))
                .socketFactory(connections.sockets())
                .sslSocketFactory(connections.overTls(tls(trusted).getSocketFactory()), trusted)
                // MODERN_TLS is TLS 1.2 and 1.3; CLEARTEXT is for the simulator, whose URL alone decides.
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT));
    }

    private static SSLContext tls(X509TrustManager trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trusted}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("This JVM offers no TLS: check its security settings.", e);
        }
    }

    private X509TrustManager trusted() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trustStore);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    if (trustStore != null && x509.getAcceptedIssuers().length == 0) {
                        throw new ConfigurationException("The trust store holds no certificate: put the root"
                                + " certificate of the gateway or of your proxy into it.");
                    }
                    return x509;
                }
            }
            throw new ConfigurationException("This JVM offers no X.509 trust manager for the trust store.");
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "The trust store cannot be used: check that it holds CA certificates. " + e.getMessage(), e);
        }
    }
}
