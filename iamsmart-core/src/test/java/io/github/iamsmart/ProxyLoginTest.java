package io.github.iamsmart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.SocketGateway.Conversation;
import io.github.iamsmart.SocketGateway.Line;
import io.github.iamsmart.SocketGateway.Request;
import io.github.iamsmart.error.ConfigurationException;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.TransportException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that asks for a login gets it, and nobody else does. */
@Timeout(60)
class ProxyLoginTest {

    private static final String USER = "服務";
    private static final String PASSWORD = "canary-proxy:密碼";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8));
    private static final TestTls TLS = new TestTls();

    private SocketGateway gateway;
    private SocketGateway proxy;

    @AfterEach
    void stop() {
        gateway.close();
        if (proxy != null) {
            proxy.close();
        }
    }

    private static void answer(Line line) throws IOException {
        while (true) {
            line.read();
            line.answer();
        }
    }

    private static void refuse(Line line, String status, String headers) throws IOException {
        line.read();
        line.write("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\n\r\n");
    }

    private static void asks(Line line, String scheme) throws IOException {
        while (true) {
            refuse(line, "407 Proxy Authentication Required", "Proxy-Authenticate: " + scheme + "\r\n");
        }
    }

    /** Opens the tunnel to the gateway, whatever host is asked for. */
    private void tunnel(Line line) throws IOException {
        line.read();
        try (Socket way = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            line.write("HTTP/1.1 200 Connection established\r\n\r\n");
            Thread back = new Thread(
                    () -> {
                        try {
                            way.getInputStream().transferTo(line.out());
                        } catch (IOException e) {
                            // One of them has gone.
                        }
                    },
                    "tunnel");
            back.setDaemon(true);
            back.start();
            line.in().transferTo(way.getOutputStream());
        }
    }

    private IamSmartClientBuilder secureGatewayBehind(Conversation way) {
        gateway = SocketGateway.secure(TLS, ProxyLoginTest::answer);
        proxy = SocketGateway.plain(way);
        return gateway.client().trustStore(TLS.trust()).proxy(address());
    }

    private IamSmartClientBuilder plainGatewayBehind(Conversation way) {
        gateway = SocketGateway.plain(ProxyLoginTest::answer);
        proxy = SocketGateway.plain(way);
        return gateway.client().baseUrl(URI.create("http://gateway.invalid")).proxy(address());
    }

    private Proxy address() {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port()));
    }

    private static String call(IamSmartClientBuilder builder) {
        try (IamSmartClient client = builder.build()) {
            return client.call(StubGateway.PATH, Map.of(), String.class);
        }
    }

    private static ThrowingCallable callOf(IamSmartClientBuilder builder) {
        return () -> call(builder);
    }

    private static void assertHidesThePassword(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("canary", BASIC.substring(6));
    }

    @Test
    void logsInToATunnelUnaskedAndTellsTheGatewayNothing() {
        assertThat(call(secureGatewayBehind(this::tunnel).proxyCredentials(USER, PASSWORD)))
                .isEqualTo("{\"good\":true}");
        assertThat(proxy.requests()).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("CONNECT 127.0.0.1:" + gateway.port() + " HTTP/1.1");
            assertThat(request.headers()).containsEntry("Proxy-Authorization", BASIC);
            assertThat(request.headers()).doesNotContainKeys("clientID", "signature");
        });
        assertThat(gateway.requests())
                .singleElement()
                .extracting(Request::headers)
                .satisfies(headers -> assertThat(headers).doesNotContainKey("Proxy-Authorization"));
    }

    @Test
    void logsInWithTheRequestItselfInTheClear() {
        assertThat(call(plainGatewayBehind(line -> {
                            line.read();
                            line.answer("HTTP/1.1 200 OK", gateway.good());
                        })
                        .proxyCredentials(USER, PASSWORD)))
                .isEqualTo("{\"good\":true}");
        assertThat(proxy.requests()).singleElement().satisfies(request -> {
            assertThat(request.line()).startsWith("POST http://gateway.invalid/");
            assertThat(request.headers()).containsEntry("Proxy-Authorization", BASIC);
        });
    }

    @Test
    void tellsAGatewayWithoutProxyNothingEvenIfItAsks() {
        gateway = SocketGateway.plain(line -> asks(line, "Basic realm=\"x\""));
        assertThatThrownBy(callOf(gateway.client().proxy(Proxy.NO_PROXY).proxyCredentials(USER, PASSWORD)))
                .isInstanceOf(IamSmartException.class)
                .satisfies(ProxyLoginTest::assertHidesThePassword);
        assertThat(gateway.requests())
                .singleElement()
                .extracting(Request::headers)
                .satisfies(headers -> assertThat(headers).doesNotContainKey("Proxy-Authorization"));
    }

    @Test
    void saysThatTheProxyOfATunnelAsksForALogin() {
        assertThatThrownBy(callOf(secureGatewayBehind(line -> asks(line, "Basic realm=\"x\""))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "127.0.0.1:" + proxy.port(), "asks for a user name and password", "iamsmart.proxy.username");
        assertThat(proxy.requests()).as("asked once").hasSize(1);
    }

    @Test
    void saysThatTheProxyAsksForALoginInTheClear() {
        assertThatThrownBy(callOf(plainGatewayBehind(line -> asks(line, "Basic realm=\"x\""))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("asks for a user name and password");
        assertThat(proxy.requests()).hasSize(1);
    }

    @Test
    void saysThatTheProxyRefusedTheLogin() {
        assertThatThrownBy(callOf(secureGatewayBehind(line -> asks(line, "Basic realm=\"x\""))
                        .proxyCredentials(USER, PASSWORD)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("refused the user name and password")
                .satisfies(ProxyLoginTest::assertHidesThePassword);
        assertThat(proxy.requests())
                .as("a wrong password is not tried until it is locked")
                .hasSize(1);
    }

    @Test
    void saysThatTheProxyRefusedTheLoginInTheClear() {
        assertThatThrownBy(callOf(plainGatewayBehind(line -> asks(line, "Basic realm=\"x\""))
                        .proxyCredentials(USER, PASSWORD)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("refused the user name and password")
                .satisfies(ProxyLoginTest::assertHidesThePassword);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NTLM", "Negotiate", "Digest realm=\"x\", nonce=\"y\""})
    void saysThatItKnowsNoOtherLoginThanBasic(String scheme) {
        assertThatThrownBy(
                        callOf(secureGatewayBehind(line -> asks(line, scheme)).proxyCredentials(USER, PASSWORD)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("other than Basic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "502 Bad Gateway", "503 Busy", "302 Found"})
    void saysThatTheProxyOpensNoTunnel(String status) {
        assertThatThrownBy(callOf(secureGatewayBehind(line -> refuse(line, status, ""))))
                .isInstanceOfSatisfying(TransportException.class, e -> {
                    assertThat(e.mayHaveArrived()).isFalse();
                    assertThat(e).hasMessageContainingAll("proxy", "HTTP " + status.substring(0, 3));
                });
        assertThat(gateway.requests()).isEmpty();
    }
}
