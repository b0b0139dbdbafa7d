package io.github.iamsmart;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.SocketGateway.Conversation;
import io.github.iamsmart.SocketGateway.Line;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.TransportException;
import io.github.iamsmart.signin.AuthorizationCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A gateway closes idle connections when it likes: no call is lost, and none is sent twice. The real times, of seconds,
 * are measured by {@code iamsmart-samples/benchmarks/idle}.
 */
@Timeout(60)
class IdleConnectionTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final TestTls TLS = new TestTls();

    private SocketGateway gateway;
    private IamSmartClient client;

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    private void plain(Duration keepAlive, Conversation conversation) {
        gateway = SocketGateway.plain(conversation);
        client = gateway.client().keepAlive(keepAlive).build();
    }

    private void secure(Duration keepAlive, Conversation conversation) {
        gateway = SocketGateway.secure(TLS, conversation);
        client = gateway.client().keepAlive(keepAlive).trustStore(TLS.trust()).build();
    }

    private void call() {
        assertThat(client.call(StubGateway.PATH, Map.of(), String.class)).isEqualTo("{\"good\":true}");
    }

    private static void answerEverything(Line line) throws IOException {
        while (true) {
            line.read();
            line.answer();
        }
    }

    /** A connection that was idle for less than a millisecond is used without a look. */
    private static void idleForAMoment() throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < Duration.ofMillis(2).toNanos()) {
            Thread.onSpinWait();
        }
        letItArrive();
    }

    /**
     * On a busy machine what a gateway has sent may wait in the kernel. It has arrived when what was sent after it has:
     * a client that looks earlier can see nothing.
     */
    private static void letItArrive() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket later = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket other = server.accept()) {
            for (int i = 0; i < 3; i++) {
                other.getOutputStream().write(1);
                later.getInputStream().read();
                later.getOutputStream().write(1);
                other.getInputStream().read();
            }
        }
    }

    @Test
    void usesAConnectionAgainWithinTheTime() throws IOException {
        plain(LONG, IdleConnectionTest::answerEverything);
        call();
        idleForAMoment();
        call();
        call();
        assertThat(gateway.lines()).hasSize(1);
    }

    @Test
    void usesAConnectionOfTlsAgainWithinTheTime() throws IOException {
        secure(LONG, IdleConnectionTest::answerEverything);
        call();
        idleForAMoment();
        call();
        call();
        assertThat(gateway.lines()).hasSize(1);
    }

    @Test
    void usesNoConnectionAgainAfterTheTime() {
        plain(Duration.ZERO, IdleConnectionTest::answerEverything);
        call();
        call();
        call();
        assertThat(gateway.lines()).hasSize(3);
        assertThat(gateway.requests()).hasSize(3);
    }

    /** What a gateway does with a connection that it is tired of. */
    @FunctionalInterface
    private interface End {
        void of(Line line) throws IOException;
    }

    private static Arguments end(String name, End end) {
        return Arguments.of(name, end);
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                end("an end", Line::close),
                end("a reset", Line::reset),
                end("an answer that nobody asked for, and an end", line -> {
                    line.write("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    line.close();
                }),
                end(
                        "an answer that nobody asked for",
                        line -> line.answer("HTTP/1.1 200 OK", "{\"code\":\"D20000\"}".getBytes(US_ASCII))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void losesNothingOnAConnectionThatTheGatewayHasEnded(String name, End end) throws IOException {
        plain(LONG, IdleConnectionTest::answerEverything);
        losesNothingAfter(end);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void losesNothingOnAConnectionOfTlsThatTheGatewayHasEnded(String name, End end) throws IOException {
        secure(LONG, IdleConnectionTest::answerEverything);
        losesNothingAfter(end);
    }

    private void losesNothingAfter(End end) throws IOException {
        for (int calls = 1; calls <= 5; calls++) {
            call();
            end.of(gateway.lines().get(calls - 1));
            idleForAMoment();
            assertThat(gateway.requests()).hasSize(calls);
            assertThat(gateway.lines()).hasSize(calls);
        }
    }

    /** From the first end on that was found, every use begins with a look, however short the connection was idle. */
    @Test
    void losesNothingOfAGatewayThatEndsEachConnectionAtOnce() throws IOException {
        plain(LONG, IdleConnectionTest::answerEverything);
        call();
        gateway.lines().get(0).close();
        idleForAMoment();
        for (int calls = 2; calls <= 300; calls++) {
            call();
            gateway.lines().get(calls - 1).close();
            letItArrive();
        }
        assertThat(gateway.requests()).hasSize(300);
    }

    /** Not even a code that must never be sent twice is lost, because none of it was sent. */
    @Test
    void losesNoAuthorizationCode() throws IOException {
        plain(LONG, IdleConnectionTest::answerEverything);
        call();
        gateway.lines().get(0).close();
        idleForAMoment();
        assertThatThrownBy(() -> client.signIn().exchange(AuthorizationCode.of("canary-code")))
                .as("answered, though not with a token")
                .isInstanceOf(IamSmartException.class)
                .isNotInstanceOf(TransportException.class);
        assertThat(gateway.requests()).hasSize(2);
    }

    @Test
    void usesNoConnectionOfHttp10Again() {
        plain(LONG, line -> {
            line.read();
            line.answer("HTTP/1.0 200 OK", gateway.good());
            line.in().read(); // Until the client closes it.
        });
        call();
        call();
        assertThat(gateway.lines()).hasSize(2);
    }

    @Test
    void doesNotRepeatWhatMayHaveArrived() {
        plain(LONG, line -> {
            line.read();
            line.answer();
            line.read();
        });
        call();
        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.mayHaveArrived()).isTrue());
        assertThat(gateway.requests()).as("read, and not answered").hasSize(2);
    }

    @Test
    void losesNothingAmongManyThreadsWhoseConnectionsAreNeverUsedAgain() throws Exception {
        plain(Duration.ZERO, IdleConnectionTest::answerEverything);
        Crowd.of(8, () -> {
            for (int i = 0; i < 25; i++) {
                call();
            }
            return true;
        });
        assertThat(gateway.requests()).hasSize(200);
        assertThat(gateway.requests().stream().map(request -> request.headers().get("nonce")))
                .doesNotHaveDuplicates();
    }
}
