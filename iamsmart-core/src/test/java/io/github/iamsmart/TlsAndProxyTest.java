package io.github.iamsmart;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.GatewayException;
import io.github.iamsmart.error.TransportException;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom the client trusts, and the way it takes. */
@Timeout(30)
class TlsAndProxyTest {

    private static final char[] PASSWORD = "canary-store-password".toCharArray();

    @TempDir
    Path folder;

    private WireMockServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    /** A gateway with TLS that refuses everything, which is how a test sees that it was reached. */
    private URI secureGateway(X509Certificate certificate) {
        server = new WireMockServer(options()
                .dynamicHttpsPort()
                .httpDisabled(true)
                .bindAddress("127.0.0.1")
                .keystorePath(store(certificate).toString())
                .keystorePassword(new String(PASSWORD))
                .keyManagerPassword(new String(PASSWORD)));
        refusesEverything();
        return URI.create("https://127.0.0.1:" + server.httpsPort());
    }

    private void refusesEverything() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(okJson("{\"code\":\"D20012\"}")));
    }

    private static X509Certificate certificateFor(GeneralName host) {
        try {
            X500Name name = new X500Name("CN=gateway of a test");
            Instant now = Instant.now();
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.TEN,
                                    Date.from(now.minus(Duration.ofDays(1))),
                                    Date.from(now.plus(Duration.ofDays(1))),
                                    name,
                                    TestKeys.SECOND.getPublic())
                            .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(host))
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(TestKeys.SECOND.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate certificateForThisMachine() {
        return certificateFor(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    }

    private Path store(X509Certificate certificate) {
        Path file = folder.resolve("tls.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = empty();
            store.setKeyEntry("tls", TestKeys.SECOND.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
            store.store(out, PASSWORD);
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore trust(X509Certificate certificate) {
        try {
            KeyStore store = empty();
            store.setCertificateEntry("root", certificate);
            return store;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore empty() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static IamSmartClientBuilder client(URI gateway) {
        return IamSmartClient.builder()
                .baseUrl(gateway)
                .clientId(StubGateway.CLIENT_ID)
                .clientSecret(StubGateway.CLIENT_SECRET)
                .kek(TestKeys.kek(TestKeys.FIRST))
                .pause(time -> {});
    }

    private static ThrowingCallable callWith(IamSmartClientBuilder builder) {
        return () -> {
            try (IamSmartClient client = builder.build()) {
                client.call(StubGateway.PATH, Map.of(), String.class);
            }
        };
    }

    @Test
    void reachesAGatewayWhoseRootIsInTheTrustStore() {
        X509Certificate certificate = certificateForThisMachine();
        URI gateway = secureGateway(certificate);
        assertThatThrownBy(callWith(client(gateway).trustStore(trust(certificate))))
                .isInstanceOf(GatewayException.class);
    }

    @Test
    void refusesAGatewayThatTheJvmDoesNotTrust() {
        URI gateway = secureGateway(certificateForThisMachine());
        assertThatThrownBy(callWith(client(gateway))).isInstanceOfSatisfying(TransportException.class, e -> {
            assertThat(e).hasMessageContainingAll("127.0.0.1", "trust store");
            assertThat(e.mayHaveArrived()).isFalse();
        });
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesAGatewayOfAnotherNameAlthoughItsRootIsTrusted() {
        X509Certificate certificate = certificateFor(new GeneralName(GeneralName.dNSName, "elsewhere.example"));
        URI gateway = secureGateway(certificate);
        assertThatThrownBy(callWith(client(gateway).trustStore(trust(certificate))))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("trust store");
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesATrustStoreThatTrustsNobody() {
        assertThatThrownBy(callWith(client(URI.create("https://127.0.0.1:1")).trustStore(empty())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("trust store");
    }

    @Test
    void refusesATrustStoreThatWasNotLoaded() throws GeneralSecurityException {
        KeyStore notLoaded = KeyStore.getInstance("PKCS12");
        assertThatThrownBy(callWith(client(URI.create("https://127.0.0.1:1")).trustStore(notLoaded)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("trust store");
    }

    @Test
    void goesThroughTheProxy() {
        server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        refusesEverything();
        Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", server.port()));
        assertThatThrownBy(callWith(client(URI.create("http://gateway.invalid")).proxy(proxy)))
                .isInstanceOf(GatewayException.class);
        assertThat(server.getAllServeEvents())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getRequest().getHeader("Host")).isEqualTo("gateway.invalid"));
    }
}
