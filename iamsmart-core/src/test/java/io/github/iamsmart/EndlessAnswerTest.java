package io.github.iamsmart;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iamsmart.SocketGateway.Conversation;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer without end, in whatever part of it, ends soon all the same, as one of our exceptions. */
@Timeout(300)
class EndlessAnswerTest {

    private static final int MEBIBYTE = 1024 * 1024;

    /** What a gateway sends before it gives up; a client that takes all of it has no limit. */
    private static final int ENDLESS = 256 * MEBIBYTE;

    /** The limit of a body, an eighth more for the rest, and what the kernel buffers meanwhile. */
    private static final int MOST = 40 * MEBIBYTE;

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final TestTls TLS = new TestTls();

    private final AtomicLong written = new AtomicLong();
    private SocketGateway gateway;

    @AfterEach
    void stop() {
        gateway.close();
    }

    static Stream<Arguments> endless() {
        return Stream.of(
                Arguments.of("a chunk extension", CHUNKED + "1;", "x"),
                Arguments.of("the extension of the last chunk", CHUNKED + "0;", "x"),
                Arguments.of("chunks of one byte with extensions", CHUNKED, "1;" + "x".repeat(1_000) + "\r\n{\r\n"),
                Arguments.of("the line after a chunk", CHUNKED + "1\r\n{", "x"),
                Arguments.of("trailers", CHUNKED + "0\r\n", "a: b\r\n"),
                Arguments.of("a trailer", CHUNKED + "0\r\na: ", "x"),
                Arguments.of("a status line", "HTTP/1.1 200 ", "x"),
                Arguments.of("a header", "HTTP/1.1 200 OK\r\na: ", "x"),
                Arguments.of("headers", "HTTP/1.1 200 OK\r\n", "a: b\r\n"),
                Arguments.of("interim answers", "", "HTTP/1.1 103 Early Hints\r\na: b\r\n\r\n"),
                Arguments.of("a body", "HTTP/1.1 200 OK\r\n\r\n", "x"),
                Arguments.of("a body in chunks", CHUNKED, "1\r\n{\r\n"));
    }

    private Conversation conversation(String begin, String again) {
        byte[] part = again.repeat(64 * 1024 / again.length()).getBytes(US_ASCII);
        return line -> {
            line.read();
            line.write(begin);
            while (written.get() < ENDLESS) {
                line.out().write(part);
                written.addAndGet(part.length);
            }
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void breaksOff(String what, String begin, String again) {
        gateway = SocketGateway.plain(conversation(begin, again));
        assertEndsSoon(gateway.client());
    }

    @Test
    void breaksAChunkExtensionOffBelowTls() {
        gateway = SocketGateway.secure(TLS, conversation(CHUNKED + "1;", "x"));
        assertEndsSoon(gateway.client().trustStore(TLS.trust()));
        assertThat(written.get()).isGreaterThan(10L * MEBIBYTE);
    }

    private void assertEndsSoon(IamSmartClientBuilder builder) {
        try (IamSmartClient client = builder.build()) {
            assertThatThrownBy(() -> client.call(StubGateway.PATH, Map.of(), String.class))
                    .isInstanceOf(IamSmartException.class)
                    .hasMessageContaining(StubGateway.PATH);
        }
        assertThat(written.get()).isLessThan(MOST);
        assertThat(gateway.requests()).hasSize(1);
    }

    /** A new answer may be as long as the one before it on the same connection. */
    @Test
    void countsEachAnswerByItself() {
        byte[] long12 = ("{\"code\":\"D20012\",\"x\":\"" + "x".repeat(12 * MEBIBYTE) + "\"}").getBytes(US_ASCII);
        gateway = SocketGateway.plain(line -> {
            while (true) {
                line.read();
                line.answer("HTTP/1.1 200 OK", long12);
            }
        });
        try (IamSmartClient client =
                gateway.client().keepAlive(Duration.ofHours(1)).build()) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> client.call(StubGateway.PATH, Map.of(), String.class))
                        .hasMessageContaining("D20012");
            }
        }
        assertThat(gateway.lines()).hasSize(1);
    }

    @Test
    void breaksACompressedBodyOffWhoseTextHasNoEnd() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] part = new byte[MEBIBYTE];
            for (int i = 0; i < 256; i++) {
                gzip.write(part);
            }
        }
        answers("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n", bomb);
        try (IamSmartClient client = gateway.client().build()) {
            assertThatThrownBy(() -> client.call(StubGateway.PATH, Map.of(), String.class))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("more than");
        }
    }

    private void answers(String head, ByteArrayOutputStream body) {
        gateway = SocketGateway.plain(line -> {
            line.read();
            line.write(head);
            body.writeTo(line.out());
        });
    }

    /** What OkHttp believes, and then breaks over with an exception that is none of an input or output. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK\r\nContent-Length: -5",
                "200 OK\r\nContent-Length: 99999999999999999999",
                "200 OK\r\nContent-Length: nine",
                "200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
                "200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4",
                "99999 OK",
                "-1 OK",
                "100 Continue",
                "101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade",
                "204 No Content\r\nContent-Length: 4",
                "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"",
                "503 Busy\r\nRetry-After: 99999999999999999999\r\nContent-Length: 0",
                "503 Busy\r\nRetry-After: 3000000000\r\nContent-Length: 0",
                "503 Busy\r\nRetry-After: \u00bd\r\nContent-Length: 0",
                "503 Busy\r\nRetry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\nDate: x\r\nContent-Length: 0",
                "429 Busy\r\nRetry-After: 00000000000000000000000000\r\nContent-Length: 0",
                "302 Found\r\nLocation: :::\r\nContent-Length: 0"
            })
    void callsABrokenHeadOneOfOurExceptions(String head) {
        gateway = SocketGateway.plain(line -> {
            line.read();
            line.write("HTTP/1.1 " + head + "\r\n\r\nbody");
        });
        try (IamSmartClient client = gateway.client().build()) {
            assertThatThrownBy(() -> client.call(StubGateway.PATH, Map.of(), String.class))
                    .isInstanceOf(IamSmartException.class);
        }
    }
}
