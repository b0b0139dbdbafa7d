package io.github.iamsmart.internal.gateway;

import io.github.iamsmart.error.ConfigurationException;
import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP client.
 *
 * @param connectTimeout for one connection
 * @param readTimeout between two parts of an answer
 * @param proxy the proxy, {@code null} for the JVM's own choice
 * @param trustStore the trusted roots, {@code null} for the JVM's
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration readTimeout,
        @Nullable Proxy proxy,
        @Nullable KeyStore trustStore) {

    OkHttpClient.Builder applyTo(OkHttpClient.Builder http) {
        http.connectTimeout(connectTimeout)
                .readTimeout(readTimeout)
                .writeTimeout(readTimeout)
                .proxy(proxy)
                // MODERN_TLS is TLS 1.2 and 1.3; CLEARTEXT is for the simulator, whose URL alone decides.
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT));
        if (trustStore != null) {
            trust(http, trustStore);
        }
        return http;
    }

    private static void trust(OkHttpClient.Builder http, KeyStore trustStore) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trustStore);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    if (x509.getAcceptedIssuers().length == 0) {
                        throw new ConfigurationException("The trust store holds no certificate: put the root"
                                + " certificate of the gateway or of your proxy into it.");
                    }
                    SSLContext context = SSLContext.getInstance("TLS");
                    context.init(null, new TrustManager[] {x509}, null);
                    http.sslSocketFactory(context.getSocketFactory(), x509);
                    return;
                }
            }
            throw new ConfigurationException("This JVM offers no X.509 trust manager for the trust store.");
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "The trust store cannot be used: check that it holds CA certificates. " + e.getMessage(), e);
        }
    }
}
